/**
 * The schema as it grew. A migration is never edited once released: append the next one.
 *
 * A text is stored once, by its full hash; only `readings` say who may see it. `search` holds one row a reading
 * with the folded, distinct words of each part, and with the scopes that see it in `sight`: the tokenizer "ascii"
 * splits at spaces alone, so what counts as a word is decided in one place, `foldWords`. Columns that search reads
 * stand before the long ones, so that SQLite need not load those. "secure-delete" takes forgotten words out of the
 * index's pages too, https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
  ) STRICT;

  CREATE TABLE readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    private INTEGER NOT NULL,
    article TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    url TEXT,
    text_id INTEGER NOT NULL REFERENCES texts (id),
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_at TEXT,
    engine TEXT NOT NULL,
    digest TEXT NOT NULL,
    statements TEXT NOT NULL,
    UNIQUE (platform, tenant, channel, article)
  ) STRICT;
  CREATE INDEX readings_by_time ON readings (platform, tenant, read_at);
  CREATE INDEX readings_by_channel ON readings (platform, tenant, channel, read_at);
  CREATE INDEX readings_by_article ON readings (platform, tenant, article);
  CREATE INDEX readings_by_url ON readings (platform, tenant, url);
  CREATE INDEX readings_by_text ON readings (text_id);

  CREATE TABLE speakers (
    reading INTEGER NOT NULL REFERENCES readings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    heard INTEGER NOT NULL,
    PRIMARY KEY (reading, name)
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE search USING fts5 (sight, title, speakers, text, tokenize = 'ascii', detail = 'column');
  INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

  CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT,
    article TEXT NOT NULL,
    question TEXT,
    speakers TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX turns_by_place ON turns (platform, tenant, channel, thread);
  CREATE INDEX turns_by_article ON turns (platform, tenant, article);

  CREATE TABLE settings (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('channel', 'tenant')),
    channel TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (platform, tenant, level, channel, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'sending', 'done', 'failed')),
    accepted_at INTEGER NOT NULL,
    sending_at INTEGER,
    UNIQUE (platform, key)
  ) STRICT;
  CREATE INDEX deliveries_by_state ON deliveries (state, accepted_at);
  `,
  `
  CREATE TABLE new_readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    private INTEGER NOT NULL,
    article TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    expired INTEGER NOT NULL DEFAULT 0,
    url TEXT,
    text_id INTEGER NOT NULL REFERENCES texts (id),
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_at TEXT,
    engine TEXT NOT NULL,
    digest TEXT NOT NULL,
    statements TEXT NOT NULL,
    UNIQUE (platform, tenant, channel, article)
  ) STRICT;
  INSERT INTO new_readings
    SELECT id, platform, tenant, channel, private, article, read_at, 1, 0, url, text_id,
      title, publisher, author, published_at, engine, digest, statements FROM readings;
  CREATE TABLE voices (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    private INTEGER NOT NULL,
    name TEXT NOT NULL,
    tail TEXT NOT NULL,
    heard INTEGER NOT NULL,
    PRIMARY KEY (platform, tenant, tail, name, channel, private)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX voices_gone ON voices (platform, tenant) WHERE heard <= 0;
  INSERT INTO voices
    WITH RECURSIVE tails (reading, name, heard, tail) AS (
      SELECT reading, name, heard, substr(words, 2) FROM speakers
      UNION
      SELECT reading, name, heard, substr(tail, instr(tail, ' ') + 1) FROM tails WHERE instr(tail, ' ') > 0
    )
    SELECT platform, tenant, channel, private, name, tail, sum(heard)
    FROM tails JOIN new_readings ON new_readings.id = reading GROUP BY platform, tenant, channel, private, name, tail;
  DROP TABLE speakers;

  DROP TABLE readings;
  ALTER TABLE new_readings RENAME TO readings;
  CREATE INDEX readings_by_time ON readings (platform, tenant, read_at);
  CREATE INDEX readings_in_the_open ON readings (platform, tenant, read_at) WHERE private = 0;
  CREATE INDEX readings_by_channel ON readings (platform, tenant, channel, read_at);
  CREATE INDEX readings_by_article ON readings (platform, tenant, article);
  CREATE INDEX readings_by_url ON readings (platform, tenant, url);
  CREATE INDEX readings_by_text ON readings (text_id);
  CREATE INDEX readings_by_age ON readings (read_at) WHERE expired = 0;

  ALTER TABLE deliveries ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'failed')),
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE UNIQUE INDEX jobs_by_key ON jobs (kind, key) WHERE state <> 'failed';
  CREATE INDEX jobs_by_time ON jobs (kind, due_at) WHERE state = 'waiting';
  `,
  `
  CREATE TABLE model_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    key TEXT NOT NULL,
    step INTEGER NOT NULL,
    article TEXT NOT NULL,
    person TEXT NOT NULL,
    prompt TEXT NOT NULL,
    model TEXT NOT NULL,
    output TEXT NOT NULL,
    failure TEXT,
    withheld TEXT NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (platform, tenant, key, step)
  ) STRICT;
  CREATE INDEX model_calls_by_article ON model_calls (platform, tenant, article, at);
  CREATE INDEX model_calls_by_time ON model_calls (at);

  CREATE TABLE model_spending (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    day TEXT NOT NULL,
    person TEXT NOT NULL,
    calls INTEGER NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    PRIMARY KEY (platform, tenant, day, person)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE digests (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    settings TEXT NOT NULL,
    last_date TEXT,
    next_date TEXT,
    next_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX digests_by_channel ON digests (platform, tenant, channel);
  CREATE INDEX digests_by_time ON digests (next_at);

  CREATE TABLE slots (
    digest TEXT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'built', 'sent', 'empty', 'missed', 'refused')),
    built_at INTEGER,
    edition TEXT,
    PRIMARY KEY (digest, date)
  ) STRICT;
  CREATE INDEX slots_by_age ON slots (digest, built_at);
  CREATE INDEX slots_open ON slots (at) WHERE state IN ('planned', 'built');

  CREATE TABLE subscriptions (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    channel TEXT NOT NULL,
    private INTEGER NOT NULL,
    url TEXT NOT NULL,
    name TEXT NOT NULL,
    tags TEXT NOT NULL,
    paused INTEGER NOT NULL,
    PRIMARY KEY (platform, tenant, channel, url)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subscriptions_by_url ON subscriptions (url, paused);

  CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    title TEXT,
    state TEXT,
    fetched_at INTEGER,
    poll_every INTEGER NOT NULL,
    next_at INTEGER,
    failing TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feeds_by_time ON feeds (next_at);

  CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    feed TEXT NOT NULL,
    identity TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    published_at TEXT,
    seen_at INTEGER NOT NULL,
    old INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'read', 'unreadable', 'quarantined')),
    article TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    UNIQUE (feed, identity)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entries_by_age ON entries (feed, seen_at);
  CREATE INDEX entries_waiting ON entries (seen_at, next_at) WHERE state = 'pending';

  CREATE TABLE attempts (
    content TEXT PRIMARY KEY,
    begun INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  "ALTER TABLE subscriptions ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0",
  `
  ALTER TABLE entries ADD COLUMN gone_at INTEGER;
  CREATE INDEX entries_listed ON entries (feed) WHERE gone_at IS NULL;
  CREATE INDEX entries_gone ON entries (gone_at) WHERE gone_at IS NOT NULL;
  `,
];
