-- Which reports were written, and from what: a day of which nothing has changed is not written again.
CREATE TABLE reports (
    path    TEXT PRIMARY KEY,         -- without the ending of the format
    made_of TEXT NOT NULL,            -- SHA-256 of everything that decides the bytes
    files   TEXT NOT NULL,            -- JSON: path of each file -> SHA-256
    whole   INTEGER NOT NULL,
    summary TEXT NOT NULL             -- what was printed
) STRICT;
