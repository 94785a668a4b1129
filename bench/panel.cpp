// What does a panel cost once the log is in memory, and what does writing it cost? A million events of 11,175 pairs,
// monthly, by the sum that fades and by the hidden level, with and without the coding rules of machine-coded events,
// against bringing the rows of each pair together and doing nothing with them, and against a throw-away program that
// makes the same rows of them and knows no rules: a loop that fades four sums and writes plain numbers.

#include "detente/questions/index/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "support/machine_log.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;

constexpr std::size_t events = 1'000'000;

const DyadRows& pairs() {
  static const DyadRows made = [] {
    DyadRows rows;
    rows.finish(bench::machine_log(events));
    return rows;
  }();
  return made;
}

void count(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(events)); }

/// The limit: all rows, pair by pair.
void rows_alone(benchmark::State& state) {
  for (auto _ : state)
    for (std::size_t pair = 0; pair < pairs().size(); ++pair) benchmark::DoNotOptimize(pairs().rows(pair).data());
  count(state);
}
BENCHMARK(rows_alone);

/// What the throw-away program keeps of a month: no missing values, no provenance, one model.
struct PlainRow {
  double index, level, heat, forward, backward, support;
  std::size_t events;
};

/// The decayed sum of one side, as somebody would write it who needs nothing else.
struct PlainSide {
  std::array<double, 3> acts{}, hot{}, weights{};

  void fade(const std::array<std::vector<double>, 4>& k, std::size_t days) {
    for (std::size_t i = 0; i < 3; ++i) {
      acts[i] *= k[i][days];
      weights[i] *= k[i][days];
      hot[i] *= k[3][days];
    }
  }
  void add(double points, std::size_t kind) {
    acts[kind] += points;
    hot[kind] += points;
    weights[kind] += 1;
  }
  double level() const { return acts[0] + acts[1] + acts[2]; }
  double heat() const { return hot[0] + hot[1] + hot[2]; }
  double support() const { return weights[0] + weights[1] + weights[2]; }
};

class ThrowAwayPanel {
 public:
  ThrowAwayPanel() {
    const Codebook& codebook = built_in_codebook("gdelt");
    const EventLog& log = pairs().log();
    for (std::uint16_t code = 0; code < log.codes().size(); ++code) {
      const CodeEntry* entry = codebook.find(log.codes()[code]);
      const auto quad = static_cast<std::size_t>(entry->quad);
      points_.push_back(entry->score > 0 ? -entry->score / 2 : -entry->score);
      kinds_.push_back(quad < 2 ? 0 : quad - 1);
    }
    const std::array<double, 4> half_lives{30, 14, 60, 14};
    for (std::size_t i = 0; i < 4; ++i)
      for (int days = 0; days < 4000; ++days) fading_[i].push_back(std::exp2(-days / half_lives[i]));
    for (const Period& month : periods_between(PeriodKind::month, Day{15'990}, Day{19'700}))
      ends_.push_back(month.last_day());
  }

  std::size_t rows() const {
    std::size_t n = 0;
    std::vector<PlainRow> out;
    for (std::size_t pair = 0; pair < pairs().size(); ++pair) {
      score(pairs().rows(pair), pairs().dyad(pair).source, out);
      benchmark::DoNotOptimize(out.data());
      n += out.size();
    }
    return n;
  }

 private:
  static double index_of(double level) { return 50 + 50 * level / (std::abs(level) + 10); }

  void score(const std::vector<EventRow>& rows, const std::string& first, std::vector<PlainRow>& out) const {
    out.clear();
    const EventLog& log = pairs().log();
    std::array<PlainSide, 2> sides;
    std::array<Day, 2> at{rows.front().first, rows.front().first};
    auto next = rows.begin();
    const auto start = std::lower_bound(ends_.begin(), ends_.end(), rows.front().first);
    for (auto end = start; end != ends_.end() && next != rows.end(); ++end) {
      std::size_t seen = 0;
      for (; next != rows.end() && next->first <= *end; ++next, ++seen) {
        const std::size_t side = log.actors()[log.dyads()[next->dyad].source] == first ? 0 : 1;
        sides[side].fade(fading_, static_cast<std::size_t>(next->first - at[side]));
        at[side] = next->first;
        sides[side].add(points_[next->code], kinds_[next->code]);
      }
      for (std::size_t side = 0; side < 2; ++side) {
        sides[side].fade(fading_, static_cast<std::size_t>(*end - at[side]));
        at[side] = *end;
      }
      const double a = sides[0].level(), b = sides[1].level(), level = (a + b) / 2;
      out.push_back({index_of(level), level, index_of((sides[0].heat() + sides[1].heat()) / 2), index_of(a),
                     index_of(b), sides[0].support() + sides[1].support(), seen});
    }
  }

  std::vector<double> points_;
  std::vector<std::size_t> kinds_;
  std::array<std::vector<double>, 4> fading_;
  std::vector<Day> ends_;
};

void throw_away(benchmark::State& state) {
  const ThrowAwayPanel program;
  std::size_t rows = 0;
  for (auto _ : state) rows += program.rows();
  benchmark::DoNotOptimize(rows);
  state.counters["rows"] = static_cast<double>(program.rows());
  count(state);
}
BENCHMARK(throw_away);

void panel_of(benchmark::State& state, const char* model, const CodingRules& rules, bool written) {
  PanelRequest request{
      .scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make(model), .rules = rules}};
  request.threads = 1;
  const auto form = [written](const IndexSeries& s) { return written ? index_rows_csv(s) : std::string(); };
  std::size_t rows = 0;
  for (auto _ : state) rows = panel(pairs(), request, {form, [](std::string_view) {}}).rows;
  state.counters["rows"] = static_cast<double>(rows);
  count(state);
}
BENCHMARK_CAPTURE(panel_of, decayed_sum, "decayed_sum", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, decayed_sum_rules, "decayed_sum", CodingRules::machine_coded(), false);
BENCHMARK_CAPTURE(panel_of, two_speed, "two_speed", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, latent_level, "latent_level", CodingRules(), false);
BENCHMARK_CAPTURE(panel_of, decayed_sum_written, "decayed_sum", CodingRules(), true);

}  // namespace

int main(int argc, char** argv) { return bench::run(argc, argv, "throw_away"); }
