"""The module's results are those of the program, to the bit: both compute them with the same library, options and
defaults, and the program's CSV has numbers that read back to the same bits."""

import pathlib
import tempfile
import unittest

import detente
from support import DATA, PROGRAM, SAMPLES, as_column, bits, printed


@unittest.skipUnless(PROGRAM, "the program detente is not built, so there is nothing to compare with")
class SameAsProgram(unittest.TestCase):
    def assert_same(self, table, words):
        header, *rows = printed(*words, "--output", "csv")
        self.assertEqual(table.columns, header)
        self.assertEqual(len(table), len(rows))
        self.assertGreater(len(rows), 0)
        for i, name in enumerate(header):
            column = table[name]
            expected = as_column([row[i] for row in rows], column)
            if column.dtype.kind == "b" and not hasattr(column, "mask"):
                expected = expected.filled(False)
            self.assertEqual(bits(column), bits(expected), name)

    def test_index_of_every_sample(self):
        for name, dyad in SAMPLES.items():
            with self.subTest(name):
                path = str(DATA / name)
                self.assert_same(detente.index(detente.read_events(path), dyad), ["index", path, "--dyad", dyad])

    def test_index_of_files(self):
        path = str(DATA / "australia_china_2017_2024.csv")
        self.assert_same(detente.index(path, "AUS:CHN"), ["index", path, "--dyad", "AUS:CHN"])

    def test_index_with_options(self):
        path = str(DATA / "us_colombia_article.csv")
        table = detente.index(
            path,
            ("COL", "USA"),
            every="week",
            from_="2025-09",
            to="2026",
            direction="forward",
            model="decayed_sum half_life_verbal=28",
            also=["USA:VEN=0.3"],
            bands=0.8,
            draws=200,
            seed=7,
        )
        words = "--dyad COL:USA --every week --from 2025-09 --to 2026 --direction forward --bands 0.8 --draws 200 --seed 7"
        model = ["--model", "decayed_sum half_life_verbal=28", "--also", "USA:VEN=0.3"]
        self.assert_same(table, ["index", path, *words.split(), *model])

    def test_first_values(self):
        path = str(DATA / "australia_china_2017_2024.csv")
        table = detente.index(path, "AUS:CHN", vintages=True, no_bands=True)
        self.assert_same(table, ["index", path, "--dyad", "AUS:CHN", "--vintages", "--no-bands"])

    def test_several_pairs(self):
        path = str(DATA / "us_colombia_2025_2026.csv")
        table = detente.index(path, ["USA:COL", "USA:VEN"])
        self.assert_same(table, ["index", path, "--dyad", "USA:COL", "--dyad", "USA:VEN"])

    def test_panel_of_every_sample(self):
        for name in SAMPLES:
            with self.subTest(name):
                path = str(DATA / name)
                self.assert_same(detente.panel(detente.read_events(path)), ["panel", path])
                self.assert_same(detente.panel(path, memory="1M"), ["panel", path])

    def test_panel_of_all_samples_with_bands(self):
        paths = [str(DATA / name) for name in SAMPLES if "article" not in name]
        table = detente.panel(paths, every="quarter", draws=50, source=pathlib.Path(paths[0]).stem)
        words = ["--every", "quarter", "--draws", "50", "--source", pathlib.Path(paths[0]).stem]
        self.assert_same(table, ["panel", *paths, *words])

    def test_machine_coded_events(self):
        codes = ["190", "036", "112", "0841"]
        lines = [f"2010-{1 + i % 12:02d}-{1 + i % 28:02d}".replace("-", "")[2:] for i in range(600)]
        rows = [f"{day}\t{'ISR' if i % 3 else 'PAL'}\t{'PAL' if i % 3 else 'ISR'}\t{codes[i % 4]}" for i, day in enumerate(lines)]
        with tempfile.TemporaryDirectory() as folder:
            path = str(pathlib.Path(folder, "keds.tsv"))
            pathlib.Path(path).write_text("\n".join(rows) + "\n")
            words = ["--codebook", "keds2007", "--format", "keds"]
            log = detente.read_events(path, format="keds")
            self.assert_same(detente.index(log, "ISR:PAL", codebook="keds2007"), ["index", path, "--dyad", "ISR:PAL", *words])
            self.assert_same(detente.panel(log, codebook="keds2007"), ["panel", path, *words])

    def test_explain_every_sample(self):
        spans = {"us_colombia_2025_2026.csv": ("2025-09", "2025-10"), "us_ussr_1979_1991.csv": ("1983-08", "1983-09")}
        for name, (first, last) in spans.items():
            with self.subTest(name):
                path, dyad = str(DATA / name), SAMPLES[name]
                table = detente.explain(detente.read_events(path), dyad, first, last)
                self.assert_same(table, ["explain", path, "--dyad", dyad, "--between", first, last])
                change = table.about["index_to"] - table.about["index_from"]
                self.assertAlmostEqual(table["index_change"].sum(), change, places=9)

    def test_compare(self):
        path = str(DATA / "india_pakistan_1998_2024.csv")
        table = detente.compare(path, all=True, min_events=10, models="decayed_sum; two_speed", draws=50)
        words = ["--all", "--min-events", "10", "--models", "decayed_sum; two_speed", "--draws", "50"]
        self.assert_same(table, ["compare", path, *words])


if __name__ == "__main__":
    unittest.main()
