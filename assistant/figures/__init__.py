"""Figures: reading numbers, amounts, shares and dates in Chinese, Japanese and English, and holding the two together."""
