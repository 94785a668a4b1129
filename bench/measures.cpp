// What do measures cost as they grow? The point path of one measure and of many, exact and vague, and the history that
// the audit and the pictures use, at n and 4 n acts (the limit: four times as much). And two rows dated to the year
// against two rows dated to the day.

#include "detente/contracts/measures.hpp"

#include "detente/engines/score.hpp"
#include "detente/models/catalogue.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

Act measure(std::uint64_t key, Standing standing, Day day, std::int32_t vague = 0) {
  Act act;
  act.key = {key};
  act.event = {static_cast<std::uint32_t>(key)};
  act.date = {day, day + vague};
  act.points = standing == Standing::opens ? 7 : -4;
  act.quad = standing == Standing::opens ? QuadClass::material_conflict : QuadClass::material_cooperation;
  act.standing = standing;
  act.measure = "sanction";
  return act;
}

/// Granted and revoked in turn, three weeks apart, with `vague` extra days in each span, so that spans of 30 overlap
/// the next.
std::vector<Act> in_turn(std::int64_t n, std::int32_t vague) {
  std::vector<Act> acts;
  for (std::int32_t i = 0; i < n; ++i)
    acts.push_back(measure(static_cast<std::uint64_t>(i) + 1, i % 2 == 0 ? Standing::opens : Standing::closes,
                           Day::from_civil(1900, 1, 1) + 21 * i, vague));
  return acts;
}

std::vector<Act> with_own_objects(std::int64_t n) {
  std::vector<Act> acts = in_turn(n, 0);
  for (std::size_t i = 0; i < acts.size(); ++i) acts[i].object = std::to_string(i / 2);
  return acts;
}

void point_path(benchmark::State& state, const std::vector<Act>& acts) {
  for (auto _ : state) benchmark::DoNotOptimize(impulses_of(acts));
}
BENCHMARK_CAPTURE(point_path, exact_1000, in_turn(1000, 0))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(point_path, exact_4000, in_turn(4000, 0))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(point_path, vague_250, in_turn(250, 30))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(point_path, vague_1000, in_turn(1000, 30))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(point_path, own_objects_4000, with_own_objects(4000))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(point_path, own_objects_16000, with_own_objects(16000))->Unit(benchmark::kMicrosecond);

void history(benchmark::State& state, const std::vector<Act>& acts) {
  for (auto _ : state) benchmark::DoNotOptimize(measure_history(acts));
}
BENCHMARK_CAPTURE(history, exact_1000, in_turn(1000, 0))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(history, exact_4000, in_turn(4000, 0))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(history, own_objects_4000, with_own_objects(4000))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(history, own_objects_16000, with_own_objects(16000))->Unit(benchmark::kMicrosecond);

/// A sanction of 2019 that was lifted in 2021, and the daily path of it.
void path_of_two(benchmark::State& state, std::int32_t vague) {
  const std::vector<Act> acts{measure(1, Standing::opens, Day::from_civil(2019, 1, 1), vague),
                              measure(2, Standing::closes, Day::from_civil(2021, 1, 1), vague)};
  const AnyModel model = Catalogue::built_in().make("decayed_sum");
  const std::vector<Day> days = every_day(Day::from_civil(2019, 1, 1), Day::from_civil(2022, 1, 1));
  for (auto _ : state) benchmark::DoNotOptimize(score(model, acts, days));
}
void two_rows_of_a_day(benchmark::State& state) { path_of_two(state, 0); }
void two_rows_of_a_year(benchmark::State& state) { path_of_two(state, 364); }
BENCHMARK(two_rows_of_a_day)->Unit(benchmark::kMicrosecond);
BENCHMARK(two_rows_of_a_year)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "two_rows_of_a_day"); }
