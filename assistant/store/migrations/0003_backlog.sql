-- How many news items a dump holds, so that a dump that is done is known without cutting it again; NULL: not known.
ALTER TABLE dumps ADD COLUMN items INTEGER;
CREATE INDEX briefings_by_dump ON briefings (dump, status);
CREATE INDEX briefings_by_run ON briefings (run, status);
