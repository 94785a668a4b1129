#include "validation/data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>

#include "detente/ground/number.hpp"

namespace validation {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line)
    if (c == ',')
      out.emplace_back();
    else if (c != '\r')
      out.back() += c;
  return out;
}

std::string without_mark(std::string line) {
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  return line;
}

Day day_of(const std::string& text) { return detente::parse_day(text).value(); }

}  // namespace

Rows::Rows(const std::filesystem::path& file) : file_(file.string()) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file_);
  for (std::string line; std::getline(in, line);) {
    line = without_mark(std::move(line));
    if (line.empty() || line.front() == '#') continue;
    if (names_.empty())
      names_ = cells_of(line);
    else
      rows_.push_back(cells_of(line));
  }
}

const std::string& Rows::text(std::string_view column, std::size_t row) const {
  const auto at = std::find(names_.begin(), names_.end(), column);
  const auto i = static_cast<std::size_t>(at - names_.begin());
  if (at == names_.end() || i >= rows_[row].size())
    throw std::runtime_error(fmt::format("{}: row {} has no {}", file_, row + 1, column));
  return rows_[row][i];
}

double Rows::number(std::string_view column, std::size_t row) const {
  const auto value = detente::parse_number(text(column, row));
  return value ? *value : std::numeric_limits<double>::quiet_NaN();
}

Dyad dyad_of(const std::string& text) {
  const auto colon = text.find(':');
  return Dyad{text.substr(0, colon), text.substr(colon + 1)}.canonical();
}

Period month_of(Day day) { return detente::period_of(detente::PeriodKind::month, day); }
Period month_of(const std::string& text) { return detente::parse_period(text).value(); }

int months_between(const Period& from, const Period& to) {
  const auto number = [](const Period& month) {
    const auto date = detente::civil(month.first);
    return 12 * date.year + static_cast<int>(date.month);
  };
  return number(to) - number(from);
}

std::vector<Crisis> read_crises(const std::filesystem::path& file) {
  const Rows rows(file);
  std::vector<Crisis> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({dyad_of(rows.text("pair", i)), month_of(rows.text("month", i)), rows.text("seen", i) == "1",
                   rows.text("what", i)});
  return out;
}

std::map<Dyad, std::vector<Period>> read_disputes(const std::filesystem::path& file) {
  const Rows rows(file);
  std::map<Dyad, std::set<Day>> months;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Period last = month_of(rows.text("last_month", i));
    for (Period month = month_of(rows.text("first_month", i)); month.first <= last.first; month = month.next())
      months[dyad_of(rows.text("dyad", i))].insert(month.first);
  }
  std::map<Dyad, std::vector<Period>> out;
  for (const auto& [pair, firsts] : months)
    for (const Day first : firsts) out[pair].push_back(month_of(first));
  return out;
}

std::map<std::string, double> read_gpr(const std::filesystem::path& file) {
  const Rows rows(file);
  std::map<std::string, std::pair<double, int>> sums;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& day = rows.text("DAY", i);
    if (std::isnan(rows.number("GPRD", i))) continue;
    auto& [sum, days] = sums[day.substr(0, 4) + "-" + day.substr(4, 2)];
    sum += rows.number("GPRD", i);
    ++days;
  }
  std::map<std::string, double> out;
  for (const auto& [month, sum] : sums) out[month] = sum.first / sum.second;
  return out;
}

std::map<Dyad, std::vector<PartnerDay>> read_india(const std::filesystem::path& file) {
  const Rows rows(file);
  std::map<Dyad, std::vector<PartnerDay>> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out[Dyad{"IND", rows.text("partner", i)}.canonical()].push_back(
        {day_of(rows.text("date", i)), rows.number("n", i), rows.number("n_conflict", i)});
  return out;
}

}  // namespace validation
