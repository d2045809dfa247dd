"""What several items tell together: the same text printed twice, the same event in other words; topics and their order.

    list_stories                 briefings -> their stories, in the order of their items
    tell_stories, put_in_order   the same by topic and weight
    sort_stored                  the stories of what is stored, kept for the reader

A run, the report of a day, an export and the reader have their stories from here, and so the same ones.
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.stories.sorting import sort_stored as sort_stored
    from assistant.stories.telling import list_stories as list_stories
    from assistant.stories.telling import put_in_order as put_in_order
    from assistant.stories.telling import tell_stories as tell_stories
else:
    __getattr__ = make_face(
        __name__,
        sorting="sort_stored",
        telling="list_stories put_in_order tell_stories",
    )
