// What does it cost to rank all pairs, and to say what moved those at the top, beside the panel of the same events?
// At most 1.1 is the bound. Machine-coded events of ten years, 11,175 pairs, in memory, by two_speed with the rules
// of such events; the panel is by month and writes nothing. A million events, or as many as DETENTE_BENCH_EVENTS
// says: a ranking reads every pair on two days and the panel at the end of its months, so the ratio rises with the
// events of a pair and falls with its months. What is attributed are the pairs shown, here 25 of equal size; the
// larger their share of all events, the more that is.

#include "detente/questions/index/ranking.hpp"

#include <cstdlib>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/panel.hpp"
#include "support/machine_log.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

std::size_t events() {
  const char* said = std::getenv("DETENTE_BENCH_EVENTS");
  return said ? std::strtoull(said, nullptr, 10) : 1'000'000;
}

const DyadRows& pairs() {
  static const DyadRows made = [] {
    DyadRows rows;
    rows.finish(bench::machine_log(events()));
    return rows;
  }();
  return made;
}

Scoring scoring() {
  return {.codebook = built_in_codebook("gdelt"),
          .model = Catalogue::built_in().make("two_speed"),
          .scale = parse_scale("linear slope=6").value(),
          .rules = CodingRules::machine_coded()};
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events()));
}

void the_panel(benchmark::State& state) {
  PanelRequest request{.scoring = scoring()};
  request.threads = 1;
  const PanelSink sink{[](const IndexSeries&) { return std::string(); }, [](std::string_view) {}};
  for (auto _ : state) benchmark::DoNotOptimize(panel(pairs(), request, sink).rows);
  count(state);
}
BENCHMARK(the_panel);

/// The last week of the log.
void ranking_by(benchmark::State& state, RankBy by) {
  RankingRequest request{.scoring = scoring(), .day = Day{19'649}, .since = Day{19'643}};
  request.by = by;
  request.threads = 1;
  if (by == RankBy::risk) {
    request.calibration = built_in_calibration();
    request.calibration->coding = coding_of(request.scoring, RollUp::none);
  }
  for (auto _ : state) benchmark::DoNotOptimize(rank_pairs(pairs(), request).with_index);
  count(state);
}
BENCHMARK_CAPTURE(ranking_by, index, RankBy::index);
BENCHMARK_CAPTURE(ranking_by, change, RankBy::change);
BENCHMARK_CAPTURE(ranking_by, risk, RankBy::risk);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "the_panel"); }
