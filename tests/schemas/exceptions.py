"""What schemas say and no command of outputs.py shows, each with its reason. Whatever is shown must not stand here."""

# Members without a value.
NEVER_VALUE = {}

# Members that may be null, and never are.
NEVER_NULL = {
    "diff: event.line": "only events that a program adds to a log come from no line",
    "index: event.line": "as in a diff",
    "watch: cause.index": "only an alarm that was committed and not said before a crash is said without",
}

# Words of an enumeration.
NEVER_SAID = {
    "store_rebuild: damage.[].part: batches": "a store with a damaged batch is not rebuilt",
    "store_rebuild: damage.[].part: derived": "it has just been made anew",
}
