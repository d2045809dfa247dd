"""Does each name that the draft gives stand in the source?"""

from assistant.checking.folding import Folded, fold
from assistant.records import Draft, Field, Finding, Item, Name, Place, Verdict


def check_names(item: Item, draft: Draft) -> tuple[Finding, ...]:
    """One finding per name: supported where its original stands in the item, unsupported where it does not."""
    text = fold(item.text)
    return tuple(_check(item, text, name, Place(Field.NAME, index)) for index, name in enumerate(draft.names))


def _check(item: Item, text: Folded, name: Name, place: Place) -> Finding:
    found = text.find(fold(name.original))
    if not found:
        why = f"the source does not name {name.original}"
        return Finding("name", Verdict.UNSUPPORTED, place, name.english, None, "", None, why=why)
    span = found.shift(item.span.start)
    return Finding("name", Verdict.SUPPORTED, place, name.english, None, item.read(span), span)
