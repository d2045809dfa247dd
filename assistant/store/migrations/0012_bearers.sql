-- Originals that the user settled as variants of one name share its bearer, the folded form of one of them; '' stands alone.
ALTER TABLE glossary ADD COLUMN bearer TEXT NOT NULL DEFAULT '';
CREATE INDEX glossary_bearer ON glossary (bearer) WHERE bearer <> '';
