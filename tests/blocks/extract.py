#!/usr/bin/env python3
"""Makes a test of every C++ block in README.md, docs and the essays of the public headers.

    extract.py TREE OUT_HEADERS OUT_PAGES COMPONENT...

A block is fenced by ```cpp and ```. The blocks of one page, or of one header, continue one another: they become one
function, in a class that has what blocks take as given (given.hpp). Their #include lines come first. A block that begins
with a type stands before the function, and so does one with `int main(`, which is a program of its own.

    EXPRESSION;  // → RESULT       the expression, or the variable that is declared, must be shown as RESULT
    ```text                        right after a block: what the page has printed since the last such block

In both, … stands for anything. A header or page that needs a component (json, fit, live) which is not built is left
out. Refused: C++ outside of a fence, and a result without an arrow, because nothing would check them.
"""

import pathlib
import re
import sys

ARROW = re.compile(r"^(?P<code>.*;)\s*// → (?P<result>.*)$")
ARROW_ALONE = re.compile(r"^\s*// → (?P<result>.*)$")
DECLARATION = re.compile(r"^\s*(?:const\s+)?[A-Za-z_][\w:]*(?:<.*?>)?[&*]?\s+(?P<name>\w+)(?:\s*=\s|\{)")
UNCHECKED = re.compile(r";\s*// (?:\"|-?\d|\{|true\b|false\b|nothing\b|nullptr\b)")
LANGUAGES = ("cpp", "console", "sh", "pycon", "text", "cmake", "csv", "json")
DEFINITION = re.compile(r"^(?:struct|class|enum|template|namespace)\b")
CPP_LINE = re.compile(r"^(?:.*[^\s;]\);|.*\)\s*\{|(?:const|auto|using|#include)\b.*|.*;\s*//.*)$")


class Refused(Exception):
    pass


class Block:
    def __init__(self, line, lines, output):
        self.line = line  # of its first line of code, from 1
        self.lines = lines
        self.output = output  # (line, text) that the page prints, or None


def is_cpp(line):
    """Whether a line outside of a fence is C++ all the same."""
    return re.match(r"^\s*[@\\]code\b", line) or (re.match(r"^ {4,}\S", line) and CPP_LINE.match(line.strip()))


def fences(lines):
    """(language, number of the first line inside, lines inside, number after the closing fence); lines may be None for
    text that is none of the page."""
    i = 0
    while i < len(lines):
        fence = lines[i] is not None and re.match(r"^```(?!`)(.*)$", lines[i])
        if not fence:
            if lines[i] is not None and is_cpp(lines[i]):
                raise Refused((i + 1, "C++ outside of ```cpp: nothing compiles it"))
            i += 1
            continue
        if fence.group(1) not in LANGUAGES:
            raise Refused((i + 1, "a block is one of " + ", ".join(LANGUAGES)))
        end = i + 1
        while end < len(lines) and lines[end] != "```":
            if lines[end] is None:
                raise Refused((i + 1, "this block does not end"))
            end += 1
        if end == len(lines):
            raise Refused((i + 1, "this block does not end"))
        yield fence.group(1), i + 2, lines[i + 1 : end], end + 1
        i = end + 1


def blocks_of(lines):
    out, after = [], None
    for language, first, inside, end in fences(lines):
        gap = [line for line in lines[after : first - 2] if line] if after is not None else None
        if language == "cpp":
            out.append(Block(first, inside, None))
            after = end
            continue
        if language == "text" and gap == []:
            out[-1].output = (first, "".join(line + "\n" for line in inside))
        after = None
    return out


def comment_lines(text):
    """The `///` text of a header, line by line; None for code."""
    matches = (re.match(r"^\s*///(?: |$)(.*)$", line) for line in text.split("\n"))
    return [match.group(1) if match else None for match in matches]


def quoted(text):
    return 'R"~~(' + text + ')~~"'


def checked(code, result):
    """The statement, and what its value must be shown as."""
    declared = DECLARATION.match(code)
    if declared and not code.lstrip().startswith("return"):
        return code, f"shows({declared.group('name')}, {quoted(result)}, __FILE__, __LINE__);"
    statement = re.match(r"^(?P<indent>\s*)(?P<expression>.*);$", code)
    if statement.group("expression").count("(") != statement.group("expression").count(")"):
        raise Refused("a result needs its whole statement on one line")
    return None, f"shows(({statement.group('expression')}), {quoted(result)}, __FILE__, __LINE__);"


