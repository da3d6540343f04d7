-- Lists of the whole record, a page at a time, by day; a bound that nothing fixes does not sort.
CREATE INDEX reports_by_known_day ON reports (coalesce(day, ''), number, superseded_by);
CREATE INDEX reports_by_outlet ON reports (outlet, day);
CREATE INDEX statements_by_day ON statements (coalesce(said_from, said_to, ''), number, said_from, said_to, report);
CREATE INDEX statements_by_act ON statements (act, coalesce(said_from, said_to, ''));
CREATE INDEX statements_by_issue ON statements (issue, coalesce(said_from, said_to, ''));
CREATE INDEX statements_by_stance ON statements (stance, coalesce(said_from, said_to, ''));
CREATE INDEX contacts_by_day ON contacts (coalesce(when_from, when_to, ''), number, when_from, when_to, report);

-- Who appears in the record, by the id that stands for all rows of the same actor, with how often it does what: a summary of
-- other tables, for lists. Names are in the order of how many reports use them.
CREATE TABLE identities (
    actor TEXT PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    party TEXT,
    side TEXT,
    names TEXT NOT NULL,
    reports INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    relayed INTEGER NOT NULL,
    contacts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_weight ON identities (statements DESC, reports DESC, name, actor);
CREATE INDEX identities_by_party ON identities (party);

-- The identities whose summary is to be made again.
CREATE TABLE identities_due (actor TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER identities_due_to_new_actors AFTER INSERT ON actors BEGIN
    INSERT INTO identities_due VALUES (coalesce(new.cluster, new.id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER identities_due_to_gone_actors AFTER DELETE ON actors BEGIN
    INSERT INTO identities_due VALUES (coalesce(old.cluster, old.id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER identities_due_to_clusters AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    INSERT INTO identities_due VALUES (coalesce(old.cluster, old.id)), (coalesce(new.cluster, new.id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER identities_due_to_judgements AFTER INSERT ON confirmed BEGIN
    INSERT INTO identities_due VALUES (new.actor) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER identities_due_to_gone_judgements AFTER DELETE ON confirmed BEGIN
    INSERT INTO identities_due VALUES (old.actor) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER identities_due_to_versions AFTER UPDATE OF superseded_by ON reports WHEN old.superseded_by IS NOT new.superseded_by BEGIN
    INSERT INTO identities_due SELECT identity FROM actors WHERE report = new.id ON CONFLICT DO NOTHING;
END;
INSERT INTO identities_due SELECT DISTINCT identity FROM actors;

CREATE INDEX readings_by_run ON readings (run);
CREATE INDEX failures_by_run ON failures (run);
