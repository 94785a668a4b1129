#include "detente/contracts/exposure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;

Exposure::Exposure(std::vector<std::pair<Day, double>> totals) {
  std::sort(totals.begin(), totals.end());
  for (const auto& [day, total] : totals) {
    require_within("total", total, 0, 1e300);
    if (!days_.empty() && days_.back() == day) throw_invalid("date", to_text(day), "a day has one total");
    days_.push_back(day);
    totals_.push_back(total);
    running_.push_back(running_.back() + total);
  }
}

Exposure Exposure::parse(ByteSource& source, std::string_view path) {
  DelimitedReader reader(source);
  Record record;
  std::vector<std::pair<Day, double>> totals;
  const auto fail = [&](std::string_view rule) {
    throw InputError(ErrorCode::bad_table, fmt::format("{}:{}: '{}': {}", path, record.line, record.raw, rule));
  };
  bool header = true;
  while (reader.next(record)) {
    if (!record.problem.empty()) fail(record.problem);
    if (record.fields.size() != 2) fail("an exposure file has the two columns date,total");
    if (std::exchange(header, false)) {
      if (lower(trim(record.fields[0])) != "date") fail("an exposure file begins with date,total");
      continue;
    }
    const Parsed<Day> day = parse_day(trim(record.fields[0]));
    const auto total = parse_number(trim(record.fields[1]));
    if (!day) fail(day.rule());
    if (!total || *total < 0) fail("a total is a number, at least 0");
    totals.emplace_back(*day, *total);
  }
  if (header)
    throw InputError(ErrorCode::bad_table, fmt::format("{} is empty: an exposure file begins with date,total", path));
  try {
    return Exposure(std::move(totals));
  } catch (const std::invalid_argument& error) {
    throw InputError(ErrorCode::bad_table, fmt::format("{}: {}", path, error.what()));
  }
}

/// Number of the first day with a total that is not before `day`.
std::size_t Exposure::number_of(Day day) const {
  return static_cast<std::size_t>(std::lower_bound(days_.begin(), days_.end(), day) - days_.begin());
}

double Exposure::total(Day first, Day end) const {
  return end > first ? running_[number_of(end)] - running_[number_of(first)] : 0;
}

double Exposure::relative_volume(Day day) const {
  const std::size_t at = number_of(day);
  if (at == days_.size() || days_[at] != day || totals_[at] <= 0) return 1;
  const std::size_t from = number_of(day - 365);
  const double before = running_[at] - running_[from];
  return before > 0 ? totals_[at] * static_cast<double>(at - from) / before : 1;
}

}  // namespace detente
