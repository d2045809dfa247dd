"""The child process that holds a model of this machine: llama.cpp's own server, on a free port of loopback.

It reads one line of JSON from standard input (``path``, ``alias``, ``key``, ``context_tokens``), answers with one line
(``url``) when it serves, and ends when standard input closes: it cannot outlive the program that started it.
"""

import json
import os
import sys

import xllamacpp


def main() -> None:
    """Serve until standard input closes."""
    order = json.loads(sys.stdin.readline())
    answer = os.dup(1)
    os.dup2(2, 1)  # what the library prints must not come between
    server = xllamacpp.Server(make_params(order))
    os.write(answer, json.dumps({"url": f"{server.listening_address}/v1"}).encode() + b"\n")
    while sys.stdin.readline():
        pass
    os._exit(0)  # the server's threads know no end of their own


def make_params(order: dict[str, object]) -> "xllamacpp.CommonParams":
    """Parameters of a server for one caller on this machine."""
    params = xllamacpp.CommonParams()
    params.model.path = str(order["path"])
    params.model_alias = {str(order["alias"])}
    params.api_keys = [str(order["key"])]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx = order["context_tokens"]
    params.n_parallel = 1
    params.n_threads_http = 2
    params.warmup = False
    params.ui = False
    params.offline = True
    params.default_template_kwargs = {"enable_thinking": "false"}  # thoughts cost minutes here, and are thrown away
    if order.get("threads"):
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = order["threads"]
    return params


if __name__ == "__main__":
    main()
