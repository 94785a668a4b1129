#!/usr/bin/env python3
"""Makes the reference by Doxygen and fails if it warns of anything but what is exempt.

    reference.py DOXYGEN DOXYFILE OUTPUT TREE

Exempt are the warnings that docs/reference_exemptions.txt lists with a reason; fields named in docs/glossary.md; and
fields on a line with others, of which Doxygen gives the line's comment to one alone.
"""

import pathlib
import re
import subprocess
import sys

WARNING = re.compile(r"^(?P<file>.+?):(?P<line>\d+): warning: (?P<text>.*)$")
FIELD = re.compile(r"^Member (?P<name>\w+) \(variable\)")
SEVERAL = re.compile(r"[\w\]}>]\s*(?:=\s*[^,;]*)?,\s*\w+\s*(?:=|,|;|\{)")


def exemptions(text):
    """The expressions, each with the lines of its reason below it."""
    found, reason = {}, None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            reason = found.setdefault(line, [])
        elif reason is None:
            raise SystemExit(f"a reason without an expression: {line.strip()}")
        else:
            reason.append(line.strip())
    for expression, reason in found.items():
        if not reason:
            raise SystemExit(f"an exemption without a reason: {expression}")
    return {re.compile(expression): 0 for expression in found}


def glossary(text):
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


def shares_a_comment(lines, number):
    """Whether this line has several fields and a comment, behind it or above."""
    line = lines[number - 1]
    code, comment = line.partition("///")[::2]
    return bool(SEVERAL.search(code)) and (bool(comment) or lines[number - 2].lstrip().startswith("///"))


def is_exempt(warning, tree, names, exempt):
    field = FIELD.match(warning["text"])
    path = pathlib.Path(warning["file"])
    if field and field["name"] in names:
        return True
    if field and shares_a_comment(path.read_text().split("\n"), int(warning["line"])):
        return True
    place = path.relative_to(tree / "include/detente") if path.is_relative_to(tree / "include/detente") else path
    for expression in exempt:
        if expression.search(f"{place}: {warning['text']}"):
            exempt[expression] += 1
            return True
    return False


def main(doxygen, doxyfile, output, tree):
    output.mkdir(parents=True, exist_ok=True)
    subprocess.run([doxygen, str(doxyfile)], check=True)
    warnings = (output / "warnings").read_text().splitlines()
    names = glossary((tree / "docs/glossary.md").read_text())
    exempt = exemptions((tree / "docs/reference_exemptions.txt").read_text())
    errors = [line for line in warnings
              if not (m := WARNING.match(line)) or not is_exempt(m, tree, names, exempt)]
    errors += [f"nothing needs this exemption: {expression.pattern}" for expression, uses in exempt.items() if not uses]
    for error in errors:
        print(error, file=sys.stderr)
    print(f"{len(warnings)} warnings, {len(errors)} of them no exemption; the reference is in {output}/html")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(pathlib.Path(argument) for argument in sys.argv[2:5])))
