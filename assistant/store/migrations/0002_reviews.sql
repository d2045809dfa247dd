-- What the user thinks of a finding; it outlives a new briefing of the same item, and feeds the evals.
CREATE TABLE reviews (
    briefing TEXT NOT NULL,
    finding  TEXT NOT NULL,           -- what names it over runs: check, place, English, source
    verdict  TEXT NOT NULL,           -- 'seen' or 'false alarm'
    note     TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (briefing, finding)
) STRICT;
