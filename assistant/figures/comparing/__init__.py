"""Hold an English text against its source: a verdict for every figure. The way in is ``comparison.compare``."""
