-- What was received, what was made of it, and in which run.
CREATE TABLE dumps (
    sha256   TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    encoding TEXT NOT NULL,
    received TEXT NOT NULL,
    text     BLOB NOT NULL            -- zlib of UTF-8
) STRICT;

CREATE TABLE runs (
    id       TEXT PRIMARY KEY,
    started  TEXT NOT NULL,           -- ISO 8601 with zone
    finished TEXT,                    -- NULL: running, or killed
    title    TEXT NOT NULL,
    model    TEXT NOT NULL,           -- empty: none
    whole    INTEGER NOT NULL DEFAULT 0,
    notices  TEXT NOT NULL DEFAULT '[]',
    summary  TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- One row per item; a later briefing of the same item takes its place.
CREATE TABLE briefings (
    id        TEXT PRIMARY KEY,
    dump      TEXT NOT NULL REFERENCES dumps (sha256),
    run       TEXT NOT NULL REFERENCES runs (id),
    position  INTEGER NOT NULL,       -- the item's place in its dump
    day       TEXT NOT NULL,          -- the day of the page, ISO 8601
    status    TEXT NOT NULL,
    kind      TEXT NOT NULL,
    headline  TEXT NOT NULL,          -- English, or empty
    original  TEXT NOT NULL,          -- the source's headline
    outlet    TEXT NOT NULL,
    published TEXT NOT NULL,          -- ISO 8601 date, or empty
    flags     INTEGER NOT NULL,
    figures   INTEGER NOT NULL,       -- English figures checked
    saved     TEXT NOT NULL,
    body      BLOB NOT NULL,          -- zlib of the JSON record
    checksum  INTEGER NOT NULL        -- CRC 32 of body
) STRICT;
CREATE INDEX briefings_by_day ON briefings (day DESC, dump, position);

-- What the reader did; it outlives a new briefing of the same item.
CREATE TABLE marks (
    briefing TEXT PRIMARY KEY,
    read_at  TEXT NOT NULL
) STRICT;

-- Each model call, under a key of everything that decides its answer. No key of an account is ever stored.
CREATE TABLE calls (
    key            TEXT PRIMARY KEY,
    run            TEXT NOT NULL,
    at             TEXT NOT NULL,
    outcome        TEXT NOT NULL,     -- 'answered', or the kind of the error
    is_kept        INTEGER NOT NULL,  -- stands for every later call of the same key
    message        TEXT NOT NULL,     -- what the error says to the reader
    server         TEXT NOT NULL,
    model          TEXT NOT NULL,     -- as it was asked for
    answered_by    TEXT NOT NULL,     -- as the server gave it
    prompt         TEXT NOT NULL,
    prompt_version INTEGER NOT NULL,
    prompt_sha256  TEXT NOT NULL,
    schema_name    TEXT NOT NULL,
    schema_sha256  TEXT NOT NULL,
    parameters     TEXT NOT NULL,     -- canonical JSON
    request        BLOB NOT NULL,     -- zlib of JSON: system and user message
    reply          BLOB NOT NULL,     -- zlib of the reply as the server gave it
    checksum       INTEGER NOT NULL,  -- CRC 32 of reply
    input_tokens   INTEGER NOT NULL,
    output_tokens  INTEGER NOT NULL,
    cached_tokens  INTEGER NOT NULL,
    seconds        REAL NOT NULL,
    cost_usd       REAL               -- NULL: price unknown
) STRICT;
CREATE INDEX calls_by_run ON calls (run, at);

-- Words of both languages; Chinese as character pairs, because trigram indexes find nothing for two-character words.
CREATE VIRTUAL TABLE search USING fts5 (briefing UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2');
