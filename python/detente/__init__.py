"""How strained a relation is, why, and how sure we are: tension indices from dated events between actors.

    import detente
    log = detente.read_events("us_colombia_2025_2026.csv")
    table = detente.index(log, "USA:COL")
    table["index"]                                  # a NumPy array, a value a month
    detente.explain(log, "USA:COL", "2025-09", "2025-10")["index_change"]

Options are those of the program `detente`, with _ for -: `detente.index(log, "USA:COL", every="week", bands=0.8)`.
"""

from ._detente import (
    DamageExample,
    Error,
    FileReport,
    Log,
    Note,
    Table,
    __version__,
    compare,
    explain,
    index,
    panel,
    read_events,
)

__all__ = [
    "DamageExample",
    "Error",
    "FileReport",
    "Log",
    "Note",
    "Table",
    "compare",
    "explain",
    "index",
    "panel",
    "read_events",
]
