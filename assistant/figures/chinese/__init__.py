"""The figures of Chinese and Japanese text. The way in is ``reading.read_chinese``."""
