"""What a user may choose, read once at the edge: flags, then the environment, then the TOML file, then the default.

    model = "gpt-5.4-mini"          # BRIEFING_MODEL
    base_url = "http://127.0.0.1:9931/v1"   # OPENAI_BASE_URL
    max_cost_usd = 2.50             # BRIEFING_MAX_COST_USD

    [prices."my-model"]             # US dollars per million tokens, where the price list is wrong or silent
    input = 0.20
    output = 0.80

The file is ``config.toml`` in the user's configuration folder; ``BRIEFING_HOME`` puts it, and the data, elsewhere.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource
from pydantic_settings.exceptions import SettingsError as SourceError

from assistant.errors import SettingsError
from assistant.folders import config_path, data_path
from assistant.patterns import compile_late

DEFAULT_MODEL = "gpt-5.4-mini"
"""The one place for it. Names of models age fast."""

FOREIGN_NAMES = {"base_url": "OPENAI_BASE_URL", "api_key": "OPENAI_API_KEY"}
"""Environment variables that users have set already for other programs; every other one is ``BRIEFING_<NAME>``."""

LOCAL = "local:"
"""Before the name of a model that runs on this machine."""
BATCH_API = "batch-api"
DASK = "dask"
"""What ``via`` may say, beside nothing: calls from this process."""
_DASK_ADDRESS = compile_late(
    r"dask://((tcp|tls|ws|wss)://)?[A-Za-z0-9._-]+:[0-9]{1,5}|dask://((tcp|tls)://)?\[[0-9A-Fa-f:.]+\]:[0-9]{1,5}"
)

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0)]


class Price(BaseModel):
    """US dollars per million tokens."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    output: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    cached_input: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    """None: as ``input``."""


class Settings(BaseSettings):
    """Everything a user may choose. Made by ``load_settings`` only."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix="BRIEFING_", env_ignore_empty=True, populate_by_name=True,
        hide_input_in_errors=True, protected_namespaces=(),
    )  # fmt: skip

    model: str = Field(DEFAULT_MODEL, min_length=1, max_length=200)
    base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL")
    api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY")
    server: str | None = None
    """Name of a server profile; None: told by the address."""
    via: str | None = None
    """Who carries the calls: None (this process), ``batch-api``, ``dask``, ``dask://HOST:PORT`` (of a scheduler)."""
    batch_poll_s: Positive = 30.0
    """Seconds between two looks at a batch."""
    calls_in_flight: Count | None = None
    """None: as the server's profile says."""
    timeout_s: Positive | None = None
    """Deadline of one call, from sending to the last byte; None: as the server's profile says."""
    retry_budget_s: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 300.0
    """How long one call may be tried again, waiting included."""
    max_cost_usd: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    requests_per_minute: Count | None = None
    tokens_per_minute: Count | None = None
    chunk_tokens: Count | None = None
    """Source tokens of one call; None: as much as the server's context allows."""
    context_tokens: Count | None = None
    """The model's context; None: as the server or its profile says."""
    prices: dict[str, Price] = {}
    reader: dict[str, Any] = {}
    """What the reader looks like; it reads this table itself, without waiting for pydantic."""
    data_dir: Path = Field(default_factory=data_path)
    """Where the store and the models are."""

    @property
    def names_model(self) -> bool:
        """Whether there is someone to ask: a key, an address, or a model of this machine."""
        return self.api_key is not None or self.base_url is not None or self.model.startswith(LOCAL)

    @field_validator("data_dir")
    @classmethod
    def _expand_home(cls, value: Path) -> Path:
        try:
            return value.expanduser()
        except RuntimeError as error:
            raise ValueError("it begins with ~ and the name of a user who is not known here") from error

    @field_validator("base_url")
    @classmethod
    def _check_url(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError("it must begin with http:// or https:// and name a host")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("it must hold no user, password or query: addresses are stored and shown, keys are not")
        return value.rstrip("/")

    @field_validator("via")
    @classmethod
    def _check_via(cls, value: str | None) -> str | None:
        if value in (None, BATCH_API, DASK) or _DASK_ADDRESS.fullmatch(value):
            return value
        raise ValueError("it is batch-api, dask, or dask://HOST:PORT, the address of a Dask scheduler")

    @field_validator("api_key")
    @classmethod
    def _check_key(cls, value: SecretStr | None) -> SecretStr | None:
        key = value.get_secret_value().strip() if value else ""
        if not (key.isascii() and key.isprintable()):
            raise ValueError("a key holds only printable ASCII characters")
        return SecretStr(key) if key else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, environment, file: no ``.env`` is read, for it would be read from whatever folder one stands in."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, config_path())


def load_settings(**overrides: Any) -> Settings:
    """The settings in force. ``overrides`` are flags of the command line; None means "not given".

    Raises:
        SettingsError: a value cannot be used, or the file cannot be read; names the setting and where it came from.
    """
    flags = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**flags)
    except ValidationError as error:
        raise _explain(error, flags) from None
    except SourceError as error:
        raise SettingsError(f"a setting in the environment cannot be read: {error}") from None
    except (OSError, ValueError) as error:  # tomllib's errors are ValueErrors
        raise SettingsError(f"{config_path()} cannot be read: {error}") from None


def _explain(error: ValidationError, flags: Mapping[str, object]) -> SettingsError:
    first = error.errors(include_input=False, include_url=False)[0]
    place = [str(part) for part in first["loc"]]
    name = next((field for field, alias in FOREIGN_NAMES.items() if alias == place[0]), place[0])
    setting = ".".join([name, *place[1:]])
    source = _source_of(name, flags)
    if first["type"] == "extra_forbidden":
        known = ", ".join(sorted(Settings.model_fields))
        return SettingsError(f"there is no setting {setting} ({source})", advice=f"The settings are {known}.")
    problem = first["msg"].removeprefix("Value error, ")
    return SettingsError(f"the setting {setting} ({source}) cannot be used: {problem}")


def _source_of(name: str, flags: Mapping[str, object]) -> str:
    if name in flags:
        return f"the option --{name.replace('_', '-')}"
    variable = FOREIGN_NAMES.get(name, f"BRIEFING_{name.upper()}")
    if os.environ.get(variable):
        return f"the environment variable {variable}"
    return str(config_path())
