-- Across reports: which statements are one utterance, which contacts one occasion, which reports copies of one.
-- `who` is the actor of the record, `side` its side, as the actors of the report have them now; both follow when actors are
-- brought together anew. What stands for a group (`original`, `utterance`, `occasion`) is one of its members; NULL until compared.
ALTER TABLE reports ADD COLUMN original TEXT;
ALTER TABLE statements ADD COLUMN meaning BLOB NOT NULL DEFAULT x'';
ALTER TABLE statements ADD COLUMN who TEXT;
ALTER TABLE statements ADD COLUMN side TEXT;
ALTER TABLE statements ADD COLUMN utterance TEXT;
ALTER TABLE contacts ADD COLUMN occasion TEXT;
ALTER TABLE contact_parties ADD COLUMN who TEXT;
ALTER TABLE contact_parties ADD COLUMN side TEXT;
UPDATE statements SET (who, side) = (SELECT identity, coalesce(actors.side, party) FROM actors WHERE actors.id = speaker);
UPDATE contact_parties SET (who, side) = (SELECT identity, coalesce(actors.side, party) FROM actors WHERE actors.id = actor);
CREATE INDEX reports_by_original ON reports (original);
-- What grouping asks of a report, without its text.
CREATE INDEX reports_in_brief ON reports (id, superseded_by, original, outlet);
CREATE INDEX statements_by_who ON statements (who, said_from, said_to);
CREATE INDEX statements_by_side ON statements (side, issue, said_from);
CREATE INDEX statements_by_utterance ON statements (utterance);
CREATE INDEX statements_told_again ON statements (utterance) WHERE utterance IS NOT id;
CREATE INDEX contacts_by_occasion ON contacts (occasion);
CREATE INDEX contact_parties_by_who ON contact_parties (who);
CREATE INDEX contact_parties_by_side ON contact_parties (side);

CREATE TRIGGER statements_told AFTER INSERT ON statements BEGIN
    UPDATE statements SET (who, side) = (SELECT identity, coalesce(actors.side, party) FROM actors WHERE actors.id = new.speaker)
    WHERE id = new.id;
END;
CREATE TRIGGER contact_parties_told AFTER INSERT ON contact_parties BEGIN
    UPDATE contact_parties SET (who, side) = (SELECT identity, coalesce(actors.side, party) FROM actors WHERE actors.id = new.actor)
    WHERE contact = new.contact AND position = new.position;
END;
CREATE TRIGGER actors_clustered AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    UPDATE statements SET who = coalesce(new.cluster, new.id) WHERE speaker = new.id;
    UPDATE contact_parties SET who = coalesce(new.cluster, new.id) WHERE actor = new.id;
END;

-- Numbers that entries of like words share, by which they find each other.
CREATE TABLE sketches (
    key INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (key, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketches_by_entry ON sketches (entry);

-- Two entries that are tellings of one, a before b, with a score in [0, 1] and the reasons in words.
CREATE TABLE links (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    why TEXT NOT NULL CHECK (json_valid(why)),
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_b ON links (b);

-- Entries that have changed since they were compared with others. What is here when a run is killed is compared by the next.
CREATE TABLE stale (
    entry TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'statement', 'contact'))
) STRICT, WITHOUT ROWID;
INSERT INTO stale SELECT id, 'report' FROM reports UNION ALL SELECT id, 'statement' FROM statements UNION ALL SELECT id, 'contact' FROM contacts;
CREATE TRIGGER reports_changed AFTER INSERT ON reports BEGIN
    INSERT INTO stale VALUES (new.id, 'report') ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER reports_superseded AFTER UPDATE OF superseded_by, original ON reports
WHEN old.superseded_by IS NOT new.superseded_by OR old.original IS NOT new.original BEGIN
    INSERT INTO stale SELECT new.id, 'report' WHERE old.superseded_by IS NOT new.superseded_by ON CONFLICT DO NOTHING;
    INSERT INTO stale SELECT id, 'statement' FROM statements WHERE report = new.id ON CONFLICT DO NOTHING;
    INSERT INTO stale SELECT id, 'contact' FROM contacts WHERE report = new.id ON CONFLICT DO NOTHING;
END;
-- What a headline announces depends on all that its report has; a statement that is new has its speaker told to it once.
CREATE TRIGGER statements_changed AFTER UPDATE OF who ON statements BEGIN
    INSERT INTO stale VALUES (new.id, 'statement') ON CONFLICT DO NOTHING;
    INSERT INTO stale SELECT id, 'statement' FROM statements
    WHERE report = new.report AND old.who IS NOT NULL AND old.who IS NOT new.who ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contact_parties_changed AFTER UPDATE OF who, side ON contact_parties BEGIN
    INSERT INTO stale VALUES (new.contact, 'contact') ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_changed AFTER INSERT ON contacts BEGIN
    INSERT INTO stale VALUES (new.id, 'contact') ON CONFLICT DO NOTHING;
END;
-- What was linked to an entry that is gone is compared again.
CREATE TRIGGER statements_gone AFTER DELETE ON statements BEGIN
    INSERT INTO stale SELECT iif(a = old.id, b, a), 'statement' FROM links WHERE a = old.id OR b = old.id ON CONFLICT DO NOTHING;
    DELETE FROM links WHERE a = old.id;
    DELETE FROM links WHERE b = old.id;
    DELETE FROM sketches WHERE entry = old.id;
    DELETE FROM stale WHERE entry = old.id;
END;
CREATE TRIGGER contacts_gone AFTER DELETE ON contacts BEGIN
    INSERT INTO stale SELECT iif(a = old.id, b, a), 'contact' FROM links WHERE a = old.id OR b = old.id ON CONFLICT DO NOTHING;
    DELETE FROM links WHERE a = old.id;
    DELETE FROM links WHERE b = old.id;
    DELETE FROM sketches WHERE entry = old.id;
    DELETE FROM stale WHERE entry = old.id;
END;
