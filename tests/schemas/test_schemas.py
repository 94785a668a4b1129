"""Every JSON output is held to its schema, and every schema to the outputs.

    test_schemas.py RECORD SCHEMAS [--without SCHEMA]... [class of tests]...

RECORD is what outputs.py wrote.
"""

import argparse
import copy
import pathlib
import sys
import unittest

import mutations
import outputs
import schema as schema_of
from exceptions import NEVER_NULL, NEVER_SAID, NEVER_VALUE
from shown import Coverage

SHARED = "common"  # is the schema of no document


def setUpModule():
    global schemas, documents, commands
    schemas = schema_of.load(options.schemas)
    commands, documents = outputs.recorded(pathlib.Path(options.record).read_text())


def asked_schemas():
    return [name for name in schemas if name != SHARED and name not in options.without]


def parts_of_all():
    return [part for name in schemas for part in schema_of.parts(schema_of.Place(schemas, name))]


class Outputs(unittest.TestCase):
    def test_are_valid(self):
        validators = {name: schema_of.validator(schemas, name) for name in asked_schemas()}
        for name, command, document in documents:
            errors = [f"{error.json_path}: {error.message[:300]}" for error in validators[name].iter_errors(document)]
            self.assertEqual(errors, [], f"{name}: detente {command}")

    def test_use_every_schema(self):
        self.assertEqual(sorted({name for name, _, _ in documents}), sorted(asked_schemas()))

    def test_are_those_of_every_command(self):
        names = {"_".join(command) for command in commands} - outputs.WITHOUT_JSON
        self.assertGreater(len(names), 10)
        self.assertEqual(names - set(schemas) - set(options.without), set())


class Schemas(unittest.TestCase):
    def test_are_schemas_with_the_names_of_their_files(self):
        for name, schema in schemas.items():
            schema_of.jsonschema.Draft202012Validator.check_schema(schema)
            self.assertEqual(schema["$id"], name + schema_of.END)

    def test_say_what_each_member_means(self):
        for part in filter(schema_of.is_named, parts_of_all()):
            self.assertIn("description", {**part.resolved().schema, **part.schema}, part)

    def test_are_closed_and_require_what_they_name(self):
        """But for the fields in which two coders differ: only those are there."""
        for part in parts_of_all():
            if "properties" in part.schema:
                self.assertIs(part.schema.get("additionalProperties"), False, part)
                if str(part) != "diff: differences.[].fields":
                    self.assertEqual(part.schema["required"], list(part.schema["properties"]), part)

    def test_refer_to_every_definition(self):
        referred = {str(part.referent()) for part in parts_of_all() if "$ref" in part.schema}
        of_conditions = {"index: within_0_and_100"}
        defined = {str(part) for part in parts_of_all() if part.way[-2:-1] == ("$defs",)}
        self.assertEqual(defined - referred, of_conditions)


class Shown(unittest.TestCase):
    """What a schema says, some output shows."""

    def shown(self, of=None):
        return Coverage(of or schemas, {*asked_schemas(), SHARED}, documents)

    def test_every_member_with_a_value(self):
        self.assertEqual(self.shown().never_value(), sorted(NEVER_VALUE))

    def test_every_member_that_may_be_null_as_null(self):
        self.assertEqual(self.shown().never_null(), sorted(NEVER_NULL))

    def test_every_word(self):
        self.assertEqual(self.shown().never_said(), sorted(NEVER_SAID))

    def test_what_is_dead_is_found(self):
        more = copy.deepcopy(schemas)
        more["panel"]["properties"]["dead"] = {"type": "number"}
        more["diff"]["properties"]["agreed"]["type"] = ["integer", "null"]
        more["index"]["properties"]["at"]["enum"].append("noon")
        shown = self.shown(more)
        self.assertIn("panel: dead", shown.never_value())
        self.assertIn("diff: agreed", shown.never_null())
        self.assertIn("index: at: noon", shown.never_said())


class Refusals(unittest.TestCase):
    def test_of_one_thing_wrong(self):
        """Every member of another kind, null where it may not be, missing; every object with an unknown member."""
        for name in asked_schemas():
            kinds = self.refused(name)
            self.assertEqual(kinds, {"of another kind", "null", "missing", "with an unknown member"}, name)

    def refused(self, name):
        """The kinds of faults that the schema was shown; it refuses every one of them."""
        check, done, kinds = schema_of.validator(schemas, name), set(), set()
        for document in [mutations.shortened(one) for of, _, one in documents if of == name]:
            self.assertTrue(check.is_valid(document), name)
            for place, what, mutation in mutations.all_of(document, schema_of.Place(schemas, name), done):
                with mutation:
                    self.assertFalse(check.is_valid(document), f"{name} takes {place} {what}")
                kinds.add(what)
            self.assertTrue(check.is_valid(document), name)
        return kinds

    def test_of_an_index_beyond_the_ends_of_its_scale(self):
        check, beyond = schema_of.validator(schemas, "index"), set()
        for document in [mutations.shortened(one) for of, _, one in documents if of == "index"]:
            scale = document["provenance"]["scale"].split()[0]
            with mutations.member(document["series"][0], "index", 100.5):
                self.assertEqual(check.is_valid(document), scale not in ("softsign", "percentile"), scale)
            beyond.add(scale)
        self.assertGreaterEqual(beyond, {"softsign", "percentile", "linear", "zscore"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("record", "schemas"):
        parser.add_argument(name)
    parser.add_argument("--without", action="append", default=[])
    options, tests = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *tests], verbosity=2)
