-- What people decide about actors: added, never changed. Actors are named by words of reports (`a`, `b`: lists of report,
-- start, end, words, name), because ids of actors change when reports are read again.
CREATE TABLE actor_judgements (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'distinct', 'undo')),
    a TEXT NOT NULL CHECK (json_valid(a)),
    b TEXT NOT NULL CHECK (json_valid(b)),
    name TEXT,
    undoes INTEGER REFERENCES actor_judgements,
    "by" TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER actor_judgements_stay BEFORE UPDATE ON actor_judgements BEGIN
    SELECT raise(ABORT, 'judgements are never changed');
END;
CREATE TRIGGER actor_judgements_remain BEFORE DELETE ON actor_judgements BEGIN
    SELECT raise(ABORT, 'judgements are never deleted');
END;

-- The cluster that the machine found, before judgements; `cluster` is what stands after them.
ALTER TABLE actors ADD COLUMN found TEXT REFERENCES actors (id) ON DELETE SET NULL;
UPDATE actors SET found = cluster;
CREATE INDEX actors_by_found ON actors (found);

-- The actors on which a judgement stands, by the id of their cluster; made again whenever actors are brought together.
CREATE TABLE confirmed (
    actor TEXT PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
    name TEXT
) STRICT, WITHOUT ROWID;
