-- What was sent to a Batch API, or was about to be: written before it is sent, so that no work is submitted twice.
CREATE TABLE batches (
    token    TEXT PRIMARY KEY,        -- our name for it, which goes along as metadata
    server   TEXT NOT NULL,
    batch_id TEXT NOT NULL,           -- the server's name for it; empty: it may not have been created
    sent     TEXT NOT NULL            -- ISO 8601, UTC
) STRICT;
CREATE TABLE batch_requests (
    batch TEXT NOT NULL REFERENCES batches (token),
    key   TEXT NOT NULL,              -- of the call
    PRIMARY KEY (batch, key)
) STRICT, WITHOUT ROWID;
