"""Errors, damage, notes, missing values, and that long work leaves Python free and can be stopped."""

import pathlib
import signal
import tempfile
import threading
import time
import unittest

import numpy

import detente
from support import DATA, US_COLOMBIA

HEADER = "date,source,target,event,status\n"


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path


class Errors(Folder):
    def refused(self, call, *arguments, **options):
        with self.assertRaises(detente.Error) as caught:
            call(*arguments, **options)
        return caught.exception

    def test_a_word_that_is_none(self):
        error = self.refused(detente.index, US_COLOMBIA, "USA:COL", every="monht")
        self.assertIsInstance(error, ValueError)
        self.assertEqual((error.code, error.field), ("misuse", "every"))
        self.assertIn("did you mean month?", str(error))

    def test_an_option_that_is_none(self):
        error = self.refused(detente.index, US_COLOMBIA, "USA:COL", no_band=True)
        self.assertEqual((error.code, error.field), ("misuse", "no_band"))
        self.assertIn("did you mean no_bands?", str(error))

    def test_two_that_contradict(self):
        error = self.refused(detente.index, US_COLOMBIA, "USA:COL", no_bands=True, draws=50)
        self.assertIn("draws and no_bands do not go together", str(error))

    def test_a_number_that_is_none(self):
        error = self.refused(detente.index, US_COLOMBIA, "USA:COL", draws="many")
        self.assertIn("many is not a whole number", str(error))
        self.assertEqual(error.field, "draws")

    def test_a_pair_that_is_not_there(self):
        error = self.refused(detente.index, US_COLOMBIA, "USA:FRA")
        self.assertEqual(error.code, "no_events")

    def test_an_unknown_codebook(self):
        error = self.refused(detente.panel, US_COLOMBIA, codebook="gdlet")
        self.assertEqual(error.code, "unknown_name")

    def test_a_format_that_does_not_fit(self):
        error = self.refused(detente.read_events, self.file("t.csv", "a,b\n1,2\n"))
        self.assertEqual((error.code, error.field), ("unknown_format", "columns"))

    def test_days_in_the_wrong_order(self):
        error = self.refused(detente.explain, US_COLOMBIA, "USA:COL", "2025-10", "2025-09")
        self.assertIn("the second day is after the first", str(error))

    def test_an_option_of_reading_for_a_log(self):
        log = detente.read_events(US_COLOMBIA)
        self.assertEqual(self.refused(detente.index, log, "USA:COL", format="keds").field, "format")

    def test_no_file(self):
        with self.assertRaises(FileNotFoundError) as caught:
            detente.read_events(self.folder / "none.csv")
        self.assertEqual(caught.exception.code, "system")
        self.assertIn("none.csv", str(caught.exception))

    def test_no_files(self):
        self.assertEqual(self.refused(detente.read_events, []).field, "paths")

    def test_a_wrong_type(self):
        with self.assertRaises(TypeError):
            detente.read_events(7)


