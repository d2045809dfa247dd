"""The figures of English text. The way in is ``reading.read_english``."""
