// What does it cost to put a log in the order (dyad, day, key)? A million rows that arrive by day, against touching
// each row once and against std::sort of the same rows by the same order.

#include <algorithm>

#include "support/machine_log.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t events = 1'000'000;

const EventLog& unsorted() {
  static const EventLog log = bench::machine_log(events);
  return log;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events));
  state.SetBytesProcessed(state.items_processed() * static_cast<std::int64_t>(sizeof(EventRow)));
}

/// The limit: every row is read and written once.
void copy(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<EventRow> rows(unsorted().rows().begin(), unsorted().rows().end());
    benchmark::DoNotOptimize(rows.data());
  }
  count(state);
}
BENCHMARK(copy);

void standard_sort(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<EventRow> rows(unsorted().rows().begin(), unsorted().rows().end());
    std::sort(rows.begin(), rows.end(), [](const EventRow& a, const EventRow& b) {
      return a.dyad != b.dyad ? a.dyad < b.dyad : row_before(a, b);
    });
    benchmark::DoNotOptimize(rows.data());
  }
  count(state);
}
BENCHMARK(standard_sort);

void arrange(benchmark::State& state) {
  for (auto _ : state) {
    EventLog log = unsorted();
    log.arrange(1);
    benchmark::DoNotOptimize(log.rows().data());
  }
  count(state);
}
BENCHMARK(arrange);

void batch(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(bench::machine_batch(events).size());
  count(state);
}
BENCHMARK(batch);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "copy"); }
