"""The peers' job in pandas: pandas_job.py gdelt|plain EVENTS WEIGHTS OUTPUT THREADS (see run.sh for the job).

Only the four columns are read, as categories, so that all work on text is done once for each distinct text. Directed
cells first, undirected ones from them, so that events are grouped once. pandas uses one thread, whatever it is given.
"""

import csv
import sys

import numpy as np
import pandas as pd

kind, events_path, weights_path, output, _ = sys.argv[1:]
names = ["date", "source", "target", "code"]
REFERENCE = 18262  # days count from 2020-01-01, for 2^(days/30) to stay within a double

texts = {name: "category" for name in names}
if kind == "gdelt":
    events = pd.read_csv(events_path, sep="\t", header=None, usecols=[1, 7, 17, 26], quoting=csv.QUOTE_NONE,
                         dtype={1: "category", 7: "category", 17: "category", 26: "category"}, na_filter=False)
    events.columns = names
else:
    events = pd.read_csv(events_path, header=0, names=names, dtype=texts, na_filter=False)

# Every text by its number: actors in the order of their names, over both sides.
actors = events["source"].cat.categories.union(events["target"].cat.categories)
source = actors.get_indexer(events["source"].cat.categories)[events["source"].cat.codes]
target = actors.get_indexer(events["target"].cat.categories)[events["target"].cat.codes]
score_of = pd.read_csv(weights_path, dtype={"code": str}).set_index("code")["score"]
score = score_of.reindex(events["code"].cat.categories).to_numpy()[events["code"].cat.codes]
nobody = actors.get_indexer([""])[0]
kept = (source != target) & (source != nobody) & (target != nobody) & ~np.isnan(score)

dates = pd.to_datetime(events["date"].cat.categories, format="%Y%m%d" if kind == "gdelt" else "%Y-%m-%d")
month_of = (dates.year * 12 + dates.month - 1).to_numpy()
growth_of = np.exp2(((dates - pd.Timestamp(0)).days.to_numpy() - REFERENCE) / 30)
date = events["date"].cat.codes.to_numpy()[kept]
score, source, target = score[kept], source[kept], target[kept]

first_month = month_of.min()
months = month_of.max() - first_month + 1


def cell(one, other, month):
    """One number for source, target and month, in their order."""
    return (one.astype(np.int64) * len(actors) + other) * months + month


def summed(frame):
    return frame.groupby("cell").sum().reset_index()


directed = summed(pd.DataFrame({"cell": cell(source, target, (month_of - first_month)[date]), "sum": score,
                                "count": np.ones(len(score), np.int64), "growing": score * growth_of[date]}))
pair, month = np.divmod(directed["cell"].to_numpy(), months)
one, other = np.divmod(pair, len(actors))
undirected = summed(directed.assign(cell=cell(np.minimum(one, other), np.maximum(one, other), month)))

panel = pd.concat({"directed": directed, "undirected": undirected}, names=["kind"]).reset_index("kind")
pair, month = np.divmod(panel["cell"].to_numpy(), months)
one, other = np.divmod(pair, len(actors))
labels = pd.period_range(pd.Period(year=first_month // 12, month=first_month % 12 + 1, freq="M"), periods=months)
back = np.exp2((REFERENCE - (labels.end_time.normalize() - pd.Timestamp(0)).days.to_numpy()) / 30)
grown = panel["growing"].groupby([panel["kind"], pair], sort=False).cumsum()
pd.DataFrame({
    "kind": panel["kind"], "source": actors[one], "target": actors[other],
    "month": labels.strftime("%Y-%m").to_numpy()[month], "sum": panel["sum"], "mean": panel["sum"] / panel["count"],
    "count": panel["count"], "decayed": grown * back[month],
}).to_csv(output, index=False)
