"""What the tests share: where things are, and what the program prints."""

import csv
import io
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "examples" / "data"
PROGRAM = os.environ.get("DETENTE_PROGRAM", "")

US_COLOMBIA = str(DATA / "us_colombia_2025_2026.csv")

# The samples, with a pair of each.
SAMPLES = {
    "us_colombia_2025_2026.csv": "USA:COL",
    "us_colombia_article.csv": "USA:COL",
    "australia_china_2017_2024.csv": "AUS:CHN",
    "india_pakistan_1998_2024.csv": "IND:PAK",
    "us_ussr_1979_1991.csv": "USA:SUN",
}


def printed(*words):
    """The rows of the CSV that the program prints."""
    run = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True)
    return list(csv.reader(io.StringIO(run.stdout)))


def as_column(values, like):
    """Texts of a CSV as a column of the type of `like`, in which what is missing is as there."""
    import numpy

    if like.dtype.kind == "f":
        return numpy.array([float(v) if v else numpy.nan for v in values])
    if like.dtype.kind == "M":
        return numpy.array(values, dtype="datetime64[D]") if values else like[:0]
    if like.dtype.kind == "b":
        return numpy.ma.array([v == "true" for v in values], mask=[v == "" for v in values])
    if like.dtype.kind == "i":
        return numpy.array([int(v) for v in values])
    return numpy.array(values, dtype=object)


def bits(column):
    """All that a column holds, to the last bit."""
    import numpy

    if isinstance(column, numpy.ma.MaskedArray):
        return column.filled(False).tobytes(), numpy.ma.getmaskarray(column).tobytes()
    if column.dtype == object:
        return ["" if v is None else v for v in column]
    return column.tobytes()
