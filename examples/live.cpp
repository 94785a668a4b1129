/// \file
/// An index that lives in a program: events go in one by one, in the order in which they became known, and after each
/// the pair is read again. At the end an event comes two months late, and one is withdrawn; the past is as a batch
/// would have it. Prints what moved the index by five points or more.
///
///     live [FILE.csv]

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <iostream>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/live/live_pairs.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/readers/read_events.hpp"
#include "detente/scales/scale.hpp"

namespace {

using namespace detente;

/// The events of a file in the order in which they became known.
std::vector<Event> as_reported(const std::filesystem::path& path) {
  const EventLog log = read_events(path).log;
  std::vector<Event> events;
  for (const EventRow& row : log.rows()) events.push_back(log.event(row));
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return reported_day(a) < reported_day(b); });
  return events;
}

/// 0 to 100, calm to crisis.
double index_of(const Reading& reading) { return FittedScale(Scale{}, {}, {})(0, reading.level).value_or(50); }

void live(const std::filesystem::path& path) {
  LivePairs pairs({.model = Catalogue::built_in().make("decayed_sum"), .codebook = built_in_codebook("plain")},
                  "notes");
  const std::vector<Event> events = as_reported(path);
  double before = 50;
  for (const Event& event : events) {
    const Day today = reported_day(event);
    for (const std::uint32_t pair : pairs.add(event).pairs) {
      if (pairs.pair(pair) != Dyad{"COL", "USA"}) continue;
      const double now = index_of(pairs.reading(pair, today));
      if (std::abs(now - before) >= 5)
        fmt::print("{}  {:5.1f} → {:5.1f}  {} {}\n", to_text(today), before, now, event.source, event.code);
      before = now;
    }
  }
  const std::uint32_t pair = *pairs.find({"USA", "COL"});
  const Day last = reported_day(events.back());
  Event late{.id = "late",
             .date = DateSpan::on(last - 60),
             .reported = last,
             .source = "COL",
             .target = "USA",
             .code = "ambassador_recalled"};
  pairs.add(late);
  fmt::print("With an event of {}: {:.1f} then, {:.1f} now\n", to_text(last - 60),
             index_of(pairs.reading(pair, last - 60)), index_of(pairs.reading(pair, last)));
  late.status = Status::cancelled;
  late.revision = 1;
  pairs.add(late);
  fmt::print("Withdrawn: {:.1f}\n", index_of(pairs.reading(pair, last)));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    live(argc > 1 ? argv[1] : DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv");
  } catch (const std::exception& error) {
    std::cerr << "live: " << error.what() << '\n';
    return 1;
  }
}
