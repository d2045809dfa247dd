"""Source + draft -> findings. No model: the same input gives the same findings for ever.

Each check is a function ``(item, draft) -> findings`` in a module of its own. They run after everything that a model
writes, combining and repairs included.
"""

from assistant.checking.figures import check_figures, render_figures
from assistant.checking.names import check_names
from assistant.checking.quotes import check_quotes
from assistant.checking.translations import check_translations
from assistant.records import Draft, Finding, Item

__all__ = ["check_draft", "render_figures"]

CHECKS = (check_figures, check_quotes, check_translations, check_names)


def check_draft(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """What all checks say of one draft, in the order of ``CHECKS``."""
    return tuple(finding for check in CHECKS for finding in check(item, draft))
