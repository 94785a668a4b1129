// How soon does a panel of ten million rows end when it is asked to? Events of 11,175 pairs over ten years, monthly, on
// all cores. Another thread asks after a tenth of the work is done; the time is from then to the end of the call, and
// `done` is how many events it had got to.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/questions/index/panel.hpp"
#include "support/machine_log.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;
using Clock = std::chrono::steady_clock;

constexpr std::size_t events = 10'000'000;

const DyadRows& pairs() {
  static const DyadRows made = [] {
    DyadRows rows;
    rows.finish(bench::machine_log(events), std::thread::hardware_concurrency());
    return rows;
  }();
  return made;
}

/// Asks to stop when it is told to, from a thread of its own.
class Asker {
 public:
  explicit Asker(std::stop_source& button)
      : thread_([this, &button] {
          std::unique_lock lock(guard_);
          told_.wait(lock, [this] { return now_; });
          asked_ = Clock::now();
          button.request_stop();
        }) {}
  void ask() {
    const std::lock_guard lock(guard_);
    now_ = true;
    told_.notify_one();
  }
  Clock::time_point asked() {
    thread_.join();
    return asked_;
  }

 private:
  std::mutex guard_;
  std::condition_variable told_;
  bool now_ = false;
  Clock::time_point asked_;
  std::thread thread_;
};

void stops(benchmark::State& state) {
  const PanelRequest base{.scoring = {.codebook = built_in_codebook("gdelt"),
                                      .model = Catalogue::built_in().make("two_speed"),
                                      .rules = CodingRules::machine_coded(),
                                      .own_scores = false}};
  pairs();
  for (auto _ : state) {
    std::stop_source button;
    Asker asker(button);
    PanelRequest request = base;
    request.control.stop = button.get_token();
    request.control.progress = [&](const WorkDone& work) {
      if (work.done > events / 10) asker.ask();
    };
    try {
      panel(pairs(), request, {index_rows_csv, [](std::string_view) {}});
    } catch (const Stopped& stopped) {
      state.SetIterationTime(std::chrono::duration<double>(Clock::now() - asker.asked()).count());
      state.counters["done"] = static_cast<double>(stopped.work().done);
    }
  }
}
BENCHMARK(stops)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "none"); }
