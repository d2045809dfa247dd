"""A request says how the names that occur in it are written, and spends few tokens on it."""

from assistant.drafting import draft_chunk
from assistant.drafting.request import NAMES_AT_MOST, make_request
from assistant.errors import CutReplyError
from assistant.glossary import load_shipped
from assistant.prompts import load_prompt
from assistant.records import Authority, Term
from assistant.tokens import count_tokens
from tests.builders import make_chunk, make_item
from tests.fakes import ScriptedModel
from tests.test_drafting import obey

CHUNK = make_chunk(make_item("《路透》報導，蒲亭與川普通話，普丁隨後前往北京。", "施敬棠表示歡迎。", headline="通話"))
LOCKED = Term(("施敬棠",), ("Shih Ching-tang",), "person", authority=Authority.USER)


def test_only_names_that_occur_are_listed_as_the_source_prints_them() -> None:
    user = make_request(CHUNK, load_prompt("draft")).user
    assert user.startswith(
        "Names to use:\n路透 = Reuters\n蒲亭/普丁 = Vladimir Putin\n川普 = Donald Trump\n\n<item id="
    )


def test_what_the_user_locked_comes_first() -> None:
    lines = make_request(CHUNK, load_prompt("draft"), (LOCKED,)).user.splitlines()
    assert lines[:3] == ["Names to use:", "施敬棠 = Shih Ching-tang", "路透 = Reuters"]


def test_without_names_nothing_is_added() -> None:
    user = make_request(make_chunk(make_item("第一句。", headline="標題")), load_prompt("draft")).user
    assert user.startswith("<item")


def test_an_older_prompt_that_has_no_place_for_names_is_asked_as_before() -> None:
    request = make_request(CHUNK, load_prompt("draft", 1), (LOCKED,))
    assert request.user.startswith("<item")


def test_the_stable_part_stays_first_and_the_same() -> None:
    bare = make_request(make_chunk(make_item("第一句。")), load_prompt("draft"))
    assert make_request(CHUNK, load_prompt("draft"), (LOCKED,)).system == bare.system


def test_a_term_costs_about_ten_tokens_and_the_list_is_bounded() -> None:
    everybody = make_item("、".join(term.originals[0] for term in load_shipped().terms if term.kind == "person"))
    user = make_request(make_chunk(everybody), load_prompt("draft")).user
    lines = user[: user.index("<item")].strip().splitlines()[1:]
    assert len(lines) == NAMES_AT_MOST
    terms = load_shipped().terms
    spent = sum(count_tokens(f"{term.originals[0]} = {term.english[0]}\n") for term in terms)
    assert spent <= 10 * len(terms)


async def test_a_smaller_question_about_the_same_chunk_gets_its_names_as_well() -> None:
    replies = iter([CutReplyError("cut")])
    model = ScriptedModel(lambda request: next(replies, None) or obey(request))
    await draft_chunk(CHUNK, model, load_prompt("draft"), terms=(LOCKED,))
    asked = [request.user for request in model.requests if "施敬棠表示" in request.user]
    assert len(asked) == 2
    assert all("施敬棠 = Shih Ching-tang" in user for user in asked)
