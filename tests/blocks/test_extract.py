#!/usr/bin/env python3
"""What extract.py makes of blocks, and what it refuses."""

import unittest

import extract


def source(text, title="page.md"):
    return extract.Source("/tree/" + title, title, extract.blocks_of(text.split("\n")))


def body(text):
    return [line for line in source(text).body if not line.startswith("#line")]


class Taken(unittest.TestCase):
    def test_blocks_of_a_page_continue_one_another_and_other_languages_are_not_taken(self):
        text = "```cpp\nint a = 1;\n```\n```sh\nrm\n```\n```cpp\nuse(a);\n```"
        self.assertEqual(body(text), ["int a = 1;", "use(a);"])

    def test_an_error_names_the_line_of_the_page(self):
        self.assertIn('#line 4 "/tree/page.md"', source("# Title\n\n```cpp\nint a = 1;\n```").body)

    def test_the_result_of_an_expression_and_of_a_declaration(self):
        self.assertEqual(body("```cpp\nf(1);  // → 2\n```"), ['shows((f(1)), R"~~(2)~~", __FILE__, __LINE__);'])
        self.assertEqual(
            body("```cpp\nconst Day d = f();  // → 2\n```"),
            ["const Day d = f();", 'shows(d, R"~~(2)~~", __FILE__, __LINE__);'])

    def test_a_result_on_the_next_line(self):
        self.assertEqual(body('```cpp\nf(1);\n// → "2"\n```'), ['shows((f(1)), R"~~("2")~~", __FILE__, __LINE__);'])

    def test_what_a_page_prints(self):
        text = "```cpp\nint a = 1;\n```\n\n```text\none\n```\n"
        self.assertEqual(body(text)[1:], ['prints(R"~~(one\n)~~", __FILE__, __LINE__);'])

    def test_text_that_does_not_follow_at_once_is_not_what_a_page_prints(self):
        self.assertEqual(body("```cpp\nint a = 1;\n```\nwords\n\n```text\none\n```\n"), ["int a = 1;"])

    def test_includes_come_first_and_a_program_is_one_of_its_own(self):
        page = source('```cpp\n#include "a.hpp"\nint main() {\n  f();\n}\n```')
        self.assertEqual([line for line in page.includes], ['#include "a.hpp"'])
        self.assertIn("int main_0() {", page.programs)
        self.assertEqual(page.programs[-2:], ["return 0;", "}"])

    def test_the_comment_of_a_header(self):
        lines = extract.comment_lines("#pragma once\n/// \\file\n/// ```cpp\n/// f(1);\n/// ```\nint f(int);\n")
        self.assertEqual([b.lines for b in extract.blocks_of(lines)], [["f(1);"]])

    def test_what_a_page_needs(self):
        self.assertEqual(source('```cpp\n#include "detente/fit/reciprocity.hpp"\n```').components(), {"fit"})
        self.assertEqual(source("```cpp\nf();\n```", "live/store/store.hpp").components(), {"live"})
        self.assertEqual(source("```cpp\nf();\n```", "live/live_pairs.hpp").components(), set())


class Refused(unittest.TestCase):
    def refused(self, text, line):
        with self.assertRaises(extract.Refused) as caught:
            source(text)
        self.assertEqual(caught.exception.args[0][0], line)

    def test_a_result_without_an_arrow(self):
        self.refused("words\n```cpp\nf(1);  // 2\n```", 3)
        self.refused('```cpp\nf(1);  // "a"\n```', 2)

    def test_a_result_of_nothing(self):
        self.refused("```cpp\n// → 2\n```", 2)

    def test_a_result_of_half_a_statement(self):
        self.refused("```cpp\nf(1,\n  2);  // → 2\n```", 3)

    def test_cpp_outside_of_a_fence(self):
        self.refused("words\n\n    Store store = open();\n", 3)
        self.refused("words\n@code\nf();\n@endcode\n", 2)

    def test_a_block_of_no_known_language(self):
        self.refused("```\nf();\n```\n", 1)
        self.refused("```c++\nf();\n```\n", 1)

    def test_a_block_without_an_end(self):
        self.refused("```cpp\nf();\n", 1)


if __name__ == "__main__":
    unittest.main()
