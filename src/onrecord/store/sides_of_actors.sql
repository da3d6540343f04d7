-- Where a report does not give the side of an actor, other reports of the same actor do. `unsettled` are the actors of the record
-- whose reports have changed since that was last looked at; store/sides.py settles them.
CREATE TABLE unsettled (
    actor TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO unsettled SELECT DISTINCT identity FROM actors;
CREATE TRIGGER actors_written AFTER INSERT ON actors BEGIN
    INSERT INTO unsettled VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER actors_moved AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    INSERT INTO unsettled VALUES (coalesce(old.cluster, old.id)) ON CONFLICT DO NOTHING;
    INSERT INTO unsettled VALUES (coalesce(new.cluster, new.id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER actors_gone AFTER DELETE ON actors BEGIN
    INSERT INTO unsettled VALUES (coalesce(old.cluster, old.id)) ON CONFLICT DO NOTHING;
END;

-- The last day of the record, and the few reports that a later version has superseded, are found without reading any text.
CREATE INDEX reports_by_day ON reports (day);
CREATE INDEX reports_superseded ON reports (id) WHERE superseded_by IS NOT NULL;

-- An actor is asked for by its name.
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE);

-- How many utterances with a stance a side has on an issue is counted without reading any statement.
CREATE INDEX statements_of_positions ON statements (side, issue, utterance, report) WHERE stance != 'none';
