"""A plan holds just the requests that a run makes."""

from assistant.pipeline import Pipeline
from assistant.planning import plan_run
from assistant.prompts import load_prompt
from assistant.records import Request
from assistant.tokens import count_tokens
from tests.fakes import ScriptedModel
from tests.test_drafting import obey
from tests.test_pipeline import PAGE, UNSURE, read


def answer(request: Request) -> str:
    return "leave them to the rules" if request.schema_name == "parts" else obey(request)


async def test_a_plan_holds_the_questions_about_unsure_parts_and_every_draft() -> None:
    dumps, model = [read(PAGE), read(UNSURE)], ScriptedModel(answer)
    draft, parts = load_prompt("draft"), load_prompt("parts")
    plan = plan_run(dumps, prompt=draft, parts_prompt=parts, chunk_tokens=60)
    await Pipeline(model, draft, 60, count_tokens, parts_prompt=parts).run(dumps)
    asked = {request.user for request in model.requests}
    planned = {request.user for request in plan.requests}
    assert planned <= asked
    again = [request for request in model.requests if request.user not in planned]
    assert all(request.schema_name == "parts" for request in again)  # the second attempt at a useless reply
    assert (plan.dumps, plan.chunks) == (2, len(plan.requests) - 1)
