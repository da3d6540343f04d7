-- What people decide about statements and contacts: added, never changed. An entry is known by words of its report (`evidence`:
-- role → spans), because ids change when a report is read again. `lot` is the first of decisions that were made as one.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'corrected', 'unsure', 'undo')),
    kind TEXT,
    report TEXT REFERENCES reports (id),
    evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
    shown TEXT CHECK (shown IS NULL OR json_valid(shown)),
    decided TEXT CHECK (decided IS NULL OR json_valid(decided)),
    blind INTEGER NOT NULL,
    lot INTEGER REFERENCES decisions,
    undoes INTEGER REFERENCES decisions,
    "by" TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL,
    key TEXT UNIQUE,
    CHECK ((verdict = 'undo') = (undoes IS NOT NULL)),
    CHECK ((verdict = 'undo') = (evidence IS NULL))
) STRICT;
CREATE INDEX decisions_by_report ON decisions (report);
CREATE INDEX decisions_by_reviewer ON decisions ("by", number);
CREATE INDEX decisions_by_lot ON decisions (lot) WHERE lot IS NOT NULL;
CREATE INDEX decisions_that_undo ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN
    SELECT raise(ABORT, 'decisions are never changed');
END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN
    SELECT raise(ABORT, 'decisions are never deleted');
END;

-- The last decision of each reviewer on each entry, found among the entries as they are now; `entry` is NULL if its words tell of
-- none any more. Made again whenever a report is read or decided on.
CREATE TABLE decided (
    decision INTEGER PRIMARY KEY REFERENCES decisions,
    report TEXT NOT NULL,
    entry TEXT,
    "by" TEXT NOT NULL
) STRICT;
CREATE INDEX decided_by_report ON decided (report);
CREATE INDEX decided_by_entry ON decided (entry, "by");

-- Entries have the values that people decided on; `machine` has what the machine found in their place, as JSON.
ALTER TABLE statements ADD COLUMN state TEXT NOT NULL DEFAULT 'machine';
ALTER TABLE statements ADD COLUMN machine TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(machine));
ALTER TABLE contacts ADD COLUMN state TEXT NOT NULL DEFAULT 'machine';
ALTER TABLE contacts ADD COLUMN machine TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(machine));
CREATE INDEX statements_by_state ON statements (state) WHERE state <> 'machine';
CREATE INDEX contacts_by_state ON contacts (state) WHERE state <> 'machine';
CREATE INDEX statements_by_doubt ON statements (iif(state = 'disputed', -1.0, confidence), number);
CREATE INDEX contacts_by_doubt ON contacts (iif(state = 'disputed', -1.0, confidence), number);

-- What is rejected holds no position; that is known from the index alone.
DROP INDEX statements_of_positions;
CREATE INDEX statements_of_positions ON statements (side, issue, utterance, report, state) WHERE stance != 'none';

-- Actors whom only a decision names in a report.
ALTER TABLE actors ADD COLUMN decided INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER statements_reworded AFTER UPDATE OF content ON statements WHEN old.content <> new.content BEGIN
    INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', old.number, old.content);
    INSERT INTO statement_words (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER statements_given AFTER UPDATE OF speaker ON statements WHEN old.speaker IS NOT new.speaker BEGIN
    UPDATE statements SET (who, side) = (SELECT identity, coalesce(actors.side, party) FROM actors WHERE actors.id = new.speaker)
    WHERE id = new.id;
END;
CREATE TRIGGER statements_corrected AFTER UPDATE ON statements
WHEN (old.kind, old.content, old.said_from, old.said_to, old.said_basis, old.act, old.issue, old.stance, old.state = 'rejected')
IS NOT (new.kind, new.content, new.said_from, new.said_to, new.said_basis, new.act, new.issue, new.stance, new.state = 'rejected') BEGIN
    INSERT INTO stale VALUES (new.id, 'statement') ON CONFLICT DO NOTHING;
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_corrected AFTER UPDATE ON contacts
WHEN (old.kind, old.status, old.mediator, old.place, old.round, old.when_from, old.when_to, old.when_basis, old.state = 'rejected')
IS NOT (new.kind, new.status, new.mediator, new.place, new.round, new.when_from, new.when_to, new.when_basis, new.state = 'rejected') BEGIN
    INSERT INTO stale VALUES (new.id, 'contact') ON CONFLICT DO NOTHING;
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contact_parties_left AFTER DELETE ON contact_parties BEGIN
    INSERT INTO stale SELECT id, 'contact' FROM contacts WHERE id = old.contact ON CONFLICT DO NOTHING;
END;
