// What does it cost to keep events on disk, each batch flushed before it is acknowledged?
//
// 200,000 events of a machine-coded source, in batches of 2,000, as GDELT's quarter-hours bring them, and of 200. The
// limit is to write the same bytes to a file and to flush it as often. The naive way is a table with a row an event,
// and an index that keeps out what comes again.

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/live/store/store.hpp"
#include "live/store/event_bytes.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t events = 200'000, usual_batch = 2'000;

/// A file that is there for one iteration.
class Place {
 public:
  Place() {
    std::string name = (std::filesystem::temp_directory_path() / "detente-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    folder_ = name;
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { std::filesystem::remove_all(folder_); }
  std::string file() const { return (folder_ / "events").string(); }

 private:
  std::filesystem::path folder_;
};

ReceivedEvent event(std::size_t n) {
  const auto letter = [](std::size_t i) { return static_cast<char>('A' + i % 26); };
  return {.event = {.id = std::to_string(884'141'373 + n),
                    .date = DateSpan::on(Day{static_cast<std::int32_t>(20'000 + n / 100'000)}),
                    .source = {'U', 'S', letter(n)},
                    .target = {'C', letter(n / 26), 'L'},
                    .code = "112",
                    .mentions = static_cast<std::uint32_t>(1 + n % 9),
                    .score = -2.0},
          .ids = {"GDELT", IdScope::report},
          .format = "gdelt2"};
}

std::vector<std::vector<ReceivedEvent>> batches_of(std::size_t size) {
  std::vector<std::vector<ReceivedEvent>> out(events / size);
  for (std::size_t n = 0; n < events; ++n) out[n / size].push_back(event(n));
  return out;
}

void append(benchmark::State& state) {
  const auto batches = batches_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Place place;
    Store store = Store::create(place.file(), {});
    for (const auto& batch : batches) store.append({.events = batch});
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events));
}
BENCHMARK(append)->Arg(usual_batch)->Arg(200)->UseRealTime();

void written_and_flushed(benchmark::State& state) {
  std::vector<std::string> batches;
  for (const auto& batch : batches_of(usual_batch))
    for (std::string& bytes = batches.emplace_back(); const ReceivedEvent& e : batch) detail::put_event(bytes, e);
  for (auto _ : state) {
    const Place place;
    const int file = ::open(place.file().c_str(), O_CREAT | O_WRONLY, 0600);
    for (const std::string& bytes : batches)
      if (::write(file, bytes.data(), bytes.size()) < 0 || ::fdatasync(file) != 0) throw std::runtime_error("full");
    ::close(file);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events));
}
BENCHMARK(written_and_flushed)->UseRealTime();

void row_an_event(benchmark::State& state) {
  const auto batches = batches_of(usual_batch);
  for (auto _ : state) {
    const Place place;
    sqlite3* database = nullptr;
    sqlite3_open(place.file().c_str(), &database);
    const auto run = [&](const char* sql) { sqlite3_exec(database, sql, nullptr, nullptr, nullptr); };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE events(identity INTEGER, content BLOB, event BLOB, UNIQUE(identity, content))");
    sqlite3_stmt* row = nullptr;
    sqlite3_prepare_v2(database, "INSERT OR IGNORE INTO events VALUES(?,?,?)", -1, &row, nullptr);
    for (const auto& batch : batches) {
      run("BEGIN");
      for (const ReceivedEvent& e : batch) {
        std::string bytes;
        const std::size_t said = detail::put_event(bytes, e);
        const detail::ReceivedKey key = detail::key_of(e, std::string_view(bytes).substr(0, said));
        sqlite3_bind_int64(row, 1, key.identity);
        sqlite3_bind_blob(row, 2, key.content.data(), 16, SQLITE_STATIC);
        sqlite3_bind_blob(row, 3, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
        sqlite3_step(row);
        sqlite3_reset(row);
      }
      run("COMMIT");
    }
    sqlite3_finalize(row);
    sqlite3_close(database);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events));
}
BENCHMARK(row_an_event)->UseRealTime();

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "written_and_flushed"); }
