// How fast do files become events? GDELT-like rows (377 bytes, 61 columns; 22 % are between two countries) and plain
// chronologies (40 bytes, 4 columns), from the page cache, in brief, on one thread and on all, against reading the same
// file without parsing it and against cutting its records with the record reader.

#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>

#include "detente/ground/delimited.hpp"
#include "detente/readers/read_events.hpp"
#include "support/event_texts.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;
using bench::EventText;

/// A file that is removed at the end.
class TextFile {
 public:
  TextFile(EventText kind, std::uint64_t rows) : rows_(rows) {
    path_ = std::filesystem::temp_directory_path() /
            ("bench_read_" + std::to_string(::getpid()) + (kind == EventText::gdelt ? ".export.CSV" : ".csv"));
    bench::write_events(kind, rows, path_);
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() {
    std::error_code none;
    std::filesystem::remove(path_, none);
  }
  const std::filesystem::path& path() const { return path_; }
  void count(benchmark::State& state) const {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows_));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(path_)));
  }

 private:
  std::uint64_t rows_;
  std::filesystem::path path_;
};

const TextFile& file_of(EventText kind) {
  static const TextFile gdelt(EventText::gdelt, 200'000), plain(EventText::plain, 1'000'000);
  return kind == EventText::gdelt ? gdelt : plain;
}

/// The limit: the bytes pass through a buffer.
void page_cache(benchmark::State& state, EventText kind) {
  const TextFile& file = file_of(kind);
  std::string buffer(std::size_t{1} << 20, '\0');
  for (auto _ : state) {
    const auto source = open_bytes(file.path());
    while (source->read(buffer) > 0) benchmark::ClobberMemory();
  }
  file.count(state);
}
BENCHMARK_CAPTURE(page_cache, gdelt, EventText::gdelt);
BENCHMARK_CAPTURE(page_cache, plain, EventText::plain);

void record_by_record(benchmark::State& state, EventText kind) {
  const TextFile& file = file_of(kind);
  for (auto _ : state) {
    const auto source = open_bytes(file.path());
    const bool gdelt = kind == EventText::gdelt;
    DelimitedReader reader(*source, {.delimiter = gdelt ? '\t' : ',', .quoted = !gdelt});
    for (Record record; reader.next(record);) benchmark::DoNotOptimize(record.fields.data());
  }
  file.count(state);
}
BENCHMARK_CAPTURE(record_by_record, gdelt, EventText::gdelt);
BENCHMARK_CAPTURE(record_by_record, plain, EventText::plain);

void events(benchmark::State& state, EventText kind, std::size_t threads, bool brief) {
  const TextFile& file = file_of(kind);
  for (auto _ : state) {
    const ReadResult read =
        read_events(file.path(), {.threads = threads, .brief = brief, .on_growth = [](EventLog&) {}});
    benchmark::DoNotOptimize(read.log.size());
  }
  file.count(state);
}
BENCHMARK_CAPTURE(events, gdelt_one_thread, EventText::gdelt, 1, true)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(events, gdelt_two_threads, EventText::gdelt, 2, true)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(events, plain_one_thread, EventText::plain, 1, true)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(events, plain_two_threads, EventText::plain, 2, true)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK_CAPTURE(events, plain_in_full, EventText::plain, 1, false)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "page_cache/gdelt"); }
