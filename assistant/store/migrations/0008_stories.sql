-- Which briefings tell the same story, and what it is about. A briefing without a row has not been sorted yet.
CREATE TABLE stories (
    briefing TEXT PRIMARY KEY,
    story    TEXT NOT NULL,           -- the briefing that tells it best: the one that a list shows
    topic    TEXT NOT NULL,
    told     INTEGER NOT NULL         -- how many briefings tell it
) STRICT;
CREATE INDEX stories_by_story ON stories (story);
CREATE INDEX stories_by_topic ON stories (topic);
