-- How much stands on each statement, for the order of the review queue: other tellings of the same utterance, counted when groups have
-- been made (store/retold.py), and what is in its own report, which triggers count: statements inside it, contacts told in it, a position.
ALTER TABLE statements ADD COLUMN tellings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN bearing INTEGER NOT NULL DEFAULT 0;
CREATE VIEW statements_to_weigh AS
SELECT id, (SELECT count(*) FROM statements AS other WHERE other.inside = statements.id)
    + (SELECT count(*) FROM contacts WHERE per = statements.id) + (stance <> 'none' AND side IS NOT NULL) AS bearing
FROM statements;
UPDATE statements SET bearing = weighed.bearing FROM statements_to_weigh AS weighed WHERE weighed.id = statements.id;
UPDATE statements SET tellings = told.n - 1 FROM (SELECT utterance AS head, count(*) AS n FROM statements GROUP BY 1 HAVING n > 1) AS told
WHERE utterance = head;
CREATE INDEX statements_by_effect ON statements (-(tellings + bearing), number);

-- A statement that is inserted here is weighed again.
CREATE TRIGGER statements_weighed INSTEAD OF INSERT ON statements_to_weigh BEGIN
    UPDATE statements SET bearing = (SELECT bearing FROM statements_to_weigh WHERE id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER statements_gain_weight AFTER INSERT ON statements BEGIN
    INSERT INTO statements_to_weigh (id) SELECT new.id UNION SELECT new.inside WHERE new.inside IS NOT NULL;
END;
CREATE TRIGGER statements_change_weight AFTER UPDATE OF inside, stance, side ON statements
WHEN (old.inside, old.stance, old.side) IS NOT (new.inside, new.stance, new.side) BEGIN
    INSERT INTO statements_to_weigh (id) SELECT new.id UNION SELECT old.inside UNION SELECT new.inside;
END;
CREATE TRIGGER statements_lose_weight AFTER DELETE ON statements WHEN old.inside IS NOT NULL BEGIN
    INSERT INTO statements_to_weigh (id) VALUES (old.inside);
END;
CREATE TRIGGER contacts_give_weight AFTER INSERT ON contacts WHEN new.per IS NOT NULL BEGIN
    INSERT INTO statements_to_weigh (id) VALUES (new.per);
END;
CREATE TRIGGER contacts_move_weight AFTER UPDATE OF per ON contacts WHEN old.per IS NOT new.per BEGIN
    INSERT INTO statements_to_weigh (id) SELECT old.per UNION SELECT new.per;
END;
CREATE TRIGGER contacts_take_weight AFTER DELETE ON contacts WHEN old.per IS NOT NULL BEGIN
    INSERT INTO statements_to_weigh (id) VALUES (old.per);
END;
CREATE TRIGGER statements_regrouped AFTER UPDATE OF utterance ON statements WHEN old.utterance IS NOT new.utterance BEGIN
    UPDATE statements SET tellings = 0 WHERE id = new.id AND tellings <> 0;
    INSERT INTO retold_due SELECT new.utterance WHERE EXISTS (SELECT 1 FROM statements WHERE utterance = new.utterance AND id <> new.id)
    ON CONFLICT DO NOTHING;
END;
