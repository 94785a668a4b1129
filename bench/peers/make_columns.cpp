// Writes made-up events in columns, for comparisons in memory (in_memory.sh):
//
//   make_columns EVENTS DYADS FILES
//
// Three files of numbers in the machine's own format, in the order of dyad and day: FILES.dyad (32-bit, from 0),
// FILES.day (32-bit, days since 1970) and FILES.points (doubles: tension from -10 to 10 with one decimal). All dyads
// have the same number of events, on days drawn from the ten years from 2010; everything uses a fixed seed.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/atomic_file.hpp"
#include "detente/ground/day.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/random.hpp"

namespace {

using namespace detente;

struct Columns {
  std::vector<std::uint32_t> dyad;
  std::vector<Day> day;
  std::vector<double> points;
};

/// The first event of the dyad.
std::size_t begin_of(std::size_t dyad, std::size_t dyads, std::size_t events) { return events / dyads * dyad; }

Columns made_columns(std::size_t events, std::size_t dyads) {
  const Day first = Day::from_civil(2010, 1, 1), end = Day::from_civil(2020, 1, 1);
  const Draws draws(1);
  Columns out;
  for (std::size_t i = 0; i < events; ++i) {
    const auto dice = [&](Purpose purpose) { return draws.uniform(purpose, 0, i); };
    out.dyad.push_back(static_cast<std::uint32_t>(std::min(i / (events / dyads), dyads - 1)));
    out.day.push_back(first + static_cast<std::int32_t>(dice(Purpose::day) * static_cast<double>(end - first)));
    out.points.push_back(static_cast<double>(static_cast<int>(201 * dice(Purpose::code_offset)) - 100) / 10);
  }
  for (std::size_t dyad = 0; dyad < dyads; ++dyad) {
    const auto at = [&](std::size_t d) {
      return out.day.begin() + static_cast<std::ptrdiff_t>(d == dyads ? events : begin_of(d, dyads, events));
    };
    std::sort(at(dyad), at(dyad + 1));
  }
  return out;
}

template <class T>
void write(const std::vector<T>& column, const std::string& path) {
  AtomicFile file(path);
  file.write({reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T)});
  file.finish();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto events = argc == 4 ? parse_whole(argv[1]) : std::nullopt;
    const auto dyads = argc == 4 ? parse_whole(argv[2]) : std::nullopt;
    if (!events || !dyads || *dyads < 1 || *events < *dyads) {
      std::fputs("usage: make_columns EVENTS DYADS FILES\n", stderr);
      return 2;
    }
    const Columns columns = made_columns(static_cast<std::size_t>(*events), static_cast<std::size_t>(*dyads));
    const std::string files = argv[3];
    write(columns.dyad, files + ".dyad");
    write(columns.day, files + ".day");
    write(columns.points, files + ".points");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_columns: %s\n", error.what());
    return 1;
  }
}
