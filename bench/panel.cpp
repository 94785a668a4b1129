// What does a panel cost once the log is in memory, and what does writing it cost? A million events of 11,175 pairs,
// monthly, by the decayed sum and by the hidden level, with and without the coding rules of machine-coded events,
// against bringing the rows of each pair together and doing nothing with them.

#include "detente/questions/index/panel.hpp"
#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "support/machine_log.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t events = 1'000'000;

const DyadRows& pairs() {
  static const DyadRows made = [] {
    DyadRows rows;
    rows.finish(bench::machine_log(events));
    return rows;
  }();
  return made;
}

void count(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events)); }

/// The limit: all rows, pair by pair.
void rows_alone(benchmark::State& state) {
  for (auto _ : state)
    for (std::size_t pair = 0; pair < pairs().size(); ++pair) benchmark::DoNotOptimize(pairs().rows(pair).data());
  count(state);
}
BENCHMARK(rows_alone);

void panel_of(benchmark::State& state, const char* model, const CodingRules& rules, bool written) {
  PanelRequest request{
      .scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make(model), .rules = rules}};
  request.threads = 1;
  const auto form = [written](const IndexSeries& s) { return written ? index_rows_csv(s) : std::string(); };
  std::size_t bytes = 0;
  for (auto _ : state) bytes += panel(pairs(), request, {form, [](std::string_view) {}}).rows;
  benchmark::DoNotOptimize(bytes);
  count(state);
}
BENCHMARK_CAPTURE(panel_of, decayed_sum, "decayed_sum", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, decayed_sum_rules, "decayed_sum", CodingRules::machine_coded(), false);
BENCHMARK_CAPTURE(panel_of, two_speed, "two_speed", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, latent_level, "latent_level", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, decayed_sum_written, "decayed_sum", CodingRules(), true);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "rows_alone"); }
