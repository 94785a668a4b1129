// What does an update cost while events arrive? An update is an event taken in and its pair's index read again.
//
// In order, over 20,000 pairs and days of 100,000 events, by id: one event at a time, and in batches of 2,000, as
// GDELT's quarter-hours bring them, each pair read once a batch. The limit is a bare loop that knows each event's pair
// by number and has nothing to look up, to keep or to correct: it fades one number and adds to it.
//
// All rules (one-a-day, mirrors, mentions, volume, vague dates, measures, an act of others) on one pair of 5,000 events;
// the naive way is to rebuild the pair from its log. Then by lateness: how many days before the last the event is.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/live/live_pairs.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/models/decayed_sum.hpp"
#include "support/ratios.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

using namespace detente;

constexpr std::uint32_t pairs = 20'000, a_day = 100'000, days = 10, events = a_day * days, batch_size = 2'000;
constexpr Day first{19'000};

std::string actor(std::uint32_t number) { return {char('A' + number / 26 % 26), char('A' + number % 26), 'X'}; }

/// The n-th event's pair, spread as evenly as a multiplier does.
std::uint32_t pair_of(std::uint32_t n) { return static_cast<std::uint32_t>(std::uint64_t{n} * 2'654'435'761U % pairs); }

BriefEvent event(std::uint32_t n, std::string& id, std::string& source, std::string& target) {
  static const std::vector<std::string> codes{"042", "112", "036", "190", "051"};
  const std::uint32_t pair = pair_of(n);
  id = std::to_string(n);
  source = actor(pair / 200);
  target = actor(200 + pair % 200);
  return {.id = id,
          .day = first + static_cast<std::int32_t>(n / a_day),
          .source = source,
          .target = target,
          .code = codes[n % 5]};
}

std::vector<EventBatch> batches_of(std::uint32_t size) {
  std::vector<EventBatch> out;
  std::string id, source, target;
  for (std::uint32_t n = 0; n < events; ++n) {
    if (n % size == 0) out.emplace_back(IdSource("gdelt", IdScope::report));
    out.back().add(event(n, id, source, target));
  }
  return out;
}

std::vector<Event> one_by_one() {
  std::vector<Event> out;
  std::string id, source, target;
  for (std::uint32_t n = 0; n < events; ++n) {
    const BriefEvent e = event(n, id, source, target);
    out.push_back(
        {.id = id, .date = DateSpan::on(e.day), .source = source, .target = target, .code = std::string(e.code)});
  }
  return out;
}

LiveScoring plainly() {
  return {.model = AnyModel(DecayedSum(), "decayed_sum"), .codebook = built_in_codebook("gdelt")};
}
LiveScoring as_machine_coded() {
  return {.model = Catalogue::built_in().make("two_speed"),
          .codebook = built_in_codebook("gdelt"),
          .rules = CodingRules::machine_coded()};
}

void bare_loop(benchmark::State& state) {
  struct Faded {
    std::int32_t day = 0;
    double sum = 0;
  };
  std::vector<std::uint32_t> numbers(events);
  for (std::uint32_t n = 0; n < events; ++n) numbers[n] = pair_of(n);
  std::vector<double> keeps;
  for (int n = 0; n < 100; ++n) keeps.push_back(std::exp2(-n / 30.0));
  for (auto _ : state) {
    std::vector<Faded> faded(pairs);
    for (std::uint32_t n = 0; n < events; ++n) {
      Faded& pair = faded[numbers[n]];
      const auto day = static_cast<std::int32_t>(n / a_day);
      pair.sum = pair.sum * keeps[static_cast<std::size_t>(day - pair.day)] + static_cast<double>(n % 5);
      pair.day = day;
      benchmark::DoNotOptimize(pair.sum);
    }
  }
  state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK(bare_loop);

#ifdef __GLIBC__
double bytes_in_use() {
  const auto all = mallinfo2();
  return static_cast<double>(all.uordblks + all.hblkhd);
}
#else
double bytes_in_use() { return 0; }
#endif

void in_batches(benchmark::State& state, const LiveScoring& scoring) {
  static const std::vector<EventBatch> batches = batches_of(batch_size);
  double bytes = 0;
  for (auto _ : state) {
    bytes = -bytes_in_use();
    LivePairs live(scoring);
    std::int32_t n = 0;
    for (const EventBatch& batch : batches) {
      const Day day = first + n++ * static_cast<std::int32_t>(batch_size) / static_cast<std::int32_t>(a_day);
      for (const std::uint32_t pair : live.add(batch)) benchmark::DoNotOptimize(live.reading(pair, day));
    }
    bytes += bytes_in_use();
  }
  state.counters["bytes_an_event"] = bytes / events;
  state.counters["bytes_a_pair"] = bytes / pairs;
  state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK_CAPTURE(in_batches, plain, plainly());
BENCHMARK_CAPTURE(in_batches, machine_coded, as_machine_coded());

double percentile(std::vector<std::int64_t>& sorted, double share) {
  return static_cast<double>(sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))]);
}

/// The clock is read twice an event, which costs some 50 ns of each.
void one_at_a_time(benchmark::State& state, const LiveScoring& scoring) {
  static const std::vector<Event> all = one_by_one();
  using Clock = std::chrono::steady_clock;
  std::vector<std::int64_t> times(events);
  for (auto _ : state) {
    LivePairs live(scoring, {"gdelt", IdScope::report});
    for (std::uint32_t n = 0; n < events; ++n) {
      const auto before = Clock::now();
      for (const std::uint32_t pair : live.add(all[n]).pairs)
        benchmark::DoNotOptimize(live.reading(pair, all[n].date.first));
      times[n] = (Clock::now() - before).count();
    }
  }
  std::sort(times.begin(), times.end());
  state.counters["p50_ns"] = percentile(times, 0.5);
  state.counters["p99_ns"] = percentile(times, 0.99);
  state.SetItemsProcessed(state.iterations() * events);
}
BENCHMARK_CAPTURE(one_at_a_time, plain, plainly());
BENCHMARK_CAPTURE(one_at_a_time, machine_coded, as_machine_coded());

// ---- one pair of 5,000 events, by all rules ----

constexpr std::int32_t known = 5'000, between = 1;  // an event a day, fourteen years

/// By turns acts, meetings told from both sides, measures imposed and lifted, acts known to the month, acts of others.
Event any_event(std::int32_t n, Day day) {
  static const std::vector<std::string> codes{"threat_of_force", "criticism",    "phone_call",          "phone_call",
                                              "visa_revoked",    "visa_granted", "threat_of_sanctions", "visit"};
  Event e{.id = std::to_string(n),
          .date = DateSpan::on(day),
          .reported = day,
          .source = n % 3 == 0 ? "COL" : "USA",
          .target = n % 3 == 0 ? "USA" : "COL",
          .code = codes[static_cast<std::size_t>(n) % codes.size()]};
  e.mentions = static_cast<std::uint32_t>(1 + n % 5);
  if (n % 20 == 7) e.date.last = day + 29;
  e.object = e.code.starts_with("visa") ? std::to_string(n / 64) : "";
  if (n % 50 == 9) {
    e.target = "VEN";
    e.source = "USA";
    e.affects = Dyad{"USA", "COL"};
    e.spill = 0.25;
  }
  return e;
}

Exposure totals() {
  std::vector<std::pair<Day, double>> out;
  for (std::int32_t n = 0; n < 3 * known; ++n) out.emplace_back(first + n * between, 100 + n % 7);
  return Exposure(std::move(out));
}

LiveScoring by_all_rules() {
  LiveScoring out{.model = Catalogue::built_in().make("two_speed"),
                  .codebook = built_in_codebook("plain"),
                  .rules = CodingRules::machine_coded()};
  out.rules.mentions = Mentions::log;
  out.rules.volume = Volume::file;
  out.rules.exposure = totals();
  return out;
}

/// A pair with its first 5,000 events, and the next ones to come.
class LongPair {
 public:
  LongPair() : live_(by_all_rules(), "notes") {
    while (next_ < known) add(0);
    read();
  }

  /// Takes in the next event, so many days late.
  void add(std::int32_t late) {
    Event e = any_event(next_, first + next_ * between - late);
    e.reported = first + next_++ * between;
    live_.add(e);
  }
  Reading read() { return live_.reading(*live_.find({"COL", "USA"}), first + next_ * between); }
  bool is_too_long() const { return next_ > known + 500; }

 private:
  LivePairs live_;
  std::int32_t next_ = 0;
};

void all_rules(benchmark::State& state, std::int32_t days_late) {
  std::optional<LongPair> pair(std::in_place);
  for (auto _ : state) {
    if (pair->is_too_long()) {
      state.PauseTiming();
      pair.emplace();
      state.ResumeTiming();
    }
    pair->add(days_late);
    benchmark::DoNotOptimize(pair->read());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(all_rules, in_order, 0);
BENCHMARK_CAPTURE(all_rules, ten_days_late, 10);
BENCHMARK_CAPTURE(all_rules, a_hundred_days_late, 100);
BENCHMARK_CAPTURE(all_rules, a_thousand_days_late, 1000);
BENCHMARK_CAPTURE(all_rules, four_thousand_days_late, 4000);

/// The naive way: the pair's acts from its log, and the model over all of them.
void all_rules_anew(benchmark::State& state) {
  EventLog log("notes");
  for (std::int32_t n = 0; n < known; ++n) log.add(any_event(n, first + n * between));
  log.arrange();
  const LiveScoring how = by_all_rules();
  const Day last = first + known * between;
  for (auto _ : state) {
    const Coding coding = code_events(log, {.dyad = {"COL", "USA"}}, how.codebook, how.rules);
    benchmark::DoNotOptimize(
        score(how.model, coding.acts, std::span(&last, 1), DirectionChoice::both).of(DirectionChoice::both, 0));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(all_rules_anew);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "bare_loop"); }
