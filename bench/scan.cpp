// How fast are the fields of delimited text found? GDELT-like rows (about 377 bytes, 61 columns) in memory: the place
// of every separator, with each instruction set of the machine, against reading the memory, memchr per field, and a
// loop over the bytes.

#include <cstring>
#include <numeric>
#include <string>

#include "ground/separators.hpp"
#include "support/event_texts.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

constexpr std::uint64_t row_count = 20'000;
/// As in the reader: a piece that stays in the nearest caches.
constexpr std::size_t piece = std::size_t{1} << 15;

const std::string& text() {
  static const std::string made = bench::events_text(bench::EventText::gdelt, row_count);
  return made;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(row_count));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

/// The limit: adds up the words of the memory.
void memory_read(benchmark::State& state) {
  const std::string& bytes = text();
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i, 8);
      sum += word;
    }
    benchmark::DoNotOptimize(sum);
  }
  count(state);
}
BENCHMARK(memory_read);

void byte_loop(benchmark::State& state) {
  std::vector<std::uint32_t> places(text().size());
  for (auto _ : state) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text().size(); ++i)
      if (text()[i] == '\t' || text()[i] == '\n') places[found++] = static_cast<std::uint32_t>(i);
    benchmark::DoNotOptimize(found);
  }
  count(state);
}
BENCHMARK(byte_loop);

void memchr_per_field(benchmark::State& state) {
  std::vector<std::uint32_t> places(text().size());
  for (auto _ : state) {
    std::size_t found = 0;
    const char* const end = text().data() + text().size();
    for (const char* line = text().data(); line < end;) {
      const char* const newline =
          static_cast<const char*>(std::memchr(line, '\n', static_cast<std::size_t>(end - line)));
      for (const char* at = line; at < newline; ++at) {
        at = static_cast<const char*>(std::memchr(at, '\t', static_cast<std::size_t>(newline - at)));
        if (!at) break;
        places[found++] = static_cast<std::uint32_t>(at - text().data());
      }
      line = newline + 1;
    }
    benchmark::DoNotOptimize(found);
  }
  count(state);
}
BENCHMARK(memchr_per_field);

void lines_counted(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(count_lines(text()));
  count(state);
}
BENCHMARK(lines_counted);

void separators(benchmark::State& state, FindSeparators how) {
  Separators found(how);
  for (auto _ : state)
    for (std::size_t from = 0; from < text().size(); from += piece) {
      found.find(std::string_view(text()).substr(from, piece), '\t');
      benchmark::DoNotOptimize(found.places().data());
    }
  count(state);
}

}  // namespace

int main(int argc, char** argv) {
  for (const SeparatorFinder& finder : separator_finders())
    benchmark::RegisterBenchmark(("separators_" + finder.name).c_str(), separators, finder.find);
  return bench::run(argc, argv, "memory_read");
}
