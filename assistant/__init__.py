"""English briefings from raw dumps of foreign-language news pages, checked against the source without a model."""

__version__ = "0.1.0"
