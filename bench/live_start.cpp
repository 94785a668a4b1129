// What does it cost to begin again from a store, part by part, and would stored states of the models save anything?
//
// 500,000 events by id of 20,000 pairs. A start reads them (the limit), adds them to `LivePairs`, and reads every pair
// once: what the rules make of its events, and the steps of its model. The last is all that stored states could save,
// in place of which they would have to be read: the states of both sides of every pair, from the store, as `keep` put
// them there.

#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/live/live_pairs.hpp"
#include "detente/live/store/store.hpp"
#include "detente/models/catalogue.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::uint32_t pairs = 20'000, events = 500'000, batch_size = 20'000;
constexpr std::int32_t days = 500;
constexpr Day first{19'000}, last = first + days;
constexpr const char* basis = "bench";

std::string actor(std::uint32_t number) { return {char('A' + number / 26 % 26), char('A' + number % 26), 'X'}; }

ReceivedEvent event(std::uint32_t n) {
  static const std::vector<std::string> codes{"042", "112", "036", "190", "051"};
  const auto pair = static_cast<std::uint32_t>(std::uint64_t{n} * 2'654'435'761U % pairs);
  return {.event = {.id = std::to_string(n),
                    .date = DateSpan::on(first + static_cast<std::int32_t>(n / (events / days))),
                    .source = actor(pair / 200),
                    .target = actor(200 + pair % 200),
                    .code = codes[n % 5]},
          .ids = {"gdelt", IdScope::report}};
}

/// A store that is there while the program runs, with the events and as many states as pairs have sides.
class Kept {
 public:
  Kept() {
    std::string name = (std::filesystem::temp_directory_path() / "detente-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
    folder_ = name;
    Store store = Store::create(file(), {});
    for (std::uint32_t from = 0; from < events; from += batch_size) {
      StoreBatch batch;
      for (std::uint32_t n = from; n < from + batch_size; ++n) batch.events.push_back(event(n));
      store.append(batch);
    }
  }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  ~Kept() { std::filesystem::remove_all(folder_); }
  std::string file() const { return (folder_ / "events").string(); }

  void keep_states(const LivePairs& live) const {
    const AnyModel& model = live.scoring().model;
    const std::string state = model.save(model.start(last));
    std::vector<StoreCheckpoint> states;
    for (std::uint32_t pair = 0; pair < live.size(); ++pair)
      for (const std::uint64_t side : {0U, 1U}) states.push_back({std::to_string(pair), side, state});
    Store::open(file()).keep(basis, states);
  }

 private:
  std::filesystem::path folder_;
};

double cpu_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// How long what is done takes, added up over the iterations.
class Part {
 public:
  template <class Do>
  void time(const Do& what) {
    const double before = cpu_ms();
    what();
    sum_ += cpu_ms() - before;
  }
  benchmark::Counter mean() const { return {sum_, benchmark::Counter::kAvgIterations}; }

 private:
  double sum_ = 0;
};

void read_all(LivePairs& live, Day day) {
  for (std::uint32_t pair = 0; pair < live.size(); ++pair) benchmark::DoNotOptimize(live.reading(pair, day));
}

void load_all(const Store& store, const LivePairs& live) {
  const AnyModel& model = live.scoring().model;
  for (std::uint32_t pair = 0; pair < live.size(); ++pair)
    for (const StoreCheckpoint& kept : store.checkpoints(basis, std::to_string(pair)))
      benchmark::DoNotOptimize(model.load(kept.state));
}

void start(benchmark::State& state, const char* model, const CodingRules& rules) {
  static const Kept kept;
  Part read, add, rules_alone, steps, load;
  for (auto _ : state) {
    LivePairs live({Catalogue::built_in().make(model), built_in_codebook("gdelt"), rules}, {"gdelt", IdScope::report});
    std::vector<Event> all;
    const auto take = [&](const ReceivedEvent& received, std::uint64_t) { all.push_back(received.event); };
    read.time([&] { Store::open_read_only(kept.file()).for_each({}, take); });
    add.time([&] {
      for (const Event& one : all) live.add(one);
    });
    rules_alone.time([&] { read_all(live, first - 1); });
    steps.time([&] { read_all(live, last); });
    state.PauseTiming();
    kept.keep_states(live);
    state.ResumeTiming();
    const Store store = Store::open_read_only(kept.file());
    load.time([&] { load_all(store, live); });
  }
  state.counters = {{"read_ms", read.mean()},
                    {"add_ms", add.mean()},
                    {"rules_ms", rules_alone.mean()},
                    {"steps_ms", steps.mean()},
                    {"load_ms", load.mean()}};
}
BENCHMARK_CAPTURE(start, decayed_sum, "decayed_sum", CodingRules::chronology());
BENCHMARK_CAPTURE(start, two_speed_machine_coded, "two_speed", CodingRules::machine_coded());
BENCHMARK_CAPTURE(start, latent_level, "latent_level", CodingRules::chronology());

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "start"); }
