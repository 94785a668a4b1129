// What does writing cost? A panel of 500 pairs over twenty years of months, as CSV and as JSON lines, against copying
// the bytes of the CSV (the limit), and against a bare loop that writes the same rows' numbers as text and nothing
// else.

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/output/csv/csv.hpp"
#include "support/ratios.hpp"
#ifdef DETENTE_BENCH_JSON
#include "detente/output/json/json.hpp"
#endif

namespace {

using namespace detente;

constexpr std::uint64_t pairs = 500;
constexpr int years = 20;

/// As in `detente panel`: no bands, a heat, no measures.
IndexRow row_of(const Period& period, std::uint64_t key) {
  const Draws draws(1);
  const auto number = [&](std::uint32_t draw) { return 100 * draws.uniform(Purpose::day, draw, key); };
  IndexRow row;
  row.period = period;
  row.index = number(0), row.level = number(1), row.heat = number(2), row.support = number(3);
  row.events = key % 40;
  return row;
}

const std::vector<IndexSeries>& panel() {
  static const auto made = [] {
    const auto months =
        periods_between(PeriodKind::month, Day::from_civil(2000, 1, 1), Day::from_civil(2000 + years, 1, 1));
    std::vector<IndexSeries> all(pairs);
    std::uint64_t key = 0;
    for (IndexSeries& series : all) {
      const auto letter = [&](std::uint64_t n) { return static_cast<char>('A' + n % 26); };
      const auto number = static_cast<std::uint64_t>(&series - all.data());
      series.dyad = {{'A', letter(number / 26), letter(number)}, {'Z', letter(number / 26), letter(number)}};
      for (const Period& month : months) series.rows.push_back(row_of(month, ++key));
    }
    return all;
  }();
  return made;
}

template <class Write>
void write_all(benchmark::State& state, const Write& write) {
  std::size_t bytes = 0, rows = 0;
  for (auto _ : state)
    for (const IndexSeries& series : panel()) {
      const auto text = write(series);
      benchmark::DoNotOptimize(text.data());
      bytes += text.size();
      rows += series.rows.size();
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// The limit: copying the same bytes.
void copy(benchmark::State& state) {
  std::vector<std::string> texts;
  for (const IndexSeries& series : panel()) texts.push_back(index_rows_csv(series));
  write_all(state, [&](const IndexSeries& series) {
    return std::string(texts[static_cast<std::size_t>(&series - panel().data())]);
  });
}
BENCHMARK(copy);

/// Four numbers per row, as short as possible, without days, names or commas.
void numbers_alone(benchmark::State& state) {
  write_all(state, [](const IndexSeries& series) {
    fmt::memory_buffer out;
    for (const IndexRow& row : series.rows)
      for (const auto& value : {row.index, row.level, row.heat, row.support})
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("{}"), *value);
    return fmt::to_string(out);
  });
}
BENCHMARK(numbers_alone);

void csv(benchmark::State& state) { write_all(state, index_rows_csv); }
BENCHMARK(csv);

#ifdef DETENTE_BENCH_JSON
void json_lines(benchmark::State& state) { write_all(state, index_rows_json); }
BENCHMARK(json_lines);
#endif

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "copy"); }
