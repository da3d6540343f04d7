-- The reports of an outlet are found, and told from older versions, without reading any of them.
DROP INDEX reports_by_outlet;
CREATE INDEX reports_by_outlet ON reports (outlet, coalesce(day, ''), number, superseded_by, id, day);
