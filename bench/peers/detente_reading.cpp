// Reading alone in détente (see reading.sh for the job):
//
//   detente_reading rows|log EVENTS
//
// rows: the job itself, with the code that reads all of détente's formats: blocks, and the fields of three columns of
// each row. log: `read_events`, brief, which also reads days, ids and mentions, numbers actors and codes, and brings
// the events of each dyad together; it prints how many it keeps.

#include <cstdio>
#include <exception>
#include <string_view>

#include "detente/readers/read_events.hpp"
#include "kept_rows.hpp"
#include "readers/rows/block_rows.hpp"
#include "readers/rows/taken_rows.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

constexpr std::size_t max_record = std::size_t{1} << 20, chunk = std::size_t{1} << 20;

/// Takes the rows itself, on one thread, so that nothing reaches the intake.
class Taker final : public RowReader {
 public:
  explicit Taker(bench::KeptRows& kept) : kept_(&kept) {}
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return {}; }
  void take(const FieldRow& row, Intake&) const override { kept_->take(row.fields[0], row.fields[1], row.fields[2]); }

 private:
  bench::KeptRows* kept_;
  RowShape shape_{.delimiter = '\t', .columns = {7, 17, 26}};
};

void read_rows(const char* path) {
  bench::KeptRows kept;
  const Taker taker(kept);
  const auto bytes = open_bytes(path);
  BlockReader blocks(*bytes, {.delimiter = '\t', .max_record = max_record, .chunk = chunk, .quoted = false});
  TakenRows intake(taker, "", false);
  Block block;
  while (blocks.next(block)) take_rows(block, taker, max_record, intake);
  kept.print();
}

void read_log(const char* path) {
  ReadOptions options;
  options.format = "gdelt2";
  options.brief = true;
  options.own_scores = false;
  options.threads = 1;
  std::printf("%zu events\n", read_events(path, options).log.size());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string_view job = argc == 3 ? argv[1] : "";
    if (job != "rows" && job != "log") {
      std::fputs("usage: detente_reading rows|log EVENTS\n", stderr);
      return 2;
    }
    if (job == "rows")
      read_rows(argv[2]);
    else
      read_log(argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "detente_reading: %s\n", error.what());
    return 1;
  }
}
