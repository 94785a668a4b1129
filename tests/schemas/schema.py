"""The schemas of a folder: a validator for each, and a walk that says under which part of it each value stands."""

import json
import pathlib

import jsonschema

END = ".schema.json"


def load(folder):
    """By name, `index` for index.schema.json."""
    paths = sorted(pathlib.Path(folder).glob("*" + END))
    return {path.name[:-len(END)]: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def validator(schemas, name):
    """Schemas refer to each other by file name."""
    kind = jsonschema.Draft202012Validator
    try:
        from referencing import Registry, Resource
    except ImportError:  # jsonschema before 4.18
        by_file = {other + END: schema for other, schema in schemas.items()}
        return kind(schemas[name], resolver=jsonschema.RefResolver(name + END, schemas[name], store=by_file))
    pairs = [(other + END, Resource.from_contents(schema)) for other, schema in schemas.items()]
    return kind(schemas[name], registry=Registry().with_resources(pairs))


class Place:
    """A part of a schema: the file's name and the way to it."""

    def __init__(self, schemas, file, way=()):
        self.schemas, self.file, self.way = schemas, file, tuple(way)
        self.schema = schemas[file]
        for step in self.way:
            self.schema = self.schema[step]

    def __str__(self):
        """`index: headline.word`"""
        shown = [step for step in self.way if step not in ("properties", "$defs", "anyOf", 0)]
        return f"{self.file}: " + ".".join("[]" if step == "items" else str(step) for step in shown)

    def at(self, *steps):
        return Place(self.schemas, self.file, self.way + steps)

    def above(self):
        """The object of which this is a named member."""
        return Place(self.schemas, self.file, self.way[:-2])

    def referent(self):
        """Where `$ref` leads."""
        file, _, pointer = self.schema["$ref"].partition("#")
        name = file[:-len(END)] if file else self.file
        return Place(self.schemas, name, [step for step in pointer.split("/") if step])

    def resolved(self):
        """Past `$ref`, and past the choice between something and null."""
        if "$ref" in self.schema:
            return self.referent().resolved()
        return self.at("anyOf", 0).resolved() if "anyOf" in self.schema else self

    def may_be_null(self):
        if "$ref" in self.schema:
            return self.referent().may_be_null()
        if "anyOf" in self.schema or "enum" in self.schema:
            return {"type": "null"} in self.schema.get("anyOf", []) or None in self.schema.get("enum", [])
        return "null" in self.schema.get("type", [])

    def child(self, key):
        """The part for a member of an object or, for a number, an item of a list."""
        if isinstance(key, int):
            return self.at("items")
        known = key in self.schema.get("properties", {})
        return self.at("properties", key) if known else self.at("additionalProperties")


def values(document, place):
    """(parent, key, place) of every value below a document, with the place of the schema that names it."""
    if document is None:
        return
    here = place.resolved()
    keys = document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    for key in list(keys):
        yield document, key, here.child(key)
        yield from values(document[key], here.child(key))


def parts(place):
    """Every place below one that the file itself holds, but for conditions, which only narrow what stands elsewhere."""
    yield place
    for group in ("properties", "$defs"):
        for name in place.schema.get(group, {}):
            yield from parts(place.at(group, name))
    for one in ("items", "additionalProperties"):
        if isinstance(place.schema.get(one), dict):
            yield from parts(place.at(one))
    for number in range(len(place.schema.get("anyOf", []))):
        yield from parts(place.at("anyOf", number))


def is_named(place):
    """Whether the place is a member that a schema names."""
    return len(place.way) > 1 and place.way[-2] == "properties"
