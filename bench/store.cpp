// How many events a second does a store take durably, in batches of 2,000 as quarter-hours bring them, and what bounds
// it? The limit writes the same bytes to a file and waits for the disk once a batch. The naive way is a table of SQLite
// with one row and one transaction an event, on the same disk.

#include "detente/live/store/store.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t batch_size = 2'000;

/// A folder of the run's own, on the disk where the run is started: a memory disk would measure nothing.
std::filesystem::path fresh_folder() {
  const std::filesystem::path folder = std::filesystem::current_path() / "bench_store";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

ReceivedEvent event(std::size_t n) {
  Event e{.id = std::to_string(880'000'000 + n),
          .date = DateSpan::on(Day{20'000 + static_cast<std::int32_t>(n / 10'000)})};
  e.reported = e.date.first;
  e.source = n % 2 == 0 ? "USA" : "CHN";
  e.target = n % 3 == 0 ? "RUS" : "IND";
  e.code = n % 5 == 0 ? "112" : "042";
  e.mentions = static_cast<std::uint32_t>(1 + n % 12);
  return {.event = std::move(e), .ids = {"gdelt", IdScope::report}, .format = "gdelt2"};
}

StoreBatch batch(std::size_t number) {
  StoreBatch out;
  for (std::size_t n = 0; n < batch_size; ++n) out.events.push_back(event(number * batch_size + n));
  return out;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch_size));
}

void append(benchmark::State& state, Durability durability) {
  Store store = Store::create(fresh_folder() / "events.db", {{"codebook", "gdelt"}}, {.durability = durability});
  std::size_t number = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const StoreBatch next = batch(number++);
    state.ResumeTiming();
    benchmark::DoNotOptimize(store.append(next).sequence);
  }
  count(state);
}
BENCHMARK_CAPTURE(append, full, Durability::full)->UseRealTime();
BENCHMARK_CAPTURE(append, normal, Durability::normal)->UseRealTime();

/// About a hundred bytes an event.
void bytes_and_fsync(benchmark::State& state) {
  const std::string bytes(batch_size * 100, 'x');
  const int file = ::open((fresh_folder() / "bytes").c_str(), O_CREAT | O_WRONLY, 0600);
  for (auto _ : state)
    if (::write(file, bytes.data(), bytes.size()) < 0 || ::fsync(file) != 0) throw std::runtime_error("no disk");
  ::close(file);
  count(state);
}
BENCHMARK(bytes_and_fsync)->UseRealTime();

void must(int result) {
  if (result != SQLITE_OK) throw std::runtime_error("SQLite refuses");
}

void a_transaction_an_event(benchmark::State& state) {
  sqlite3* db = nullptr;
  must(sqlite3_open((fresh_folder() / "naive.db").c_str(), &db));
  must(sqlite3_exec(
      db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE e (id INTEGER PRIMARY KEY, row TEXT)",
      nullptr, nullptr, nullptr));
  for (auto _ : state)
    for (std::size_t n = 0; n < batch_size; ++n)
      must(sqlite3_exec(db, "INSERT INTO e (row) VALUES ('880000000,2024-10-04,USA,CHN,112,6')", nullptr, nullptr,
                        nullptr));
  sqlite3_close(db);
  count(state);
}
BENCHMARK(a_transaction_an_event)->UseRealTime()->Iterations(1);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "bytes_and_fsync"); }
