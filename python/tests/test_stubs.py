"""The type stubs name every option that there is and no other, and every name of the package."""

import ast
import pathlib
import unittest

import detente
from detente import _detente

STUBS = ast.parse(pathlib.Path(detente.__file__).with_suffix(".pyi").read_text())
FUNCTIONS = {node.name: node for node in STUBS.body if isinstance(node, ast.FunctionDef)}
CLASSES = {node.name: node for node in STUBS.body if isinstance(node, ast.ClassDef)}

# What stands on its own in Python, and is an option of the program.
POSITIONAL = {"index": {"dyad"}, "explain": {"dyad", "from_", "to"}}


class Stubs(unittest.TestCase):
    def test_options(self):
        for name, options in _detente._options().items():
            with self.subTest(name):
                keywords = {a.arg for a in FUNCTIONS[name].args.kwonlyargs}
                self.assertEqual(keywords, set(options) - POSITIONAL.get(name, set()))

    def test_positional(self):
        for name, function in FUNCTIONS.items():
            arguments = [a.arg for a in function.args.args]
            self.assertEqual(set(arguments[1:]), POSITIONAL.get(name, set()), name)

    def test_names(self):
        self.assertEqual(set(detente.__all__), set(FUNCTIONS) | set(CLASSES) - {"_Reading"})

    def test_members(self):
        for name, node in CLASSES.items():
            for member in node.body:
                if isinstance(member, ast.FunctionDef):
                    self.assertTrue(hasattr(getattr(detente, name), member.name), f"{name}.{member.name}")

    def test_nothing_is_left_out(self):
        for name, node in CLASSES.items():
            if name == "Error":
                continue
            stated = {m.name for m in node.body if isinstance(m, ast.FunctionDef)}
            public = {m for m in dir(getattr(detente, name)) if not m.startswith("_")}
            self.assertLessEqual(public, stated, name)


if __name__ == "__main__":
    unittest.main()
