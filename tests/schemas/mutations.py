"""Documents with one thing wrong, each of which a schema must refuse."""

import contextlib

import schema as schema_of

MOST = 4  # items of a list that are kept: the same faults are in the others


def shortened(document):
    """With the first items of each list; those with a number of items of their own have no more."""
    if isinstance(document, dict):
        return {key: shortened(value) for key, value in document.items()}
    return [shortened(item) for item in document[:MOST]] if isinstance(document, list) else document


@contextlib.contextmanager
def member(parent, key, value):
    """For a while, a member has another value."""
    was = parent[key]
    parent[key] = value
    yield
    parent[key] = was


@contextlib.contextmanager
def removed(parent, key):
    """For a while, a member is missing; the order of the others is not kept."""
    was = parent.pop(key)
    yield
    parent[key] = was


@contextlib.contextmanager
def added(parent, key):
    parent[key] = 1
    yield
    del parent[key]


def of_value(parent, key, place):
    """Another kind of value; null where it may not be; no such member."""
    value = parent[key]
    yield "of another kind", member(parent, key, 1 if isinstance(value, str) else str(value))
    if not place.may_be_null():
        yield "null", member(parent, key, None)
    if schema_of.is_named(place) and key in place.above().schema.get("required", []):
        yield "missing", removed(parent, key)


def of_object(value, place):
    """A member that nobody knows."""
    if isinstance(value, dict) and place.resolved().schema.get("additionalProperties") is False:
        yield "with an unknown member", added(value, "unknown_member")


def all_of(document, place, done):
    """(place, what, mutation) of a document: every fault once at each place of the schema that is not yet done."""
    for what, mutation in of_object(document, place):
        yield place, what, mutation
    for parent, key, at in schema_of.values(document, place):
        if parent[key] is None or str(at) in done:
            continue
        done.add(str(at))
        for what, mutation in [*of_value(parent, key, at), *of_object(parent[key], at)]:
            yield at, what, mutation
