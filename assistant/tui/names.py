"""The glossary as a screen: how names are written in English. A spelling that is settled here counts at once."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.widget import Widget

from assistant.errors import BriefingError
from assistant.glossary import layer
from assistant.glossary.settling import split_variants
from assistant.glossary.userfile import with_user_terms
from assistant.inert import clean_line
from assistant.pages import Block, Run, Tone
from assistant.records import Authority, Term
from assistant.reporting.wording import plural
from assistant.store import Store
from assistant.tui.chrome import Keys, Masthead
from assistant.tui.fitted import SideScreen
from assistant.tui.keys import bindings, borrowed
from assistant.tui.picks import Picks
from assistant.tui.prompt import Prompt
from assistant.typesetting import shorten
from assistant.verifying.names import Rechecked, recheck_stored

INDENT, ORIGINAL_CELLS = 24, 21
ORDER = {Authority.USER: 0, Authority.LOCKED: 1, Authority.LEARNED: 2, Authority.SHIPPED: 3}
AUTHORITIES = {
    Authority.USER: "in your own file",
    Authority.LOCKED: "locked",
    Authority.LEARNED: "learnt",
    Authority.SHIPPED: "",
}


class Names(SideScreen[None]):
    """List, filter, lock.

    Args:
        store: whose names.
        when_checked: called when briefings were checked again, perhaps after the user has left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*borrowed("names"), *bindings("names")]

    def __init__(self, store: Store, when_checked: Callable[[], None]) -> None:
        super().__init__()
        self.store = store
        self._when_checked = when_checked
        self.words = ""
        self.terms: tuple[Term, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The names, and a line to type in."""
        yield Picks()
        yield Prompt(self.on_typed)

    def on_mount(self) -> None:
        """List all names."""
        self.set_focus(None)
        self.list_names()

    # ---------------------------------------------------------------------------------------------------- list

    @property
    def picks(self) -> Picks:
        """The list."""
        return self.query_one(Picks)

    @property
    def current(self) -> Term | None:
        """The name at the cursor."""
        return self.terms[self.picks.at] if self.terms else None

    def list_names(self, keep: str = "", message: str = "") -> None:
        """Fetch the names again; the cursor goes to the one that is written ``keep`` in the source."""
        try:
            known = layer(with_user_terms(self.store.glossary.terms()))
        except BriefingError as error:
            known, message = layer(self.store.glossary.terms()), f"your file is not used: {error.message}"
        if keep and not any(keep in term.originals for term in known.search(self.words)):
            self.words = ""  # written otherwise, it would vanish from under the cursor
        self.terms = tuple(sorted(known.search(self.words), key=lambda term: ORDER[term.authority]))
        at = next((i for i, term in enumerate(self.terms) if keep in term.originals), 0)
        self.picks.offer(tuple(map(_line, self.terms)), at=at, nothing="No name holds these letters.")
        self._show(message)

    def _show(self, message: str = "") -> None:
        settled = sum(term.is_locked for term in self.terms)
        place = f'names · "{self.words}"' if self.words else "names"
        count = f"{self.picks.at + 1 if self.terms else 0} of {len(self.terms):,}"
        self.query_one(Masthead).say(place, f"{count} · {settled} locked")
        self.query_one(Keys).say(("lock", "variant", "forget", "search", "help", "back"), message)

    def action_move(self, step: int) -> None:
        """Another name."""
        self.picks.move(self.picks.at + step)
        self._show()

    def action_turn(self, windows: int) -> None:
        """A window of names further, one of it kept."""
        self.action_move(windows * max(1, self.picks.size.height - 1))

    # ------------------------------------------------------------------------------------------------ commands

    def action_filter(self) -> None:
        """Type letters of either language; the list follows."""
        self.query_one(Prompt).ask("words", "names with", self.words)

    def action_lock(self) -> None:
        """Settle how the name at the cursor is written."""
        if self.current:
            name = shorten(self.current.originals[0], ORIGINAL_CELLS)
            self.query_one(Prompt).ask("lock", f"{name} is written", self.current.english[0])

    def action_variant(self) -> None:
        """Another way in which sources print the name at the cursor."""
        if self.current:
            self.query_one(Prompt).ask("variant", f"{shorten(self.current.english[0], ORIGINAL_CELLS)} is also printed")

    def action_forget(self) -> None:
        """Take back what was learnt or locked."""
        term = self.current
        if term and term.authority in (Authority.LOCKED, Authority.LEARNED):
            for original in term.originals:
                self.store.glossary.forget(original)
            self._settle(term.originals, term.originals[0], "forgotten")
        elif term:
            is_own = term.authority is Authority.USER
            self._show("your own file has it: change it there" if is_own else "it ships: lock another spelling")

    def on_typed(self, purpose: str, text: str) -> None:
        """The list follows what is typed."""
        if purpose == "words":
            self.words = text.strip()
            self.list_names()

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        """The spelling is settled."""
        self._put_prompt_away()
        term, text = self.current, event.text.strip()
        if not term or not text or event.purpose == "words":
            return
        if event.purpose == "lock":
            self._lock(term, term.originals[0], text)
        else:
            self._lock(term, f"{text}|{term.originals[0]}", "|".join(term.english))

    def _lock(self, term: Term, original: str, english: str) -> None:
        try:
            self.store.glossary.lock(original, english, kind=term.kind)
        except BriefingError as error:
            self._show(f"not done: {error.message}")
            return
        originals = split_variants(original)
        self._settle((*term.originals, *originals), originals[0], "locked")

    def _settle(self, originals: tuple[str, ...], keep: str, what: str) -> None:
        """List the names as they are now, and check again what holds one of them, in a thread."""
        self.list_names(keep, f"{what}; checking again")
        check = partial(self._recheck, self.app, dict.fromkeys(originals), what)
        self.app.run_worker(check, thread=True, exclusive=True, group="names")  # it goes on when the user leaves

    def _recheck(self, app: App[None], originals: dict[str, None], what: str) -> None:
        try:
            done = recheck_stored(self.store, originals, with_user_terms(self.store.glossary.terms()))
            message = f"{what} · {describe_recheck(done)}"
        except BriefingError as error:
            message = f"{what}; not checked again: {error.message}"
        app.call_from_thread(self._tell_checked, message)

    def _tell_checked(self, message: str) -> None:
        self._when_checked()
        if self.is_attached:  # else the user did not wait for it
            self._show(message)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        """Nothing is wanted after all."""
        self._put_prompt_away()
        if event.purpose == "words":
            self.words = ""
            self.list_names()

    def _put_prompt_away(self) -> None:
        self.query_one(Prompt).put_away()
        self.set_focus(None)


def describe_recheck(done: Rechecked) -> str:
    """What became of the stored briefings: "3 briefings checked again: 1 flag more"."""
    change = done.flags_after - done.flags_before
    said = f"{plural(abs(change), 'flag')} {'more' if change > 0 else 'fewer'}" if change else "no other flags"
    return f"{plural(done.briefings, 'briefing')} checked again: {said}" if done.briefings else "no briefing holds it"


def _line(term: Term) -> Block:
    english = " | ".join(map(clean_line, term.english))
    original = shorten(clean_line(" | ".join(term.originals)), ORIGINAL_CELLS)
    said = " · ".join(filter(None, (clean_line(term.kind), AUTHORITIES[term.authority])))
    strong = Tone.STRONG if term.is_locked else Tone.PLAIN
    return Block(
        (Run(english, strong),),
        hint=(Run(said, Tone.QUIET),),
        gutter=Run(original, Tone.SOURCE),
        indent=INDENT,
    )
