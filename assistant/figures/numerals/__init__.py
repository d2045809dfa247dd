"""The written numbers of Chinese and Japanese, whatever they count. The way in is ``reading.read_numeral``."""
