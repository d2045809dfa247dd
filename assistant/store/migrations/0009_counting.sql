-- What a list counts while one types, without touching the rows: those hold the briefings whole.
CREATE INDEX briefings_counted ON briefings (day DESC, number, flags, id);
