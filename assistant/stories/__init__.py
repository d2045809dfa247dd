"""What several items tell together: the same text printed twice, the same event in other words; topics and their order.

    duplicates.find_duplicates   items that print the same text
    grouping.group_items         briefings that tell the same story
    telling.tell_stories         ... as records, by topic and weight; ``list_stories`` in the order of their items
    sorting.sort_stored          the stories of what is stored, kept for the reader

A run, the report of a day, an export and the reader have their stories from here, and so the same ones.
"""
