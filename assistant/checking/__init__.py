"""Source + draft -> findings. No model: the same input gives the same findings for ever.

    check_draft      all that the checks say of a draft
    check_source     what can be said of the source alone
    check_item       the item's figures in English, and ``check_draft``
    render_figures   the figures alone
    count_figures    how many an item holds at most, told quickly
    find_missing_originals
                     the first mentions of names that lack their original script: asked first, so that it can be put in

Each check is a function in a module of its own; ``whole`` runs them all.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.checking.figures import count_figures as count_figures
    from assistant.checking.figures import render_figures as render_figures
    from assistant.checking.mentions import find_missing_originals as find_missing_originals
    from assistant.checking.whole import check_draft as check_draft
    from assistant.checking.whole import check_item as check_item
    from assistant.checking.whole import check_source as check_source
else:
    __getattr__ = make_face(
        __name__,
        figures="count_figures render_figures",
        mentions="find_missing_originals",
        whole="check_draft check_item check_source",
    )
