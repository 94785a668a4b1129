#include "detente/readers/damage.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <span>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::size_t total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                         [](std::size_t sum, const auto& count) { return sum + count.second; });
}

/// ", 2 rejected (1 bad date, 1 unknown status)", or nothing if there are none.
std::string listed(const Counts& counts, const char* what) {
  if (counts.empty()) return {};
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : counts) reasons.push_back(fmt::format("{} {}", count, reason));
  return fmt::format(", {} {} ({})", total(counts), what, fmt::join(reasons, ", "));
}

}  // namespace

const FormatInfo& format_info(const FileReport& report) {
  if (report.own_format) return *report.own_format;
  if (const FormatInfo* known = find_format(report.format)) return *known;
  throw_invalid("format", report.format, "is a format that détente knows, or one of the program");
}

std::size_t set_aside_rows(const FileReport& report) { return total(report.set_aside); }
std::size_t rejected_rows(const FileReport& report) { return total(report.rejected); }

std::vector<NameCount> most_frequent_unknown_names(const FileReport& report) {
  std::vector<NameCount> names(report.unknown_names.begin(), report.unknown_names.end());
  std::stable_sort(names.begin(), names.end(), [](auto& a, auto& b) { return a.second > b.second; });
  return names;
}

std::string unknown_names_text(const FileReport& report, std::size_t most) {
  const std::vector<NameCount> names = most_frequent_unknown_names(report);
  std::vector<std::string> parts;
  for (const auto& [name, rows] : std::span(names).first(std::min(most, names.size())))
    parts.push_back(fmt::format("{} {}", name, rows));
  if (names.size() > most) parts.push_back(fmt::format("and {} more", names.size() - most));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string unknown_columns_text(const FileReport& report, std::size_t most) {
  const auto& columns = report.unknown_columns;
  std::vector<std::string> parts;
  for (const std::string& column : std::span(columns).first(std::min(most, columns.size())))
    parts.push_back(visible(column, 40));
  if (columns.size() > most) parts.push_back(fmt::format("and {} more", columns.size() - most));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string to_text(const FileReport& report, const DamageExample& example) {
  std::string place = fmt::format("{}:{}", visible_path(report.name), example.line);
  if (example.column > 0)
    place += fmt::format(":{}", example.column);
  else if (!example.column_name.empty())
    place += fmt::format(": {}", example.column_name);
  return fmt::format("{}: '{}': {}: {}", place, example.text, example.reason, example.rule);
}

std::string report_line(const FileReport& report) {
  return fmt::format("{}: {} {}, {} kept{}{}", visible_path(report.name), report.rows,
                     report.rows == 1 ? "row" : "rows", report.kept, listed(report.set_aside, "set aside"),
                     listed(report.rejected, "rejected"));
}

std::string report_text(const FileReport& report) {
  std::string out = report_line(report) + "\n";
  for (const DamageExample& example : report.examples) out += "  " + to_text(report, example) + "\n";
  if (!report.unknown_columns.empty())
    out += fmt::format("  columns that are kept as they are: {}\n", unknown_columns_text(report));
  if (!report.unknown_names.empty()) out += fmt::format("  unknown names: {}\n", unknown_names_text(report));
  return out;
}

}  // namespace detente
