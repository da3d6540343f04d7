-- Entries that a person added because the machine had missed them; `added_by` says who, and is NULL for what the machine found.
ALTER TABLE statements ADD COLUMN added_by TEXT;
ALTER TABLE contacts ADD COLUMN added_by TEXT;

-- A decision can be to add an entry; or, by somebody who is none of those who differ, to settle what reviewers dispute. The table is made
-- again, because what a column may be cannot be changed; what was decided is carried over as it is.
CREATE TABLE decisions_again (
    number INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'corrected', 'unsure', 'added', 'undo')),
    kind TEXT,
    report TEXT REFERENCES reports (id),
    evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
    shown TEXT CHECK (shown IS NULL OR json_valid(shown)),
    decided TEXT CHECK (decided IS NULL OR json_valid(decided)),
    blind INTEGER NOT NULL,
    settles INTEGER NOT NULL DEFAULT 0,
    lot INTEGER REFERENCES decisions_again,
    undoes INTEGER REFERENCES decisions_again,
    "by" TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL,
    key TEXT UNIQUE,
    CHECK ((verdict = 'undo') = (undoes IS NOT NULL)),
    CHECK ((verdict = 'undo') = (evidence IS NULL))
) STRICT;
INSERT INTO decisions_again (number, verdict, kind, report, evidence, shown, decided, blind, lot, undoes, "by", why, made_at, key)
SELECT number, verdict, kind, report, evidence, shown, decided, blind, lot, undoes, "by", why, made_at, key FROM decisions;
CREATE TABLE decided_again AS SELECT * FROM decided;
DROP TABLE decided;
DROP TABLE decisions;
ALTER TABLE decisions_again RENAME TO decisions;
CREATE INDEX decisions_by_report ON decisions (report);
CREATE INDEX decisions_by_reviewer ON decisions ("by", number);
CREATE INDEX decisions_by_lot ON decisions (lot) WHERE lot IS NOT NULL;
CREATE INDEX decisions_that_undo ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decisions_that_settle ON decisions (number) WHERE settles;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN
    SELECT raise(ABORT, 'decisions are never changed');
END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN
    SELECT raise(ABORT, 'decisions are never deleted');
END;
CREATE TABLE decided (
    decision INTEGER PRIMARY KEY REFERENCES decisions,
    report TEXT NOT NULL,
    entry TEXT,
    "by" TEXT NOT NULL
) STRICT;
INSERT INTO decided SELECT * FROM decided_again;
DROP TABLE decided_again;
CREATE INDEX decided_by_report ON decided (report);
CREATE INDEX decided_by_entry ON decided (entry, "by");
