"""What docs/python.md and the package's own words show is what happens: every ```pycon block, one after another."""

import doctest
import os
import re
import unittest

from support import ROOT


class Docs(unittest.TestCase):
    def test_page(self):
        text = (ROOT / "docs" / "python.md").read_text()
        blocks = re.findall(r"^```pycon\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        self.assertGreater(len(blocks), 4)
        before = os.getcwd()
        os.chdir(ROOT)
        self.addCleanup(os.chdir, before)
        test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/python.md", "docs/python.md", 0)
        said = []
        failed, tried = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
        self.assertEqual(failed, 0, "".join(said))
        self.assertGreater(tried, 8)


if __name__ == "__main__":
    unittest.main()
