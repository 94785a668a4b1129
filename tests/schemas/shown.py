"""What documents show of the schemas that they are held to."""

import schema as schema_of


class Coverage:
    def __init__(self, schemas, used, documents):
        """`used` are the schemas that may be expected to be shown whole; documents are (schema, command, document)."""
        self.parts = [part for name in used for part in schema_of.parts(schema_of.Place(schemas, name))]
        self.with_value, self.with_null, self.said = set(), set(), set()
        for name, _, document in documents:
            for parent, key, place in schema_of.values(document, schema_of.Place(schemas, name)):
                self.note(parent[key], place)

    def note(self, value, place):
        (self.with_null if value is None else self.with_value).add(str(place))
        if isinstance(value, str):
            self.said.add(f"{place.resolved()}: {value}")

    def named(self):
        return [part for part in self.parts if schema_of.is_named(part)]

    def never_value(self):
        """Members that nothing shows, or only as null."""
        return sorted({str(part) for part in self.named()} - self.with_value)

    def never_null(self):
        """Members that may be null and never are."""
        return sorted({str(part) for part in self.named() if part.may_be_null()} - self.with_null)

    def never_said(self):
        """Words of enumerations that stand nowhere."""
        words = {f"{part}: {word}" for part in self.parts for word in part.schema.get("enum", []) if word}
        return sorted(words - self.said)
