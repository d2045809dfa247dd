-- The index is found again by a number of its own: by the briefing's id each save and each search read the whole index.
CREATE TABLE entries (
    number   INTEGER PRIMARY KEY,
    briefing TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO entries (number, briefing) SELECT rowid, briefing FROM search;
ALTER TABLE briefings ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE briefings SET number = coalesce((SELECT e.number FROM entries e WHERE e.briefing = briefings.id), 0);
