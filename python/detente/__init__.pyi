from datetime import date
from os import PathLike
from typing import Any, Literal, Sequence

import numpy
import pandas

_Path = str | PathLike[str]
_Paths = _Path | Sequence[_Path]
_Day = str | date
_Pair = str | tuple[str, str]
_Fact = str | bool | float | list[str]

__version__: str

class Error(ValueError):
    """What is asked cannot be done. `code` is a word of detente's ErrorCode ("misuse", "no_events", …), `field` the
    argument by which it can be mended, or ""."""

    code: str
    field: str

class Note:
    """A sentence about a result."""

    @property
    def kind(self) -> Literal["warning", "note", "assumed", ""]: ...
    @property
    def text(self) -> str: ...

class DamageExample:
    """A rejected row, so that its author can find it; line and column count from 1."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def column_name(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def text(self) -> str: ...

class FileReport:
    """What happened to the rows of a file: rows = kept + those set aside + those rejected."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @property
    def set_aside(self) -> dict[str, int]: ...
    @property
    def rejected(self) -> dict[str, int]: ...
    @property
    def examples(self) -> list[DamageExample]: ...
    @property
    def unknown_columns(self) -> list[str]: ...
    @property
    def codes(self) -> dict[str, int]: ...
    @property
    def first_day(self) -> date | None: ...
    @property
    def last_day(self) -> date | None: ...

class Log:
    """Events that were read, for any number of questions. Nothing changes it; threads may share it."""

    def __len__(self) -> int: ...
    @property
    def files(self) -> list[FileReport]: ...
    @property
    def notes(self) -> list[Note]: ...

class Table:
    """A result as columns. `about` says what it was made from; `files` what was read for it."""

    def __len__(self) -> int: ...
    def __getitem__(self, column: str) -> numpy.ndarray[Any, Any]: ...
    @property
    def columns(self) -> list[str]: ...
    @property
    def about(self) -> dict[str, _Fact]: ...
    @property
    def notes(self) -> list[Note]: ...
    @property
    def files(self) -> list[FileReport]: ...
    def to_numpy(self) -> dict[str, numpy.ndarray[Any, Any]]: ...
    def to_pandas(self) -> pandas.DataFrame: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = ...) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = ...) -> object: ...

def read_events(
    paths: _Paths,
    *,
    format: str = ...,
    source: str | Sequence[str] | None = ...,
    code_column: str = ...,
    dates: str = ...,
    columns: str | None = ...,
    separator: str | None = ...,
    max_rejects: int | None = ...,
    rejects: _Path | None = ...,
    threads: int | None = ...,
) -> Log:
    """The events of all files, in their order."""

def index(
    log: Log | _Paths,
    dyad: _Pair | Sequence[str],
    *,
    also: str | Sequence[str] | None = ...,
    issue: str | None = ...,
    scores: str | None = ...,
    status: str | None = ...,
    one_a_day: bool | None = ...,
    no_one_a_day: bool = ...,
    direction: str = ...,
    model: str | None = ...,
    scale: str | None = ...,
    base: str | None = ...,
    mirrors: str | None = ...,
    mentions: str | None = ...,
    volume: _Path = ...,
    calibration: _Path | None = ...,
    codebook: _Path | None = ...,
    actors: _Path | None = ...,
    roll_up: str | None = ...,
    as_of: _Day | None = ...,
    every: str | None = ...,
    from_: _Day | None = ...,
    to: _Day | None = ...,
    at: str = ...,
    vintages: bool = ...,
    bands: float | None = ...,
    draws: int | None = ...,
    seed: int | None = ...,
    no_bands: bool = ...,
    sensitivity: bool = ...,
    format: str = ...,
    source: str | Sequence[str] | None = ...,
    code_column: str = ...,
    dates: str = ...,
    columns: str | None = ...,
    separator: str | None = ...,
    max_rejects: int | None = ...,
    rejects: _Path | None = ...,
    threads: int | None = ...,
) -> Table:
    """How tense the relation is, a row for each period: from 0 (close) through 50 (neutral) to 100 (hostile)."""

def panel(
    log: Log | _Paths,
    *,
    issue: str | None = ...,
    scores: str | None = ...,
    status: str | None = ...,
    one_a_day: bool | None = ...,
    no_one_a_day: bool = ...,
    direction: str = ...,
    model: str | None = ...,
    scale: str | None = ...,
    base: str | None = ...,
    mirrors: str | None = ...,
    mentions: str | None = ...,
    volume: _Path = ...,
    codebook: _Path | None = ...,
    actors: _Path | None = ...,
    roll_up: str | None = ...,
    as_of: _Day | None = ...,
    every: str | None = ...,
    from_: _Day | None = ...,
    to: _Day | None = ...,
    at: str = ...,
    bands: float | None = ...,
    draws: int | None = ...,
    seed: int | None = ...,
    format: str = ...,
    source: str | Sequence[str] | None = ...,
    code_column: str = ...,
    dates: str = ...,
    columns: str | None = ...,
    separator: str | None = ...,
    max_rejects: int | None = ...,
    rejects: _Path | None = ...,
    memory: str | None = ...,
    threads: int | None = ...,
) -> Table:
    """The same for every pair of the files, in the order of their names."""

def explain(
    log: Log | _Paths,
    dyad: _Pair,
    from_: _Day,
    to: _Day,
    *,
    also: str | Sequence[str] | None = ...,
    issue: str | None = ...,
    scores: str | None = ...,
    status: str | None = ...,
    one_a_day: bool | None = ...,
    no_one_a_day: bool = ...,
    direction: str = ...,
    model: str | None = ...,
    scale: str | None = ...,
    base: str | None = ...,
    mirrors: str | None = ...,
    mentions: str | None = ...,
    volume: _Path = ...,
    every: str | None = ...,
    codebook: _Path | None = ...,
    actors: _Path | None = ...,
    roll_up: str | None = ...,
    as_of: _Day | None = ...,
    format: str = ...,
    source: str | Sequence[str] | None = ...,
    code_column: str = ...,
    dates: str = ...,
    columns: str | None = ...,
    separator: str | None = ...,
    max_rejects: int | None = ...,
    rejects: _Path | None = ...,
    threads: int | None = ...,
) -> Table:
    """Which acts moved the index from the end of one day, or period, to the end of another; they add up to the change."""

def compare(
    log: Log | _Paths,
    *,
    all: bool = ...,
    dyad: str | Sequence[str] | None = ...,
    models: str = ...,
    outcome: _Path = ...,
    refit: int = ...,
    burn_in: int = ...,
    warm_up: int | None = ...,
    lag: int = ...,
    min_events: int = ...,
    against: str | None = ...,
    draws: int = ...,
    seed: int = ...,
    every: str | None = ...,
    from_: _Day | None = ...,
    to: _Day | None = ...,
    issue: str | None = ...,
    scores: str | None = ...,
    status: str | None = ...,
    one_a_day: bool | None = ...,
    no_one_a_day: bool = ...,
    mirrors: str | None = ...,
    mentions: str | None = ...,
    volume: _Path = ...,
    codebook: _Path | None = ...,
    actors: _Path | None = ...,
    roll_up: str | None = ...,
    as_of: _Day | None = ...,
    format: str = ...,
    source: str | Sequence[str] | None = ...,
    code_column: str = ...,
    dates: str = ...,
    columns: str | None = ...,
    separator: str | None = ...,
    max_rejects: int | None = ...,
    rejects: _Path | None = ...,
    memory: str | None = ...,
    threads: int | None = ...,
) -> Table:
    """Which model forecasts best, and whether it is better than the pairs' own past: a row for each."""
