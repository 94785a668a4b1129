"""pip installs the package into an environment of its own, without the network, and it works there."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, US_COLOMBIA

BUILD = os.environ.get("DETENTE_BUILD", "")
ASK = "import detente; print(detente.__file__); print(len(detente.index({!r}, 'USA:COL')))"


def run(*words, **options):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, **options)


class Pip(unittest.TestCase):
    def setUp(self):
        for module in ("pip", "venv", "ensurepip"):
            if run(sys.executable, "-c", f"import {module}").returncode:
                self.skipTest(f"Python's {module} is not installed (Debian and Ubuntu: python3-pip, python3-venv)")

    def test_install(self):
        with tempfile.TemporaryDirectory() as folder:
            made = run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", folder)
            self.assertEqual(made.returncode, 0, made.stderr)
            python = pathlib.Path(folder, "bin", "python")
            settings = [f"--config-settings=build-dir={BUILD}"] if BUILD else []
            clean = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
            offline = ["--no-index", "--no-build-isolation", "--no-cache-dir", "--disable-pip-version-check"]
            done = run(python, "-m", "pip", "install", *offline, *settings, ROOT, env=clean, cwd=folder)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            asked = run(python, "-c", ASK.format(US_COLOMBIA), env=clean, cwd=folder)
            self.assertEqual(asked.returncode, 0, asked.stderr)
            where, rows = asked.stdout.split()
            self.assertTrue(where.startswith(os.path.realpath(folder)) or where.startswith(folder), where)
            self.assertEqual(rows, "14")


if __name__ == "__main__":
    unittest.main()
