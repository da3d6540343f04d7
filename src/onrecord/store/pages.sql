-- Every page of a large record is found by an index; nothing here has to be made again by hand, triggers keep it.

-- The words of all names, parties, sides, outlets and places, as people type them (store/words.py), each with every text that has it.
-- Texts that are used no more may stay: what is found by them is looked for among entries afterwards.
CREATE TABLE words (
    word TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (word, text)
) STRICT, WITHOUT ROWID;
CREATE VIEW texts_to_word AS
SELECT value AS word, text FROM (
    SELECT name AS text FROM actors UNION SELECT party FROM actors UNION SELECT side FROM actors UNION
    SELECT outlet FROM reports UNION SELECT place FROM contacts
), json_each(words_of(text));
INSERT INTO words SELECT * FROM texts_to_word WHERE TRUE ON CONFLICT DO NOTHING;
CREATE TRIGGER actors_worded AFTER INSERT ON actors BEGIN
    INSERT INTO words SELECT known.value, told.value
    FROM json_each(json_array(new.name, new.party, new.side)) AS told, json_each(words_of(told.value)) AS known WHERE TRUE
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER reports_worded AFTER INSERT ON reports WHEN new.outlet IS NOT NULL BEGIN
    INSERT INTO words SELECT value, new.outlet FROM json_each(words_of(new.outlet)) WHERE TRUE ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_worded AFTER INSERT ON contacts WHEN new.place IS NOT NULL BEGIN
    INSERT INTO words SELECT value, new.place FROM json_each(words_of(new.place)) WHERE TRUE ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER contacts_worded_anew AFTER UPDATE OF place ON contacts WHEN new.place IS NOT NULL BEGIN
    INSERT INTO words SELECT value, new.place FROM json_each(words_of(new.place)) WHERE TRUE ON CONFLICT DO NOTHING;
END;
CREATE INDEX actors_by_party ON actors (party) WHERE party IS NOT NULL;
CREATE INDEX actors_by_own_side ON actors (side) WHERE side IS NOT NULL;

