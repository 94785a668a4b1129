// What does it cost to find change points in the mean? Functional pruning (what the library does), PELT and a plain
// search without pruning, on series without a change and with one every 50 values, against the limit: one pass that
// updates one segment's mean and sum of squares. All three find the same optimum, which is checked first.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "detente/ground/random.hpp"
#include "processes/shifts/cuts.hpp"
#include "processes/shifts/exact_sums.hpp"
#include "processes/shifts/functional_pruning.hpp"
#include "processes/shifts/pelt.hpp"
#include "support/ratios.hpp"

namespace {

using namespace detente;
using detail::CutPrice;

std::vector<double> make_series(std::size_t size, bool changes) {
  const Draws draws(1);
  std::vector<double> out(size);
  for (std::size_t i = 0; i < size; ++i)
    out[i] = draws.normal(Purpose::model_noise, 0, i) + (changes ? 2.0 * static_cast<double>(i / 50 % 3) : 0);
  return out;
}

CutPrice bic(std::size_t size) { return {2 * std::log(static_cast<double>(size)), 0, 1}; }
CutPrice mbic(std::size_t size) { return {3 * std::log(static_cast<double>(size)), 1, 1}; }

/// The cost of a segment, in O(1).
class SquaresCost {
 public:
  explicit SquaresCost(std::span<const double> values) : moments_(values) {}
  double operator()(std::size_t from, std::size_t to) const { return moments_.squares_around_mean(from, to); }

 private:
  detail::StretchMoments moments_;
};

using Cuts = std::vector<std::size_t>;

Cuts by_pelt(const std::vector<double>& values, const CutPrice& price) {
  return detail::pelt(values.size(), SquaresCost(values), price);
}

/// Every start for every end; a segment grows towards the beginning.
Cuts plainly(const std::vector<double>& values, const CutPrice& price) {
  std::vector<double> best(values.size() + 1, std::numeric_limits<double>::infinity());
  Cuts starts(best.size());
  best[0] = -price.per_cut;
  for (std::size_t end = 1; end < best.size(); ++end) {
    double mean = 0, squares = 0;
    for (std::size_t start = end; start-- > 0;) {
      const double distance = values[start] - mean;
      mean += distance / static_cast<double>(end - start);
      squares += distance * (values[start] - mean);
      const double total = best[start] + price.per_cut + squares;
      if (total < best[end]) best[end] = total, starts[end] = start;
    }
  }
  return detail::cuts_of(starts);
}

Cuts functionally(const std::vector<double>& values, const CutPrice& price) {
  return detail::functional_pruning(values, price);
}

void one_pass(benchmark::State& state) {
  const std::vector<double> values = make_series(100'000, false);
  for (auto _ : state) {
    double count = 0, mean = 0, squares = 0;
    for (const double x : values) {
      count += 1;
      const double distance = x - mean;
      mean += distance / count;
      squares += distance * (x - mean);
    }
    benchmark::DoNotOptimize(squares);
  }
}

using Search = Cuts (*)(const std::vector<double>&, const CutPrice&);

void add(const std::string& name, Search search, std::size_t size, bool changes, CutPrice price) {
  const auto run = [=](benchmark::State& state) {
    const std::vector<double> values = make_series(size, changes);
    for (auto _ : state) benchmark::DoNotOptimize(search(values, price));
  };
  const std::string label = name + (changes ? "_many_" : "_none_") + std::to_string(size);
  benchmark::RegisterBenchmark(label.c_str(), run)->Unit(benchmark::kMillisecond);
}

/// Without a change PELT and the plain search are quadratic: they stop at 10,000 values.
void add_all() {
  benchmark::RegisterBenchmark("one_pass_100000", one_pass)->Unit(benchmark::kMillisecond);
  for (const std::size_t size : {std::size_t{1000}, std::size_t{10'000}, std::size_t{100'000}})
    for (const bool changes : {false, true}) {
      add("fpop", functionally, size, changes, bic(size));
      add("fpop_mbic", functionally, size, changes, mbic(size));
      if (changes || size <= 10'000) add("pelt", by_pelt, size, changes, bic(size));
      if (size <= 10'000) add("plain", plainly, size, changes, bic(size));
    }
}

void check_all_agree() {
  for (const bool changes : {false, true}) {
    const std::vector<double> values = make_series(2000, changes);
    const Cuts cuts = functionally(values, bic(2000));
    if (cuts == by_pelt(values, bic(2000)) && cuts == plainly(values, bic(2000))) continue;
    std::fputs("the searches disagree\n", stderr);
    std::exit(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  check_all_agree();
  add_all();
  return bench::run(argc, argv, "one_pass_100000");
}
