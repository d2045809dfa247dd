"""How the connection to a server is made."""

import ssl
from typing import Any

import openai
import pytest

from assistant.llm.transport import Transport


@pytest.mark.parametrize(
    ("url", "needs_authorities"),
    [("http://127.0.0.1:1/v1", False), ("https://127.0.0.1:1/v1", True), ("http://models.example/v1", True)],
)
async def test_only_a_server_of_this_machine_without_tls_needs_no_authorities(
    url: str, needs_authorities: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}
    make = openai.DefaultAsyncHttpxClient

    def take(**settings: Any) -> Any:
        given.update(settings)
        return make(**settings)

    monkeypatch.setattr("openai.DefaultAsyncHttpxClient", take)
    transport = Transport("here", url, key=None)
    await transport.close()
    verify = given["verify"]
    if needs_authorities:
        assert verify is True
    else:  # were it asked for TLS all the same, it would trust nobody
        assert verify.verify_mode is ssl.CERT_REQUIRED
        assert verify.check_hostname
        assert not verify.cert_store_stats()["x509_ca"]
