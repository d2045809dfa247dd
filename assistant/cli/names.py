"""``briefing names``: how names are written, and the last word on it."""

from dataclasses import asdict

import click

from assistant.cli.opening import open_library
from assistant.cli.terminal import echo, echo_json
from assistant.glossary import layer
from assistant.glossary.settling import split_variants
from assistant.glossary.userfile import with_user_terms
from assistant.inert import clean
from assistant.records import Authority, Term
from assistant.store import Store


@click.command("names")
@click.argument("words", required=False, default="", metavar="[WORDS]")
@click.option(
    "--lock",
    nargs=2,
    metavar="ORIGINAL ENGLISH",
    help="Settle how a name is written from now on; A|B are variants of one.",
)
@click.option("--forget", metavar="ORIGINAL", help="Take a learnt or locked name out.")
@click.option("--all", "show_all", is_flag=True, help="Also the names that ship with the program.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def command(words: str, lock: tuple[str, str] | None, forget: str | None, show_all: bool, as_json: bool) -> int:
    """List how names are written: learnt by runs, locked by you, or in your names.toml or names.csv.

    WORDS shows only names that hold them, in either language. Exits with 1 when there is none.
    """
    with open_library() as store:
        if lock:
            originals, english = split_variants(lock[0]), lock[1]
            store.glossary.lock(*lock)
            echo(f"{' and '.join(originals)} {'is' if len(originals) == 1 else 'are'} written {english} from now on.")
            return 0
        if forget:
            found = [original for original in _variants(store, forget) if store.glossary.forget(original)]
            name = " and ".join(found) or forget
            echo(f"{name} is forgotten." if found else f"{name} was not learnt or locked.")
            return 0 if found else 1
        terms = _search(store, words, show_all=show_all)
    if as_json:
        echo_json([asdict(term) for term in terms])
    else:
        echo("\n".join(map(_line, terms)) or "No names" + (f" with {words}." if words else " are learnt yet."))
    return 0 if terms else 1


def _variants(store: Store, originals: str) -> tuple[str, ...]:
    """What is meant by an original: all variants that are kept for its bearer."""
    glossary, given = layer(store.glossary.terms()), split_variants(originals)
    bearers = [term for original in given if (term := glossary.resolve(original))]
    return tuple(dict.fromkeys((*given, *(original for term in bearers for original in term.originals))))


def _search(store: Store, words: str, *, show_all: bool) -> list[Term]:
    """The names as they are in force: who overrules one variant of a bearer overrules all."""
    found = layer(with_user_terms(store.glossary.terms())).search(words)
    return [term for term in found if show_all or term.authority is not Authority.SHIPPED]


def _line(term: Term) -> str:
    return clean(f"{'|'.join(term.originals)} = {'|'.join(term.english)}  ({term.authority})")
