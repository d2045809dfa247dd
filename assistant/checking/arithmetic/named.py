"""Parts and leads as Japanese tells them, the name before each figure and the verb at the end.

国内300億円、海外200億円の計500億円; A党は120議席、B党は95議席で、A党が25議席上回った.
"""

from collections.abc import Iterator

from assistant.checking.arithmetic.clauses import AMOUNTS, Clause, are_alike
from assistant.checking.arithmetic.wordings import NOT, OTHER_TIME, SOFT, N
from assistant.checking.arithmetic.workings import Relation, add, subtract
from assistant.figures import Figure
from assistant.patterns import compile_late

_NAME = rf"{NOT}，。；、]{{1,10}}?"
_UNIT = rf"{NOT}，。；、がはをにので]{{0,3}}"
_SUM = compile_late(
    rf"(?P<parts>{_NAME}{N}{_UNIT}(?:[、，]{_NAME}{N}{_UNIT}){{1,3}})(?:の合?[计計]|で、?合?[计計]|、合[计計]){SOFT}(?P<result>{N})"
)
_NOT_PARTS = compile_late("うち|(?<!国)内|除|含|前年|前回|昨年|比|平均|増|减|から|まで|每|毎|约.*约|など|ほか")
_LEAD = compile_late(
    rf"(?:^|[，。；、])(?P<subject>{NOT}，。；、]{{1,12}}?)[がは](?:(?P<object>{NOT}，。；、]{{1,12}}?)[をに])?{SOFT}(?P<result>{N}){_UNIT}"
    "(?:上回|リード|引き离|差をつけ|下回|多かった|少なかった)"
)
_MOVES = compile_late("から|増|減|减|伸|落|前後")


def read_named(clause: Clause) -> Iterator[Relation]:
    """Parts with their names and their sum; two with their names, and by how much one leads."""
    for match in _SUM.finditer(clause.skeleton):
        parts, result = clause.all_in(match["parts"]), clause.at(match["result"])
        before = clause.all_in(clause.skeleton[: match.start()])
        is_whole_list = not any(are_alike(part, result) for part in before)
        if _are_of_one_kind((*parts, result)) and is_whole_list and not _NOT_PARTS.search(match["parts"]):
            yield Relation(parts, result, tuple(add(parts)), is_exclusive=True)
    for match in _LEAD.finditer(clause.skeleton):
        said, result = clause.skeleton[: match.start()], clause.at(match["result"])
        terms = tuple(f for f in clause.all_in(said) if are_alike(f, result))
        names = [name for name in (match["subject"], match["object"]) if name]
        is_of_two = len(terms) == 2 and _are_of_one_kind((*terms, result)) and all(name in said for name in names)
        if is_of_two and not OTHER_TIME.search(said) and not _MOVES.search(said):
            yield Relation(terms, result, tuple(subtract(*terms)))


def _are_of_one_kind(figures: tuple[Figure, ...]) -> bool:
    return all(figure.kind in AMOUNTS for figure in figures) and are_alike(*figures)
