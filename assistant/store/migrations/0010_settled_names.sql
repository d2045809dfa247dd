-- Whether the names that a run told are settled. They are when it ends; of one that was killed, by the next run.
ALTER TABLE runs ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
UPDATE runs SET settled = 1;
