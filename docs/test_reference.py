#!/usr/bin/env python3
"""What reference.py takes for exempt."""

import pathlib
import tempfile
import unittest

import reference


class Exempt(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.tree = pathlib.Path(self.folder.name)
        self.header = self.tree / "include/detente/a.hpp"
        self.header.parent.mkdir(parents=True)

    def tearDown(self):
        self.folder.cleanup()

    def is_exempt(self, text, line=1, names=(), exempt=None):
        warning = reference.WARNING.match(f"{self.header}:{line}: warning: {text}")
        return reference.is_exempt(warning, self.tree, set(names), {} if exempt is None else exempt)

    def test_a_field_of_the_glossary_and_no_other(self):
        self.header.write_text("Day day;\n")
        text = "Member day (variable) of struct A is not documented."
        self.assertTrue(self.is_exempt(text, names=["day"]))
        self.assertFalse(self.is_exempt(text))
        self.assertFalse(self.is_exempt("Member day() (function) of struct A is not documented.", names=["day"]))

    def test_fields_that_share_a_comment(self):
        text = "Member low (variable) of struct A is not documented."
        self.header.write_text("struct A {\n  double low = 0, high = 0;  ///< points\n  double low, high;\n")
        self.assertTrue(self.is_exempt(text, line=2))
        self.assertFalse(self.is_exempt(text, line=3))
        self.header.write_text("struct A {\n  /// Points.\n  double low = 0, high = 0;\n")
        self.assertTrue(self.is_exempt(text, line=3))
        self.header.write_text("struct A {\n  std::map<int, double> low;  // points\n")
        self.assertFalse(self.is_exempt(text, line=2))

    def test_an_exemption_counts_its_uses(self):
        exempt = reference.exemptions("# words\n^a.hpp: Member load\n    shares the comment of save\n")
        self.assertTrue(self.is_exempt("Member load(x) (function) of class A is not documented.", exempt=exempt))
        self.assertFalse(self.is_exempt("Member save(x) (function) of class A is not documented.", exempt=exempt))
        self.assertEqual(list(exempt.values()), [1])

    def test_an_exemption_without_a_reason_is_refused(self):
        with self.assertRaises(SystemExit):
            reference.exemptions("^a.hpp\n^b.hpp\n    a reason\n")

    def test_names_of_the_glossary(self):
        self.assertEqual(reference.glossary("| name | meaning |\n| `day` | the day |\n"), {"day"})


if __name__ == "__main__":
    unittest.main()
