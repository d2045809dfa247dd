-- How names are written: one spelling for each original, learnt by runs or locked by the user.
CREATE TABLE glossary (
    folded   TEXT PRIMARY KEY,        -- the original with both Chinese scripts made one
    original TEXT NOT NULL,
    english  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    locked   INTEGER NOT NULL DEFAULT 0,
    first    TEXT NOT NULL,           -- ISO 8601, UTC
    last     TEXT NOT NULL
) STRICT;