def body_of(block, name):
    out, previous = [], None
    for offset, line in enumerate(block.lines):
        number = block.line + offset
        try:
            alone, arrow = ARROW_ALONE.match(line), ARROW.match(line)
            if UNCHECKED.search(line):
                raise Refused("a result is written '// → …', or nothing checks it")
            if alone:
                if previous is None:
                    raise Refused("a result of nothing: the line before is no statement")
                code, check = checked(previous, alone.group("result"))
                out[-1:] = [f'#line {number - 1} "{name}"'] + ([code] if code else []) + [check]
            elif arrow:
                code, check = checked(arrow.group("code"), arrow.group("result"))
                out += [f'#line {number} "{name}"'] + ([code] if code else []) + [f'#line {number} "{name}"', check]
            else:
                out += [f'#line {number} "{name}"', line]
        except Refused as refused:
            raise Refused((number, refused.args[0]))
        previous = line if line.rstrip().endswith(";") else None
    if block.output:
        line, text = block.output
        out += [f'#line {line} "{name}"', f"prints({quoted(text)}, __FILE__, __LINE__);"]
    return out


class Source:
    """A page or a header: its includes, programs of its own, and the function of its blocks."""

    def __init__(self, path, title, blocks):
        self.path, self.title = str(path), title
        self.includes, self.programs, self.body = [], [], []
        for block in blocks:
            self.take(block)

    def take(self, block):
        code = body_of(block, self.path)
        includes = [line for line in code if line.startswith("#include")]
        self.includes += includes
        code = [line for line in code if line not in includes]
        if any(line.startswith("int main(") for line in code):
            self.take_program(code)
        elif DEFINITION.match(next((line for line in code if line and not line.startswith(("#", "//"))), "")):
            self.programs += code
        else:
            self.body += code

    def take_program(self, code):
        last = max(i for i, line in enumerate(code) if line == "}")
        name = f"main_{len(self.programs)}"
        lines = [re.sub(r"^int main\(", f"int {name}(", line) for line in code[:last]]
        self.programs += lines + ["return 0;", "}"]
        takes = any(re.match(r"^int \w+\(int", line) for line in lines)
        self.body += [f"EXPECT_EQ({name}({'argc, argv.data()' if takes else ''}), 0);"] + code[last + 1 :]

    def components(self):
        text = self.title + "\n" + "\n".join(self.includes)
        found = {"live": r"live/(store|watch|tables|json)/", "fit": r"\bfit/", "json": r"output/json/|fit/json|live/json"}
        return {name for name, pattern in found.items() if re.search(pattern, text)}

    def text(self):
        name = re.sub(r"\W+", "_", self.title)
        given = "GivenWithStore" if "live" in self.components() else "Given"
        detail = "using namespace detente::detail;" if "detail/" in self.title else ""
        programs = ["namespace programs {", "using namespace detente;", *self.programs, "}"] if self.programs else []
        return "\n".join(
            ["", f"namespace block_{name} {{", f"class {name} : public {given} {{}};", *programs]
            + [f"TEST_F({name}, IsAsStated) {{", detail, "using namespace programs;" if programs else "", *self.body, "}", "}", ""])


def headers(tree):
    for path in sorted((tree / "include").rglob("*.hpp")):
        yield path, str(path.relative_to(tree / "include/detente")), comment_lines(path.read_text())


def pages(tree):
    for path in [tree / "README.md", tree / "CONTRIBUTING.md", *sorted((tree / "docs").rglob("*.md"))]:
        yield path, str(path.relative_to(tree)), path.read_text().split("\n")


def sources(found):
    for path, title, lines in found:
        try:
            blocks = blocks_of(lines)
            if blocks:
                yield Source(path, title, blocks)
        except Refused as refused:
            line, why = refused.args[0]
            raise SystemExit(f"{path}:{line}: error: {why}")


def write(path, found, built):
    chosen = [source for source in sources(found) if source.components() <= built]
    if not chosen:
        raise SystemExit(f"no block for {path}")
    includes = sorted({line for source in chosen for line in source.includes})
    headers_of = [f'#include "detente/{s.title}"' for s in chosen if s.title.endswith(".hpp")]
    text = ["// Made by tests/blocks/extract.py.", '#include "blocks/given.hpp"', *includes, *headers_of]
    text += ["using namespace detente;", "using namespace detente::blocks_test;"]
    path.write_text("\n".join(text + [source.text() for source in chosen]))


if __name__ == "__main__":
    root, out_headers, out_pages = (pathlib.Path(argument) for argument in sys.argv[1:4])
    write(out_headers, headers(root), set(sys.argv[4:]))
    write(out_pages, pages(root), set(sys.argv[4:]))
