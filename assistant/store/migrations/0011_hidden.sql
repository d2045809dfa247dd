-- The briefings that a list in stories does not show, few as a rule: to look for each of ten thousand among them is cheap.
CREATE INDEX stories_hidden ON stories (briefing, story) WHERE story <> briefing;
