"""Two calm themes, ink and paper. Verdicts have signs and words; their colours only help the eye."""

from textual.theme import Theme

INK = Theme(
    name="ink",
    primary="#8ab4d8",
    secondary="#c9b98f",
    accent="#8ab4d8",
    warning="#dfae5a",
    error="#f07f6c",
    success="#86c08f",
    foreground="#dcdfe4",
    background="#14171c",
    surface="#1b1f26",
    panel="#262c35",
    dark=True,
    variables={
        "quiet": "#8b939e",
        "source": "#cfc3a8",
        "rule": "#3a424d",
        "cursor": "#242c37",
        "lit": "#f3d27a",
        "lit-text": "#14171c",
    },
)
PAPER = Theme(
    name="paper",
    primary="#1f5a8a",
    secondary="#6b5a2c",
    accent="#1f5a8a",
    warning="#8a5a00",
    error="#b3261e",
    success="#2a6b3a",
    foreground="#22262b",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e6e3d9",
    dark=False,
    variables={
        "quiet": "#666d76",
        "source": "#5a4a26",
        "rule": "#cfcabc",
        "cursor": "#e9e6db",
        "lit": "#ffd95e",
        "lit-text": "#22262b",
    },
)
THEMES = (INK, PAPER)
