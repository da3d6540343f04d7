-- The record: reports with their statements, contacts and actors, and every word that proves them.
-- `number` columns keep the order of arrival; `id` columns are content hashes. Times ending in `_at` are UTC.

CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    model TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;

CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- A changed text under the same URL is a report of its own; `superseded_by` leads from the old one to the next. Reports
-- without a URL are never taken for versions of one another: files of different reports often have the same name.
CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    day TEXT,
    url TEXT,
    text TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    revised TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources,
    run INTEGER NOT NULL REFERENCES runs,
    superseded_by TEXT REFERENCES reports (id)
) STRICT;
CREATE INDEX reports_by_url ON reports (url);
CREATE INDEX reports_by_name ON reports (name);

CREATE TABLE readings (
    report TEXT PRIMARY KEY REFERENCES reports (id),
    model TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs,
    reading TEXT NOT NULL CHECK (json_valid(reading))
) STRICT;

-- One row for each actor of each report. `cluster` is the actor that stands for all rows of the same actor in the
-- record, NULL until rows have been compared; `identity` is what questions group by.
CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    party TEXT,
    why TEXT NOT NULL CHECK (json_valid(why)),
    cluster TEXT REFERENCES actors (id) ON DELETE SET NULL,
    identity TEXT NOT NULL GENERATED ALWAYS AS (coalesce(cluster, id)) VIRTUAL
) STRICT;
CREATE INDEX actors_by_report ON actors (report);
CREATE INDEX actors_by_cluster ON actors (cluster);
CREATE INDEX actors_by_identity ON actors (identity);

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    speaker TEXT REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    inside TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    said_from TEXT,
    said_to TEXT,
    said_basis TEXT,
    said_precision TEXT,
    act TEXT NOT NULL,
    issue TEXT NOT NULL,
    stance TEXT NOT NULL,
    confidence REAL NOT NULL,
    why TEXT NOT NULL CHECK (json_valid(why))
) STRICT;
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX statements_by_speaker ON statements (speaker);
CREATE INDEX statements_by_inside ON statements (inside);

CREATE TABLE statement_via (
    statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (statement, position)
) STRICT;
CREATE INDEX statement_via_by_actor ON statement_via (actor);

CREATE TABLE contacts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    mediator TEXT REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT,
    round INTEGER,
    when_from TEXT,
    when_to TEXT,
    when_basis TEXT,
    when_precision TEXT,
    per TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX contacts_by_report ON contacts (report);
CREATE INDEX contacts_by_mediator ON contacts (mediator);
CREATE INDEX contacts_by_per ON contacts (per);

CREATE TABLE contact_parties (
    contact TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (contact, position)
) STRICT;
CREATE INDEX contact_parties_by_actor ON contact_parties (actor);

-- Every span that an entry stands on: half-open code points of the report's text, and the words found there.
-- `link` is the place in the chain of relayers for the role via, otherwise 0.
CREATE TABLE evidence (
    report TEXT NOT NULL REFERENCES reports (id),
    entry TEXT NOT NULL,
    role TEXT NOT NULL,
    link INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report, entry, role, link, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    message TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs
) STRICT;

CREATE VIRTUAL TABLE report_words USING fts5 (
    text, content = 'reports', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER reports_inserted AFTER INSERT ON reports BEGIN
    INSERT INTO report_words (rowid, text) VALUES (new.number, new.text);
END;

CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, content = 'statements', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_inserted AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER statements_deleted AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, content) VALUES ('delete', old.number, old.content);
END;