class Reports(Folder):
    def test_damage(self):
        path = self.file("d.csv", HEADER + "2025-02-29,USA,COL,threat,\n2025-03-01,USA,COL,threat,\n\n")
        log = detente.read_events(path)
        (report,) = log.files
        self.assertEqual(len(log), 1)
        self.assertEqual((report.rows, report.kept, report.rejected), (report.rows, 1, {"bad date": 1}))
        (example,) = report.examples
        self.assertEqual((example.line, example.column_name, example.text), (2, "date", "2025-02-29"))
        self.assertEqual(str(report.first_day), "2025-03-01")
        self.assertTrue(any(n.kind == "warning" and "bad date" in n.text for n in log.notes))

    def test_unknown_codes(self):
        path = self.file("u.csv", HEADER + "2025-03-01,USA,COL,threat,\n2025-03-02,USA,COL,thraet,\n")
        table = detente.index(path, "USA:COL")
        self.assertTrue(any(n.kind == "warning" and "thraet" in n.text for n in table.notes))
        self.assertEqual(table.files[0].kept, 2)

    def test_what_it_was_made_from(self):
        about = detente.index(US_COLOMBIA, "USA:COL", as_of="2025-10-23").about
        self.assertEqual((about["codebook"], about["as_of"]), ("plain", "2025-10-23"))
        self.assertEqual(about["sources"], [US_COLOMBIA])
        self.assertTrue(about["model"].startswith("decayed_sum"))

    def test_notes_of_two_threads_do_not_meet(self):
        names = [f"word_{i}" for i in range(4)]
        paths = [self.file(f"{n}.csv", HEADER + f"2025-03-01,USA,COL,threat,\n2025-03-02,USA,COL,{n},\n") for n in names]
        found = {}

        def ask(name, path):
            found[name] = [n.text for n in detente.index(path, "USA:COL").notes if n.kind == "warning"]

        threads = [threading.Thread(target=ask, args=pair) for pair in zip(names, paths)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for name in names:
            self.assertEqual([name in text for text in found[name]], [True])


class Columns(unittest.TestCase):
    def test_types(self):
        table = detente.index(US_COLOMBIA, "USA:COL", no_bands=True, vintages=True)
        self.assertEqual(table["index"].dtype, numpy.float64)
        self.assertTrue(numpy.isnan(table["lower"]).all())
        self.assertEqual(table["first_day"].dtype, numpy.dtype("datetime64[D]"))
        self.assertTrue(numpy.isnat(table["first_as_of"][-1]) or table["first_as_of"][-1] >= table["last_day"][-1])
        self.assertEqual(table["events"].dtype, numpy.int64)
        self.assertTrue(table["warming_up"].mask.all())  # of a model that needs no time
        self.assertEqual(table["period"][0], "2025-01")

    def test_memory_is_the_tables(self):
        table = detente.index(US_COLOMBIA, "USA:COL")
        first, second = table["index"], table["index"]
        self.assertTrue(numpy.shares_memory(first, second))
        with self.assertRaises(ValueError):
            first[0] = 0

    def test_no_such_column(self):
        with self.assertRaises(KeyError):
            detente.index(US_COLOMBIA, "USA:COL")["indx"]

    def test_missing_texts(self):
        table = detente.compare(
            str(DATA / "india_pakistan_1998_2024.csv"), all=True, min_events=10, models="two_speed", draws=20
        )
        none = [pair is None for pair in table["least_pair"]]
        self.assertEqual(none, [bool(x) for x in numpy.isnan(table["points"])])  # of what the others are compared with
        self.assertEqual(sum(none), 1)

    def test_envelope(self):
        table = detente.index(US_COLOMBIA, "USA:COL", sensitivity=True)
        self.assertTrue((table["lowest"] <= table["index"]).all() and (table["index"] <= table["highest"]).all())

    def test_pandas(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        frame = detente.index(US_COLOMBIA, "USA:COL").to_pandas()
        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(frame["first_day"].dtype.kind, "M")
        self.assertEqual(len(frame), 14)

    def test_options_may_be_dates_and_paths(self):
        import datetime

        with_date = detente.index(pathlib.Path(US_COLOMBIA), "USA:COL", as_of=datetime.date(2025, 10, 23))
        with_text = detente.index(US_COLOMBIA, "USA:COL", as_of="2025-10-23")
        self.assertEqual(with_date["index"].tobytes(), with_text["index"].tobytes())


class LongWork(unittest.TestCase):
    LONG = dict(draws=300_000)  # half a minute at least

    def test_an_interrupt_ends_it(self):
        log = detente.read_events(US_COLOMBIA)
        previous = signal.signal(signal.SIGALRM, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGALRM, previous)
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        start = time.monotonic()
        with self.assertRaises(KeyboardInterrupt):
            detente.index(log, "USA:COL", **self.LONG)
        self.assertLess(time.monotonic() - start, 10)
        self.assertEqual(len(detente.index(log, "USA:COL")), 14)  # and everything still works

    def test_an_interrupt_ends_a_panel(self):
        previous = signal.signal(signal.SIGALRM, signal.default_int_handler)
        self.addCleanup(signal.signal, signal.SIGALRM, previous)
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with self.assertRaises(KeyboardInterrupt):
            detente.panel(US_COLOMBIA, **self.LONG)

    def test_other_threads_go_on(self):
        log = detente.read_events(US_COLOMBIA)
        done, counted = threading.Event(), 0

        def work():
            detente.index(log, "USA:COL", draws=4_000)
            done.set()

        thread = threading.Thread(target=work)
        thread.start()
        while not done.is_set():  # with the lock held, this would hardly turn
            counted += 1
            time.sleep(0.001)
        thread.join()
        self.assertGreater(counted, 5)


if __name__ == "__main__":
    unittest.main()
