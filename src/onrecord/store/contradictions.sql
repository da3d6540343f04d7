-- Pairs of entries that may contradict each other; `a` and `b` as the kind has them, with the words in which they differ.
CREATE TABLE contradictions (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind TEXT NOT NULL,
    a_differs TEXT NOT NULL,
    b_differs TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX contradictions_by_b ON contradictions (b);

-- What entries of other reports are found by: numbers for the words of a statement, with the last day on which it can have been said.
CREATE TABLE clues (
    key INTEGER NOT NULL,
    day TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (key, day, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX clues_by_entry ON clues (entry);

-- Reports with entries that have changed since they were compared. What is here when a run is killed is compared by the next.
CREATE TABLE uncompared (report TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO uncompared SELECT id FROM reports;
CREATE TRIGGER reports_uncompared AFTER INSERT ON reports BEGIN
    INSERT INTO uncompared VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statements_uncompared AFTER UPDATE OF who, side ON statements BEGIN
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_uncompared AFTER INSERT ON contacts BEGIN
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER occasions_uncompared AFTER UPDATE OF occasion ON contacts WHEN old.occasion IS NOT new.occasion BEGIN
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER statements_incomparable AFTER DELETE ON statements BEGIN
    DELETE FROM contradictions WHERE a = old.id;
    DELETE FROM contradictions WHERE b = old.id;
    DELETE FROM clues WHERE entry = old.id;
    INSERT INTO uncompared VALUES (old.report) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_incomparable AFTER DELETE ON contacts BEGIN
    DELETE FROM contradictions WHERE a = old.id;
    DELETE FROM contradictions WHERE b = old.id;
    INSERT INTO uncompared VALUES (old.report) ON CONFLICT DO NOTHING;
END;

-- What people decide about such pairs: added, never changed. Entries are named by words of reports (report, start, end, words, name).
CREATE TABLE contradiction_decisions (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'rejected', 'unsure', 'undo')),
    about TEXT NOT NULL,
    differs TEXT NOT NULL CHECK (json_valid(differs)),
    a TEXT NOT NULL CHECK (json_valid(a)),
    b TEXT NOT NULL CHECK (json_valid(b)),
    undoes INTEGER REFERENCES contradiction_decisions,
    "by" TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER contradiction_decisions_stay BEFORE UPDATE ON contradiction_decisions BEGIN
    SELECT raise(ABORT, 'decisions are never changed');
END;
CREATE TRIGGER contradiction_decisions_remain BEFORE DELETE ON contradiction_decisions BEGIN
    SELECT raise(ABORT, 'decisions are never deleted');
END;
