-- What actors of reports are compared by. A profile is what reports tell of an actor, each once, with the number of actors that have
-- it: a thousand reports of one minister have a handful. `told` is as reports have it, `settled` as the whole record knows better;
-- `name` is what it is found by, `bearer` who bears the name.
CREATE TABLE profiles (
    number INTEGER PRIMARY KEY,
    told TEXT NOT NULL UNIQUE CHECK (json_valid(told)),
    settled TEXT CHECK (settled IS NULL OR json_valid(settled)),
    name TEXT,
    bearer TEXT,
    actors INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX profiles_changed ON profiles (number) WHERE changed = 1;
CREATE INDEX profiles_by_name ON profiles (name);
CREATE INDEX profiles_by_bearer ON profiles (bearer);

-- What profiles tell of words, and what they ask for (`asked`): that a word is a country, or of somebody's name.
CREATE TABLE facts (
    asked INTEGER NOT NULL,
    key TEXT NOT NULL,
    profile INTEGER NOT NULL,
    PRIMARY KEY (asked, key, profile)
) STRICT, WITHOUT ROWID;

-- Who bears a name. `core` is what stands for those that join by themselves, `cluster` for all that are one actor, with shorter names;
-- both are the id of one of them. A bearer that could be any of several has neither: its actors stand each for itself.
CREATE TABLE bearers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    alone INTEGER NOT NULL,
    scattered INTEGER NOT NULL DEFAULT 0,
    core TEXT,
    cluster TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX bearers_by_name ON bearers (name);
CREATE INDEX bearers_by_core ON bearers (core);
CREATE INDEX bearers_by_cluster ON bearers (cluster);

-- Keys by which names are found: those of blocks, whose names are compared with each other, and those of names that a shorter one can
-- mean. Names of one block are in the order of their words.
CREATE TABLE name_keys (
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE actors ADD COLUMN profile INTEGER REFERENCES profiles;
UPDATE actors SET found = NULL;
DROP INDEX actors_by_found;
CREATE INDEX actors_by_found ON actors (found, name, cluster);
CREATE INDEX actors_by_profile ON actors (profile, id);
CREATE INDEX actors_by_profile_found ON actors (profile, found);
CREATE TRIGGER profiles_met AFTER UPDATE OF profile ON actors WHEN old.profile IS NOT new.profile BEGIN
    UPDATE profiles SET actors = actors - 1, changed = 1 WHERE number = old.profile;
    UPDATE profiles SET actors = actors + 1, changed = 1 WHERE number = new.profile;
END;
CREATE TRIGGER profiles_left AFTER DELETE ON actors WHEN old.profile IS NOT NULL BEGIN
    UPDATE profiles SET actors = actors - 1, changed = 1 WHERE number = old.profile;
END;

-- The anchors of judgements, each with the actor that its words mean now and who stands for that one as the machine found it; NULL until
-- it has been looked for. What is stale has changed since judgements were last applied.
CREATE TABLE judged (
    judgement INTEGER NOT NULL REFERENCES actor_judgements,
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    position INTEGER NOT NULL,
    report TEXT NOT NULL,
    actor TEXT,
    found TEXT,
    stale INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (judgement, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_by_actor ON judged (actor);
CREATE INDEX judged_by_found ON judged (found, judgement);
CREATE INDEX judged_stale ON judged (judgement) WHERE stale = 1;
INSERT INTO judged (judgement, side, position, report)
SELECT number, 'a', key, json_extract(value, '$[0]') FROM actor_judgements, json_each(a)
UNION ALL SELECT number, 'b', key, json_extract(value, '$[0]') FROM actor_judgements, json_each(b);
CREATE TRIGGER actor_judgements_made AFTER INSERT ON actor_judgements BEGIN
    INSERT INTO judged (judgement, side, position, report)
    SELECT new.number, 'a', key, json_extract(value, '$[0]') FROM json_each(new.a)
    UNION ALL SELECT new.number, 'b', key, json_extract(value, '$[0]') FROM json_each(new.b);
END;
CREATE TRIGGER judged_moved AFTER UPDATE OF found ON actors WHEN old.found IS NOT new.found BEGIN
    UPDATE judged SET found = new.found, stale = 1 WHERE actor = new.id;
END;
CREATE TRIGGER judged_gone AFTER DELETE ON actors BEGIN
    UPDATE judged SET actor = NULL, found = NULL, stale = 1 WHERE actor = old.id;
END;
-- Who no longer stands for itself is no actor on whom a judgement could stand.
CREATE TRIGGER confirmed_moved AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster AND new.cluster IS NOT new.id BEGIN
    DELETE FROM confirmed WHERE actor = new.id;
END;

-- Questions that are asked with every report.
CREATE INDEX stale_by_kind ON stale (kind, entry);
CREATE INDEX confirmed_by_name ON confirmed (name COLLATE NOCASE);
CREATE INDEX reports_by_superseder ON reports (superseded_by);

-- Who stands for a cluster is another, and nobody has left it: what its members said is of the same actor as before, and is not compared
-- again. A row is here only while actors are written.
CREATE TABLE renamed (
    was TEXT PRIMARY KEY,
    head TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DROP TRIGGER statements_changed;
CREATE TRIGGER statements_changed AFTER UPDATE OF who ON statements
WHEN NOT EXISTS (SELECT 1 FROM renamed WHERE was = old.who AND head = new.who) BEGIN
    INSERT INTO stale VALUES (new.id, 'statement') ON CONFLICT DO NOTHING;
    INSERT INTO stale SELECT id, 'statement' FROM statements
    WHERE report = new.report AND old.who IS NOT NULL AND old.who IS NOT new.who ON CONFLICT DO NOTHING;
END;
DROP TRIGGER statements_uncompared;
CREATE TRIGGER statements_uncompared AFTER UPDATE OF who, side ON statements
WHEN old.side IS NOT new.side OR NOT EXISTS (SELECT 1 FROM renamed WHERE was = old.who AND head = new.who) BEGIN
    INSERT INTO uncompared VALUES (new.report) ON CONFLICT DO NOTHING;
END;
