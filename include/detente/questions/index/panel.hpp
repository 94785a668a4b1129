#pragma once
/// \file
/// The index of every pair at once. Each pair is treated as by `index_report`, with any model and all coding rules, and
/// its rows are the same to the last bit. Pairs are shared out among the cores and come out in alphabetical order, so
/// the output has the same bytes for any number of threads.
///
/// ```cpp
/// DyadRows pairs;
/// pairs.finish(read_events("us_colombia_2025_2026.csv").log);
/// panel(pairs, {.scoring = scoring}, {index_rows_csv, [](std::string_view text) { std::cout << text; }});
/// std::vector<IndexSeries> all;   // or values in place of text: both sides, with provenance
/// panel(pairs, {.scoring = scoring}, [&](IndexSeries&& pair) { all.push_back(std::move(pair)); });
/// all.size();                     // → 2
/// ```
///
/// Time: without reading, O(events log events of a pair) + model × (events + rows). Memory: a few pairs per thread,
/// however many there are; results that come early wait, and threads that are far ahead wait too.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/ground/work_control.hpp"
#include "detente/questions/doubt/bands.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How all pairs are scored.
struct PanelRequest {
  Scoring scoring;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  /// The days shown for every pair, `to` exclusive; by default each pair's own first to last period.
  std::optional<Day> from = {};
  std::optional<Day> to = {};
  std::string issue = {};
  std::optional<Day> as_of = {};
  /// Assumptions that hold for all pairs, such as how their codebook was determined: the first ones of each.
  std::vector<std::string> assumptions = {};
  /// Not computed unless asked for: a thousand draws a pair.
  std::optional<BandOptions> band = {};
  /// 0: as many as the machine has cores. At most `most_threads`, and no more than can be started.
  std::size_t threads = 0;
  /// Counts events. It stops between two pairs, or two draws of a band.
  WorkControl control = {};
  /// Most days shown of a pair; a pair that needs more ends the panel with an `InputError` of code `too_many_days`.
  /// Without a value, there is no limit.
  std::optional<std::uint64_t> most_days = {};
};

/// Where a panel is written, pair by pair.
struct PanelSink {
  /// Turns a pair's series into text. Called on several threads at once.
  std::function<std::string(const IndexSeries&)> form;
  /// Takes the texts in the order of the pairs, one at a time.
  std::function<void(std::string_view)> write;
  /// Called now and then with how many events are done, of how many. May be empty.
  std::function<void(std::size_t events, std::size_t of)> progress = {};
};

/// The totals of a panel.
struct PanelSummary {
  std::size_t pairs = 0;
  std::size_t rows = 0;
  /// After one-a-day, with a known code.
  std::size_t events = 0;
  /// Pairs without an event that counts: none is about the issue or known by the as-of day, or no code has a score.
  std::size_t without_events = 0;
  std::vector<UnknownCode> unknown;  ///< over all pairs, most events first
  /// Pairs that were left out because the days they would show include more than a century of silence, usually from a
  /// misdated row. Setting `from` or `to` settles it for all pairs.
  struct LeftOut {
    Dyad dyad;
    DateSpan before, after;  ///< the dates around the silence
  };
  /// Pairs that were left out.
  std::vector<LeftOut> silent;
};

/// Throws `std::invalid_argument` as `index_report` does, `Stopped` when asked to stop, with the events of the pairs
/// that were written, and whatever the sink throws.
PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const PanelSink& sink);

/// Takes the rows of one pair, with both sides and the provenance: pairs that have none are not given.
using TakeSeries = std::function<void(IndexSeries&& series)>;
/// The same for programs that want values and not text: each pair's series comes in the order of the pairs, one at a
/// time, on the thread that called.
PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const TakeSeries& take);

}  // namespace detente
#pragma GCC visibility pop