-- Occasions, each with what lists are in the order of: the first day that any telling gives, that of publication if it gives none, and
-- that telling; the days between which it can have been by any of those that give some; and how many reports tell of it.
CREATE TABLE occasions (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    published TEXT NOT NULL,
    first TEXT NOT NULL,
    begins TEXT,
    ends TEXT,
    reports INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_by_head ON contacts (coalesce(occasion, id));
CREATE INDEX contacts_by_kind ON contacts (kind, coalesce(occasion, id));
CREATE INDEX contacts_by_status ON contacts (status, coalesce(occasion, id));
CREATE INDEX contacts_by_place ON contacts (place, coalesce(occasion, id)) WHERE place IS NOT NULL;
CREATE VIEW tellings AS
SELECT coalesce(occasion, contacts.id) AS head, contacts.id AS id, report, coalesce(when_from, when_to, day, '') AS day,
    coalesce(day, '') AS published,
    iif(when_basis IS NULL, NULL, coalesce(when_from, '')) AS begins, iif(when_basis IS NULL, NULL, coalesce(when_to, '9999')) AS ends
FROM contacts CROSS JOIN reports ON reports.id = report WHERE superseded_by IS NULL AND state <> 'rejected';
INSERT INTO occasions
SELECT head, day, published, id, begins, ends, reports FROM (
    SELECT head, day, published, id, min(begins) OVER heads AS begins, max(ends) OVER heads AS ends,
        row_number() OVER (PARTITION BY head ORDER BY day, published, id) AS place, 0 AS reports
    FROM tellings WINDOW heads AS (PARTITION BY head)
) WHERE place = 1;
UPDATE occasions SET reports = told.n FROM (SELECT head, count(DISTINCT report) AS n FROM tellings GROUP BY head) AS told WHERE head = id;
CREATE INDEX occasions_by_day ON occasions (day, published, first, begins, ends, reports);

-- An occasion that is inserted here is summed up again.
CREATE VIEW occasions_to_sum AS SELECT id FROM occasions;
CREATE TRIGGER occasions_summed INSTEAD OF INSERT ON occasions_to_sum BEGIN
    DELETE FROM occasions WHERE id = new.id;
    INSERT INTO occasions
    SELECT head, day, published, id, (SELECT min(begins) FROM tellings WHERE head = new.id),
        (SELECT max(ends) FROM tellings WHERE head = new.id), (SELECT count(DISTINCT report) FROM tellings WHERE head = new.id)
    FROM tellings WHERE head = new.id ORDER BY day, published, id LIMIT 1;
END;
CREATE TRIGGER occasions_gain AFTER INSERT ON contacts BEGIN
    INSERT INTO occasions_to_sum VALUES (coalesce(new.occasion, new.id));
END;
CREATE TRIGGER occasions_lose AFTER DELETE ON contacts BEGIN
    INSERT INTO occasions_to_sum VALUES (coalesce(old.occasion, old.id));
END;
CREATE TRIGGER occasions_change AFTER UPDATE OF occasion, state, when_from, when_to, when_basis ON contacts
WHEN (old.occasion, old.state = 'rejected', old.when_from, old.when_to, old.when_basis)
IS NOT (new.occasion, new.state = 'rejected', new.when_from, new.when_to, new.when_basis) BEGIN
    INSERT INTO occasions_to_sum SELECT coalesce(old.occasion, old.id) UNION SELECT coalesce(new.occasion, new.id);
END;
CREATE TRIGGER occasions_of_versions AFTER UPDATE OF superseded_by ON reports WHEN old.superseded_by IS NOT new.superseded_by BEGIN
    INSERT INTO occasions_to_sum SELECT DISTINCT coalesce(occasion, id) FROM contacts WHERE report = new.id;
END;

-- Contradictions that are proposed, with what lists are in the order of: the later and the earlier day of the two reports; the days between
-- which one of the two entries can have been ('~' and '' if neither gives any), and their issues.
CREATE TABLE pairs (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    later TEXT NOT NULL,
    earlier TEXT NOT NULL,
    score REAL NOT NULL,
    kind TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    a_issue TEXT,
    b_issue TEXT,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_by_b ON pairs (b);
CREATE VIEW contradictions_to_pair AS
SELECT a, b, max(coalesce(one.day, ''), coalesce(other.day, '')) AS later, min(coalesce(one.day, ''), coalesce(other.day, '')) AS earlier,
    score, contradictions.kind AS kind,
    min(iif(coalesce(said.said_basis, held.when_basis) IS NULL, '~', coalesce(said.said_from, held.when_from, '')),
        iif(coalesce(also.said_basis, met.when_basis) IS NULL, '~', coalesce(also.said_from, met.when_from, ''))) AS begins,
    max(iif(coalesce(said.said_basis, held.when_basis) IS NULL, '', coalesce(said.said_to, held.when_to, '9999')),
        iif(coalesce(also.said_basis, met.when_basis) IS NULL, '', coalesce(also.said_to, met.when_to, '9999'))) AS ends,
    said.issue AS a_issue, also.issue AS b_issue
FROM contradictions
LEFT JOIN statements AS said ON said.id = a LEFT JOIN contacts AS held ON held.id = a
LEFT JOIN statements AS also ON also.id = b LEFT JOIN contacts AS met ON met.id = b
LEFT JOIN reports AS one ON one.id = coalesce(said.report, held.report)
LEFT JOIN reports AS other ON other.id = coalesce(also.report, met.report);
INSERT INTO pairs SELECT * FROM contradictions_to_pair;
CREATE INDEX pairs_by_day ON pairs (later, earlier, score DESC, a, b, kind, begins, ends, a_issue, b_issue);
CREATE TRIGGER contradictions_paired AFTER INSERT ON contradictions BEGIN
    INSERT INTO pairs SELECT * FROM contradictions_to_pair WHERE (a, b) = (new.a, new.b);
END;
CREATE TRIGGER contradictions_parted AFTER DELETE ON contradictions BEGIN
    DELETE FROM pairs WHERE (a, b) = (old.a, old.b);
END;
CREATE TRIGGER statements_paired_anew AFTER UPDATE OF said_from, said_to, said_basis, issue ON statements
WHEN (old.said_from, old.said_to, old.said_basis, old.issue) IS NOT (new.said_from, new.said_to, new.said_basis, new.issue) BEGIN
    INSERT INTO pairs SELECT * FROM contradictions_to_pair WHERE a = new.id UNION ALL SELECT * FROM contradictions_to_pair WHERE b = new.id
    ON CONFLICT DO UPDATE SET (begins, ends, a_issue, b_issue) = (excluded.begins, excluded.ends, excluded.a_issue, excluded.b_issue);
END;
CREATE TRIGGER contacts_paired_anew AFTER UPDATE OF when_from, when_to, when_basis ON contacts
WHEN (old.when_from, old.when_to, old.when_basis) IS NOT (new.when_from, new.when_to, new.when_basis) BEGIN
    INSERT INTO pairs SELECT * FROM contradictions_to_pair WHERE a = new.id UNION ALL SELECT * FROM contradictions_to_pair WHERE b = new.id
    ON CONFLICT DO UPDATE SET (begins, ends) = (excluded.begins, excluded.ends);
END;

-- Tellings of what two reports or more tell, in the order of the days on which it was said; the number of those reports. What is due is
-- summed up by store/retold.py when groups have been made; whoever reads it looks at the groups as they are.
CREATE TABLE retold (
    number INTEGER PRIMARY KEY,
    utterance TEXT NOT NULL,
    day TEXT NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
CREATE INDEX retold_by_day ON retold (day, number, reports);
CREATE INDEX retold_by_utterance ON retold (utterance);
CREATE TABLE retold_due (utterance TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIEW retold_to_sum AS
SELECT number, utterance, coalesce(said_from, said_to, '') AS day, reports FROM (
    SELECT retold_due.utterance AS head, count(DISTINCT report) AS reports FROM retold_due
    CROSS JOIN statements ON statements.utterance = retold_due.utterance CROSS JOIN reports ON reports.id = report WHERE superseded_by IS NULL
    GROUP BY 1 HAVING count(DISTINCT report) > 1
) CROSS JOIN statements ON utterance = head;
INSERT INTO retold_due SELECT DISTINCT utterance FROM statements WHERE utterance IS NOT id AND utterance IS NOT NULL;
INSERT INTO retold SELECT * FROM retold_to_sum;
DELETE FROM retold_due;
CREATE TRIGGER retold_left AFTER UPDATE OF utterance ON statements WHEN old.utterance IS NOT NULL AND old.utterance IS NOT new.utterance BEGIN
    INSERT INTO retold_due VALUES (old.utterance) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER retold_met AFTER UPDATE OF utterance ON statements WHEN new.utterance IS NOT NULL AND new.utterance IS NOT new.id BEGIN
    INSERT INTO retold_due VALUES (new.utterance) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER retold_gone AFTER DELETE ON statements WHEN old.utterance IS NOT NULL BEGIN
    INSERT INTO retold_due VALUES (old.utterance) ON CONFLICT DO NOTHING;
    DELETE FROM retold WHERE number = old.number;
END;
CREATE TRIGGER retold_moved AFTER UPDATE OF said_from, said_to ON statements
WHEN coalesce(old.said_from, old.said_to, '') <> coalesce(new.said_from, new.said_to, '') BEGIN
    UPDATE retold SET day = coalesce(new.said_from, new.said_to, '') WHERE number = new.number;
END;
CREATE TRIGGER retold_versions AFTER UPDATE OF superseded_by ON reports WHEN old.superseded_by IS NOT new.superseded_by BEGIN
    INSERT INTO retold_due SELECT utterance FROM statements WHERE report = new.id AND utterance IS NOT NULL ON CONFLICT DO NOTHING;
END;

-- Actors are listed by name, and counted by type.
CREATE INDEX identities_by_name ON identities (name, actor);
CREATE INDEX identities_by_type ON identities (type);
