"""The example runs, draws its picture and prints what docs/python.md says of it."""

import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from support import ROOT


@unittest.skipUnless(importlib.util.find_spec("matplotlib"), "matplotlib is not installed (Debian and Ubuntu: python3-matplotlib)")
class Example(unittest.TestCase):
    def test_us_colombia(self):
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder, "us_colombia.png")
            script = ROOT / "python" / "examples" / "us_colombia.py"
            environment = {**os.environ, "MPLCONFIGDIR": folder}
            run = subprocess.run(
                [sys.executable, "-B", str(script), str(picture)], capture_output=True, text=True, env=environment
            )
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))
            page = (ROOT / "docs" / "python.md").read_text()
            self.assertIn(f"```text\n{run.stdout}```\n", page)


if __name__ == "__main__":
    unittest.main()
