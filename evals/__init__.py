"""Evals: how good the figure check is, measured on cases written by us and held to floors that may only rise."""
