-- The reports of an outlet are found, and told from older versions, without reading any of them.
DROP INDEX reports_by_outlet;
CREATE INDEX reports_by_outlet ON reports (outlet, coalesce(day, ''), number, superseded_by, id, day);

-- How many statements, contacts and reports, of all versions of reports, have each day as the first that is known ('' if none is): of all
-- (name and value are ''), and of each value of one filter. It takes the place of statement_days.
DROP TRIGGER statement_days_gain;
DROP TRIGGER statement_days_lose;
DROP TRIGGER statement_days_move;
DROP TABLE statement_days;
CREATE TABLE tallies (
    entries TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (entries, name, value, day)
) STRICT, WITHOUT ROWID;
CREATE VIEW statements_to_tally AS
SELECT id, column1 AS name, column2 AS value, coalesce(said_from, said_to, '') AS day FROM statements, (VALUES ('', '')) UNION ALL
SELECT id, 'kind', kind, coalesce(said_from, said_to, '') FROM statements UNION ALL
SELECT id, 'act', act, coalesce(said_from, said_to, '') FROM statements UNION ALL
SELECT id, 'issue', issue, coalesce(said_from, said_to, '') FROM statements UNION ALL
SELECT id, 'stance', stance, coalesce(said_from, said_to, '') FROM statements UNION ALL
SELECT statements.id, 'outlet', outlet, coalesce(said_from, said_to, '') FROM statements JOIN reports ON reports.id = report
WHERE outlet IS NOT NULL;
CREATE VIEW contacts_to_tally AS
SELECT id, column1 AS name, column2 AS value, coalesce(when_from, when_to, '') AS day FROM contacts, (VALUES ('', '')) UNION ALL
SELECT id, 'kind', kind, coalesce(when_from, when_to, '') FROM contacts UNION ALL
SELECT id, 'status', status, coalesce(when_from, when_to, '') FROM contacts UNION ALL
SELECT contacts.id, 'outlet', outlet, coalesce(when_from, when_to, '') FROM contacts JOIN reports ON reports.id = report
WHERE outlet IS NOT NULL;
CREATE VIEW reports_to_tally AS
SELECT id, column1 AS name, column2 AS value, coalesce(day, '') AS day FROM reports, (VALUES ('', '')) UNION ALL
SELECT id, 'outlet', outlet, coalesce(day, '') FROM reports WHERE outlet IS NOT NULL;
INSERT INTO tallies SELECT 'statements', name, value, day, count(*) FROM statements_to_tally GROUP BY 2, 3, 4;
INSERT INTO tallies SELECT 'contacts', name, value, day, count(*) FROM contacts_to_tally GROUP BY 2, 3, 4;
INSERT INTO tallies SELECT 'reports', name, value, day, count(*) FROM reports_to_tally GROUP BY 2, 3, 4;

CREATE TRIGGER statements_tallied AFTER INSERT ON statements BEGIN
    INSERT INTO tallies SELECT 'statements', name, value, day, 1 FROM statements_to_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER statements_untallied BEFORE DELETE ON statements BEGIN
    INSERT INTO tallies SELECT 'statements', name, value, day, -1 FROM statements_to_tally WHERE id = old.id
    ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER statements_tallied_before BEFORE UPDATE OF said_from, said_to, kind, act, issue, stance ON statements BEGIN
    INSERT INTO tallies SELECT 'statements', name, value, day, -1 FROM statements_to_tally WHERE id = old.id
    ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER statements_tallied_after AFTER UPDATE OF said_from, said_to, kind, act, issue, stance ON statements BEGIN
    INSERT INTO tallies SELECT 'statements', name, value, day, 1 FROM statements_to_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER contacts_tallied AFTER INSERT ON contacts BEGIN
    INSERT INTO tallies SELECT 'contacts', name, value, day, 1 FROM contacts_to_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER contacts_untallied BEFORE DELETE ON contacts BEGIN
    INSERT INTO tallies SELECT 'contacts', name, value, day, -1 FROM contacts_to_tally WHERE id = old.id
    ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER contacts_tallied_before BEFORE UPDATE OF when_from, when_to, kind, status ON contacts BEGIN
    INSERT INTO tallies SELECT 'contacts', name, value, day, -1 FROM contacts_to_tally WHERE id = old.id
    ON CONFLICT DO UPDATE SET n = n - 1;
END;
CREATE TRIGGER contacts_tallied_after AFTER UPDATE OF when_from, when_to, kind, status ON contacts BEGIN
    INSERT INTO tallies SELECT 'contacts', name, value, day, 1 FROM contacts_to_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER reports_tallied AFTER INSERT ON reports BEGIN
    INSERT INTO tallies SELECT 'reports', name, value, day, 1 FROM reports_to_tally WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- How many statements with a stance each side has on each issue, of all versions of reports: which sides have said most.
CREATE TABLE sides_said (
    side TEXT NOT NULL,
    issue TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (side, issue)
) STRICT, WITHOUT ROWID;
INSERT INTO sides_said SELECT side, issue, count(*) FROM statements WHERE side IS NOT NULL AND stance <> 'none' GROUP BY 1, 2;
CREATE TRIGGER sides_said_gain AFTER INSERT ON statements WHEN new.side IS NOT NULL AND new.stance <> 'none' BEGIN
    INSERT INTO sides_said VALUES (new.side, new.issue, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER sides_said_lose BEFORE DELETE ON statements WHEN old.side IS NOT NULL AND old.stance <> 'none' BEGIN
    UPDATE sides_said SET n = n - 1 WHERE side = old.side AND issue = old.issue;
END;
CREATE TRIGGER sides_said_move AFTER UPDATE OF side, issue, stance ON statements
WHEN (old.side, old.issue, old.stance) IS NOT (new.side, new.issue, new.stance) BEGIN
    UPDATE sides_said SET n = n - 1 WHERE side = old.side AND issue = old.issue AND old.stance <> 'none';
    INSERT INTO sides_said SELECT new.side, new.issue, 1 WHERE new.side IS NOT NULL AND new.stance <> 'none'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
