-- Lists that are filtered: what statements are asked for stands in each index that leads to them, so that those which do not fit are
-- passed over without being read. Who speaks is in one alone, because it changes whenever actors are brought together.
DROP INDEX statements_by_day;
DROP INDEX statements_by_act;
DROP INDEX statements_by_issue;
DROP INDEX statements_by_stance;
DROP INDEX statements_by_who;
CREATE INDEX statements_by_day ON statements
    (coalesce(said_from, said_to, ''), number, said_from, said_to, report, kind, state, act, issue, stance);
CREATE INDEX statements_by_act ON statements
    (act, coalesce(said_from, said_to, ''), number, issue, stance, kind, state, said_from, said_to, report);
CREATE INDEX statements_by_issue ON statements
    (issue, coalesce(said_from, said_to, ''), number, stance, act, kind, state, said_from, said_to, report);
CREATE INDEX statements_by_stance ON statements
    (stance, coalesce(said_from, said_to, ''), number, act, issue, kind, state, said_from, said_to, report);
CREATE INDEX statements_by_who ON statements (who, said_from, said_to, act, issue, stance, kind, state, report);

-- How far from its first known day an entry may reach: few last longer than a month, or have no end; of those without a beginning, the
-- latest is asked for. Between these bounds alone an entry of some days is looked for.
CREATE INDEX statements_that_last ON statements (coalesce(said_from, said_to, ''), said_to)
    WHERE said_from IS NOT NULL AND coalesce(said_to, '9999') > date(said_from, '+31 days');
CREATE INDEX statements_without_beginning ON statements (said_to) WHERE said_from IS NULL;

-- The same for contacts and reports, which are fewer.
DROP INDEX contacts_by_day;
CREATE INDEX contacts_by_day ON contacts (coalesce(when_from, when_to, ''), number, when_from, when_to, report, kind, status, state, place);
DROP INDEX reports_by_known_day;
CREATE INDEX reports_by_known_day ON reports (coalesce(day, ''), number, superseded_by, day, outlet);

-- How many statements of each kind have each day as the first that is known, of all versions of reports; '' if none is.
CREATE TABLE statement_days (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO statement_days SELECT coalesce(said_from, said_to, ''), kind, count(*) FROM statements GROUP BY 1, 2;
CREATE TRIGGER statement_days_gain AFTER INSERT ON statements BEGIN
    INSERT INTO statement_days VALUES (coalesce(new.said_from, new.said_to, ''), new.kind, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER statement_days_lose AFTER DELETE ON statements BEGIN
    UPDATE statement_days SET n = n - 1 WHERE day = coalesce(old.said_from, old.said_to, '') AND kind = old.kind;
END;
CREATE TRIGGER statement_days_move AFTER UPDATE OF said_from, said_to, kind ON statements
WHEN (coalesce(old.said_from, old.said_to, ''), old.kind) <> (coalesce(new.said_from, new.said_to, ''), new.kind) BEGIN
    UPDATE statement_days SET n = n - 1 WHERE day = coalesce(old.said_from, old.said_to, '') AND kind = old.kind;
    INSERT INTO statement_days VALUES (coalesce(new.said_from, new.said_to, ''), new.kind, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
