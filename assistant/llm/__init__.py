"""The only door to a model.

Importing this package costs nothing; ``openai_server`` imports the openai SDK and the price list, so the command line
and the reader import it when a model is needed.

From the outside in:

    openai_server   connect(settings) -> Connection: wires everything below
    keeping         replies are kept before they are used, and never paid for twice
    engines         who carries the calls: this process, Dask workers, or the Batch API
    replies         clean a reply, validate it, one repair request
    server_model    one model on one server: the way of a call through all that follows
    retrying        what is tried again, when, and how all calls to a server wait after a 429
    paying          money is set aside before an attempt and charged after it (prices, spending)
    limits          requests and tokens per minute
    dialect, wire   how this server is spoken to: the ladder of structured outputs
    transport       the openai SDK
    outcomes        what came back with HTTP 200 -> an answer, or an error with a sentence of its own
    faults          HTTP statuses and error bodies -> the same errors
    profiles        what each family of servers can do, as data
    served          what a server says of its models
    recorded        replies that ship with the program

    discovery       servers on this machine
    local           a model file of this machine, served by a child process (local_child)
    pulling         fetch such a file (catalogue.toml)
"""
