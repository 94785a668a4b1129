"""The United States and Colombia, 2025 to 2026: how strained, and which acts moved it.

    python3 python/examples/us_colombia.py picture.png

Read it from top to bottom, or paste it into a notebook cell by cell (# %%).
"""

# %% The events, 33 that were coded from news pages
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import detente

data = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data"
log = detente.read_events(data / "us_colombia_2025_2026.csv")
print(len(log), "events,", sum(sum(f.rejected.values()) for f in log.files), "rows rejected")

# %% The index by day, with the coding band
daily = detente.index(log, "USA:COL", every="day")
day, index = daily["last_day"], daily["index"]
peak = int(np.nanargmax(index))
print(f"peak {index[peak]:.1f} on {day[peak]}, {index[-1]:.1f} at the end")

# %% Which acts made autumn so tense: every point of the change belongs to one
why = detente.explain(log, "USA:COL", "2025-08", "2025-10")
change = why.about["index_to"] - why.about["index_from"]
print(f"from August to October {change:+.1f}, of which")
for i in range(5):
    print(f"  {why['index_change'][i]:+5.1f}  {why['date'][i]}  {why['source'][i]}→{why['target'][i]}  {why['code'][i]}")

# %% A picture
figure, (above, below) = plt.subplots(2, sharex=False, figsize=(9, 7), layout="constrained", height_ratios=(3, 2))
above.axhline(50, color="0.6", linewidth=0.8)
above.fill_between(day, daily["lower"], daily["upper"], color="tab:red", alpha=0.25, linewidth=0, label="coding band")
above.plot(day, index, color="tab:red", linewidth=1.8, label="index")
above.plot(day, daily["heat"], color="tab:blue", linewidth=1, linestyle="--", label="heat: acts without measures in force")
above.axvspan(np.datetime64("2025-08-31"), np.datetime64("2025-10-31"), color="0.92", zorder=0)
above.set(title="United States and Colombia: tension by day", ylabel="0 close · 50 neutral · 100 hostile", ylim=(40, 90))
above.set_xlim(day[0], day[-1])
above.legend(loc="upper left", frameon=False)

top = slice(0, 8)
names = [f"{c.replace('_', ' ')}, {d.item():%-d %b}" for c, d in zip(why["code"][top], why["date"][top])]
points = why["index_change"][top]
below.barh(names[::-1], points[::-1], color=np.where(points[::-1] > 0, "tab:red", "tab:green"))
below.axvline(0, color="0.3", linewidth=0.8)
below.set(title="What moved it from the end of August to the end of October (grey above)", xlabel="points of the index")

for axes in (above, below):
    axes.spines[["top", "right"]].set_visible(False)
figure.savefig(sys.argv[1] if len(sys.argv) > 1 else "us_colombia.png", dpi=110)
