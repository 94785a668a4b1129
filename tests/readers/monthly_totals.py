"""Counts and scores by pair of countries and month, from an event file, by pandas and not by détente.

    monthly_totals.py FILE LAYOUT [CODEBOOK.csv]

LAYOUT is one of own (GDELT, between tabs), copy (GDELT, with a header), icews, keds. Prints source, target, yyyy-mm, count and
sum of the file's own scores between tabs; KEDS has none and takes them from the codebook.
"""
import csv
import sys

import pandas as pd


def own(path):
    width = 61 if path.endswith("export.CSV") else 58
    table = pd.read_csv(path, sep="\t", header=None, names=range(width), dtype=str, quoting=csv.QUOTE_NONE,
                        keep_default_na=False, encoding="latin-1")
    return table[[1, 7, 17, 30]]


def copy(path):
    table = pd.read_csv(path, sep=";" if path.endswith("spreadsheet.csv") else ",", dtype=str, encoding="latin-1",
                        keep_default_na=False)
    table = table.replace("NA", "")
    return table[["SQLDATE", "Actor1CountryCode", "Actor2CountryCode", "GoldsteinScale"]]


def icews(path):
    table = pd.read_csv(path, sep="\t", dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False)
    table = table.replace(["NA", "NULL"], "")
    return table[["Event Date", "Source Country", "Target Country", "Intensity"]]


def keds(path):
    table = pd.read_csv(path, sep="\t", dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False)
    scores = pd.read_csv(sys.argv[3], comment="#", dtype=str).set_index("code")["score"]
    table["score"] = table["code"].map(scores)
    return table[["date", "source", "target", "score"]]


table = {"own": own, "copy": copy, "icews": icews, "keds": keds}[sys.argv[2]](sys.argv[1])
table.columns = ["date", "source", "target", "score"]
table = table.apply(lambda column: column.str.strip() if column.dtype == object else column)
table = table[(table.source != "") & (table.target != "") & (table.source != table.target)]
digits = table.date.str.replace("-", "", regex=False)
table = table.assign(month=digits.str[:4] + "-" + digits.str[4:6], score=pd.to_numeric(table.score))
totals = table.groupby(["source", "target", "month"]).score.agg(["size", "sum"])
for (source, target, month), size, total in zip(totals.index, totals["size"], totals["sum"]):
    print(source, target, month, size, repr(float(total)), sep="\t")
