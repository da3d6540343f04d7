-- What a report adds costs no more in a large record than in a small one.

-- Actors of the record with the side that all their reports together give them. `unsettled` has actors of the record whose reports have
-- changed since that was last looked at, and actors of reports that are new, or of another actor of the record than before.
CREATE TABLE settled (
    actor TEXT PRIMARY KEY,
    side TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_side ON actors (identity, side, party);
DROP TRIGGER actors_moved;
CREATE TRIGGER actors_moved AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    INSERT INTO unsettled VALUES (coalesce(old.cluster, old.id)) ON CONFLICT DO NOTHING;
    INSERT INTO unsettled VALUES (coalesce(new.cluster, new.id)) ON CONFLICT DO NOTHING;
    INSERT INTO unsettled VALUES (new.id) ON CONFLICT DO NOTHING;
END;
INSERT INTO unsettled SELECT DISTINCT identity FROM actors WHERE TRUE ON CONFLICT DO NOTHING;

-- Contacts are compared by who brought them about, too.
CREATE TRIGGER mediators_clustered AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    INSERT INTO stale SELECT id, 'contact' FROM contacts WHERE mediator = new.id ON CONFLICT DO NOTHING;
END;
INSERT INTO stale SELECT id, 'contact' FROM contacts WHERE mediator IS NOT NULL ON CONFLICT DO NOTHING;

-- Of more than 200 entries that share a number, those of the smallest ids find each other by it (CROWD in across/sketches.py). Whoever
-- takes the place of one that is gone is compared again.
DROP TRIGGER statements_gone;
CREATE TRIGGER statements_gone AFTER DELETE ON statements BEGIN
    INSERT INTO stale SELECT iif(a = old.id, b, a), 'statement' FROM links WHERE a = old.id OR b = old.id ON CONFLICT DO NOTHING;
    INSERT INTO stale SELECT next, 'statement' FROM (
        SELECT (SELECT entry FROM sketches WHERE key = own.key ORDER BY entry LIMIT 1 OFFSET 200) AS next
        FROM sketches AS own WHERE entry = old.id
    ) WHERE next > old.id ON CONFLICT DO NOTHING;
    DELETE FROM links WHERE a = old.id;
    DELETE FROM links WHERE b = old.id;
    DELETE FROM sketches WHERE entry = old.id;
    DELETE FROM stale WHERE entry = old.id;
END;
INSERT INTO stale SELECT id, 'statement' FROM statements
WHERE id IN (SELECT entry FROM sketches WHERE key IN (SELECT key FROM sketches GROUP BY key HAVING count(*) > 200)) ON CONFLICT DO NOTHING;
INSERT INTO stale SELECT id, 'report' FROM reports
WHERE id IN (SELECT entry FROM sketches WHERE key IN (SELECT key FROM sketches GROUP BY key HAVING count(*) > 200)) ON CONFLICT DO NOTHING;

-- Who says a statement, or takes part in a contact, is written with it, not after it.
DROP TRIGGER statements_told;
CREATE TRIGGER statements_told AFTER INSERT ON statements BEGIN
    INSERT INTO stale VALUES (new.id, 'statement') ON CONFLICT DO NOTHING;
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
DROP TRIGGER contact_parties_told;
CREATE TRIGGER contact_parties_told AFTER INSERT ON contact_parties BEGIN
    INSERT INTO stale VALUES (new.contact, 'contact') ON CONFLICT DO NOTHING;
END;
