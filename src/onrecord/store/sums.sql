-- What an actor of the record is summed up from is counted in indexes, in their order, without a look at its rows: some have thousands.
-- Who relays a statement, or brought a contact about, is kept with it as that actor of the record, as who takes part is.
DROP INDEX actors_by_identity;
DROP INDEX actors_by_side;
CREATE INDEX actors_by_identity ON actors (identity, report);
CREATE INDEX actors_as_called ON actors (identity, name, role, party, side);
DROP INDEX contact_parties_by_who;
CREATE INDEX contact_parties_by_who ON contact_parties (who, contact);

ALTER TABLE statement_via ADD COLUMN who TEXT;
UPDATE statement_via SET who = (SELECT identity FROM actors WHERE id = actor);
CREATE INDEX statement_via_by_who ON statement_via (who, statement);
ALTER TABLE contacts ADD COLUMN broker TEXT;
UPDATE contacts SET broker = (SELECT identity FROM actors WHERE id = mediator) WHERE mediator IS NOT NULL;
CREATE INDEX contacts_by_broker ON contacts (broker, id) WHERE broker IS NOT NULL;
CREATE TRIGGER relayers_clustered AFTER UPDATE OF cluster ON actors WHEN old.cluster IS NOT new.cluster BEGIN
    UPDATE statement_via SET who = new.identity WHERE actor = new.id;
    UPDATE contacts SET broker = new.identity WHERE mediator = new.id;
END;

-- Words of the statements of a report are indexed together (store/statements.py), not each in a stretch of the index of its own.
DROP TRIGGER statements_inserted;

-- What is asked first of statements of like words, of which there are hundreds.
CREATE INDEX statements_in_brief ON statements (id, who, side, report, speaker);
