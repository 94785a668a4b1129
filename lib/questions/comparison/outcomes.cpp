#include "detente/questions/comparison/outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/limits.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::size_t mean_periods = 12;

/// 3 + 2 × the mean of the periods up to and with `last`, 3 before the first.
double threshold(std::span<const double> severe, std::ptrdiff_t last) {
  if (last < 0) return 3;
  const auto end = static_cast<std::size_t>(last) + 1, first = end - std::min(end, mean_periods);
  double sum = 0;
  for (std::size_t t = first; t < end; ++t) sum += severe[t];
  return 3 + 2 * sum / static_cast<double>(end - first);
}

// ---- files ----

[[noreturn]] void throw_row(const std::string& path, std::uint64_t line, const std::string& what) {
  throw InputError(ErrorCode::bad_table, visible_path(path) + ", line " + std::to_string(line) + ": " + what);
}

Dyad pair_of(const std::string& path, const Record& record) {
  const auto pair = parse_dyad(trim(record.fields[0]));
  if (!pair) throw_row(path, record.line, "'" + visible(record.fields[0]) + "' is no pair; write A:B");
  return pair->canonical();
}

Period period_of_row(const std::string& path, const Record& record) {
  const auto period = parse_period(trim(record.fields[1]));
  if (!period) throw_row(path, record.line, "'" + visible(record.fields[1]) + "' is no period; write 2002-04");
  return period.value();
}

double outcome_of(const std::string& path, const Record& record) {
  const auto value = parse_number(trim(record.fields[2]));
  if (!value || !(*value >= 0) || *value != std::floor(*value) || *value > 1e9)
    throw_row(path, record.line, "'" + visible(record.fields[2]) + "' is no outcome; write 0 or 1, or a count");
  return *value;
}

void add_row(OutcomeFile& out, const std::string& path, const Record& record, bool first) {
  if (record.fields.size() != 3) throw_row(path, record.line, "three columns are needed: pair,period,outcome");
  const Period period = period_of_row(path, record);
  if (first) out.every = period.kind;
  if (period.kind != out.every)
    throw_row(path, record.line,
              "a " + std::string(to_text(period.kind)) + " among " + std::string(to_text(out.every)) +
                  "s; all periods are of one kind");
  const double outcome = outcome_of(path, record);
  if (!out.values[pair_of(path, record)].emplace(period.first, outcome).second)
    throw_row(path, record.line, "this pair has an outcome of this period already");
  if (outcome > 1) out.kind = OutcomeKind::count;
}

std::vector<float> values_at(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods, bool ahead) {
  std::vector<float> out(periods.size(), missing_float);
  const auto own = file.values.find(pair);
  if (own == file.values.end()) return out;
  for (std::size_t t = 0; t < periods.size(); ++t) {
    const auto found = own->second.find(ahead ? periods[t].end : periods[t].first);
    if (found != own->second.end()) out[t] = static_cast<float>(found->second);
  }
  return out;
}

}  // namespace

std::vector<float> severe_next(std::span<const double> severe) {
  std::vector<float> out(severe.size(), missing_float);
  for (std::size_t t = 0; t + severe_ahead < severe.size(); ++t)
    out[t] = static_cast<float>(std::nearbyint(severe[t + severe_ahead]));
  return out;
}

std::vector<float> escalations(std::span<const double> severe) {
  std::vector<float> out(severe.size(), missing_float);
  for (std::size_t t = 0; t + escalation_ahead < severe.size(); ++t) {
    const auto at = static_cast<std::ptrdiff_t>(t);
    if (severe[t] >= threshold(severe, at - 1)) continue;
    const double worst = *std::max_element(severe.begin() + at + 1, severe.begin() + at + 1 + escalation_ahead);
    out[t] = worst >= threshold(severe, at) ? 1.0F : 0.0F;
  }
  return out;
}

OutcomeFile read_outcomes(const std::string& path) {
  OutcomeFile out;
  out.kind = OutcomeKind::event;
  out.name = path;
  const auto bytes = open_bytes(path);
  DelimitedReader reader(*bytes);
  Record record;
  if (!reader.next(record) || record.fields.size() != 3 || trim(record.fields[0]) != "pair" ||
      trim(record.fields[1]) != "period" || trim(record.fields[2]) != "outcome")
    throw InputError(ErrorCode::bad_table, visible_path(path) + ": the first line is not pair,period,outcome");
  bool first = true;
  while (reader.next(record)) {
    if (!record.problem.empty()) throw_row(path, record.line, std::string(record.problem));
    add_row(out, path, record, std::exchange(first, false));
  }
  if (first) throw InputError(ErrorCode::bad_table, visible_path(path) + ": there is no outcome in it");
  return out;
}

std::vector<float> next_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods) {
  return values_at(file, pair, periods, true);
}

std::vector<float> past_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods) {
  return values_at(file, pair, periods, false);
}

}  // namespace detente
