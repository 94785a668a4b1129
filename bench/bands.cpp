// What does a band cost? 1,000 draws over a year of 33 events, the model run daily in both directions for each, against
// running the point path once per draw (the limit: the same paths without drawing).

#include "detente/questions/doubt/bands.hpp"
#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::uint32_t draw_count = 1000;

struct Workload {
  Scoring scoring{.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")};
  History history;
  std::vector<Period> periods;
};

const Workload& workload() {
  static const Workload made = [] {
    constexpr std::array codes{"threat_of_sanctions", "visa_revoked",  "visit",
                               "accusation",          "aid_suspended", "phone_call"};
    const Day begin = Day::from_civil(2025, 1, 26);
    EventLog log("bench");
    for (std::int32_t i = 0; i < 33; ++i) {
      Event event;
      event.id = std::to_string(i);
      event.date = DateSpan::on(begin + 11 * i);
      if (i % 5 == 0) event.date.last = event.date.first + 20;
      event.source = i % 3 == 0 ? "COL" : "USA";
      event.target = i % 3 == 0 ? "USA" : "COL";
      event.code = codes[static_cast<std::size_t>(i) % codes.size()];
      event.object = event.id;
      log.add(event);
    }
    Workload w;
    Selection selection;
    selection.dyad = {"USA", "COL"};
    w.history = prepare(log, selection, w.scoring, PeriodKind::month);
    w.periods = periods_between(PeriodKind::month, w.history.shown.first, w.history.shown.end);
    return w;
  }();
  return made;
}

void point_paths(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state)
    for (std::uint32_t d = 0; d < draw_count; ++d) {
      const auto readings = score(w.scoring.model, w.history.coding.acts, w.history.days);
      benchmark::DoNotOptimize(index_path(readings, w.history.days, w.scoring));
    }
  state.SetItemsProcessed(state.iterations() * draw_count);
}
BENCHMARK(point_paths)->Unit(benchmark::kMillisecond);

void coding_band(benchmark::State& state) {
  const Workload& w = workload();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        coding_bands(w.history, w.scoring, w.periods, SampleAt::end, {.draws = draw_count}).periods.upper.back());
  state.SetItemsProcessed(state.iterations() * draw_count);
}
BENCHMARK(coding_band)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "point_paths"); }
