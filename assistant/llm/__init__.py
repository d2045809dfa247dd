"""The only door to a model.

Importing this package costs nothing: the openai SDK is imported by ``assistant.llm.openai_server`` alone, which the
command line and the reader import when a model is needed.

    openai_server   connect(settings) -> Model: the SDK, one client, calls in flight, the ladder of structured outputs
    profiles        what each family of servers can do, as data
    wire            Request -> arguments of the call, for a profile and a rung of the ladder
    outcomes        what came back -> Answer, or one of the errors, each with its own sentence
    faults          HTTP statuses and error bodies -> the same errors
    retrying        what is tried again, when, and how long all calls to a server wait after a 429
    limits          requests and tokens per minute, calls in flight
    keeping         replies are kept before they are used, and never paid for twice
    spending        prices, the running cost, the ceiling, the estimate before a run
    replies         clean a reply, validate it, one repair request
    schemas         the strict subset of JSON schema that every server understands
    discovery       servers on this machine
"""
