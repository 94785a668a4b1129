#include "models/observations.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "ground/limits.hpp"

namespace detente::detail {
namespace {

bool is_good(const Observations& seen, std::size_t i) noexcept {
  const bool in_order = i == 0 ? std::isfinite(seen.time[0]) : seen.time[i] >= seen.time[i - 1];
  const bool room = seen.variance[i] <= largest_variance || seen.variance[i] == infinity;
  return in_order && !std::isinf(seen.value[i]) && seen.variance[i] >= 0 && room;
}

[[noreturn]] void throw_bad_row(const Observations& seen, std::size_t i) {
  const std::string row = fmt::format("[{}]", i);
  if (std::isinf(seen.value[i])) throw_invalid("value" + row, seen.value[i], "is a finite number, or NaN for missing");
  const bool late = i > 0 && seen.time[i] < seen.time[i - 1];
  if (late || !std::isfinite(seen.time[i])) throw_invalid("time" + row, seen.time[i], "is finite, never descending");
  throw_invalid("variance" + row, seen.variance[i], "is within [0, 1e100], or infinity for missing");
}

}  // namespace

void check_rows(const Observations& seen, std::size_t from, std::size_t to) {
  bool good = true;
  for (std::size_t i = from; i < to; ++i) good &= is_good(seen, i);
  if (good && (to == 0 || std::isfinite(seen.time[to - 1]))) return;
  for (std::size_t i = from; i < to; ++i)
    if (!is_good(seen, i) || !std::isfinite(seen.time[i])) throw_bad_row(seen, i);
}

void check_lengths(const Observations& seen) {
  const auto length = [](std::span<const double> column) { return static_cast<double>(column.size()); };
  if (seen.value.size() != seen.size()) throw_invalid("rows of value", length(seen.value), "are as many as of time");
  if (seen.variance.size() != seen.size())
    throw_invalid("rows of variance", length(seen.variance), "are as many as of time");
}

void check(const Observations& seen) {
  check_lengths(seen);
  check_rows(seen, 0, seen.size());
}

void check(const MeanReversion& process) {
  require_within("rate", process.rate, 0, 1e9, "per day");
  require_within("diffusion", process.diffusion, 0, 1e100, "squared points per day");
  require_within("mean", process.mean, -1e100, 1e100, "points");
}

std::size_t first_observed(const Observations& seen) noexcept {
  std::size_t i = 0;
  while (i < seen.size() && seen.is_missing(i)) ++i;
  return i;
}

}  // namespace detente::detail
