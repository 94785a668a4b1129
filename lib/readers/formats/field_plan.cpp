#include "readers/formats/field_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

std::optional<std::size_t> find_name(const std::vector<std::string>& names, std::string_view wanted) {
  if (wanted.empty()) return std::nullopt;
  const auto at = std::find(names.begin(), names.end(), bare_name(wanted));
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

void place(const FieldName& field, const std::vector<std::string>& names, HeaderPlan& plan) {
  std::optional<std::size_t> at = find_name(names, field.name);
  if (!at) at = find_name(names, field.other);
  plan.at[index_of(field.field)] = at;
  if (at)
    ++plan.found;
  else if (field.needed)
    plan.missing.push_back(fmt::format("'{}'", field.name));
}

HeaderPlan plan_with(char delimiter, std::string_view head, std::span<const FieldName> fields,
                     const ReadOptions& options) {
  const std::string_view line = head.substr(0, head.find('\n'));
  HeaderPlan plan;
  plan.dialect = {.delimiter = delimiter,
                  .max_record = options.max_record,
                  .quoted = delimiter != '\t' || line.find('"') != std::string_view::npos};
  std::string problem;
  first_record(head, plan.dialect, plan.columns, problem);
  std::vector<std::string> names;
  if (problem.empty())
    for (const std::string& name : plan.columns.names()) names.push_back(bare_name(name));
  for (const FieldName& field : fields) place(field, names, plan);
  return plan;
}

}  // namespace

FieldPlan::FieldPlan(const FieldColumns& columns) {
  slots_.fill(none);
  for (const auto& column : columns)
    if (column) columns_.push_back(*column);
  std::sort(columns_.begin(), columns_.end());
  columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
  for (std::size_t i = 0; i < field_count; ++i)
    if (columns[i])
      slots_[i] = static_cast<unsigned char>(std::lower_bound(columns_.begin(), columns_.end(), *columns[i]) -
                                             columns_.begin());
}

std::string HeaderPlan::obstacle() const {
  if (found == 0) return fmt::format("no header with {}, …", missing.front());
  return fmt::format("no column {}", fmt::join(missing, ", "));
}

HeaderPlan plan_by_header(std::string_view head, std::span<const FieldName> names, const ReadOptions& options) {
  HeaderPlan best = plan_with('\t', head, names, options);
  for (const char delimiter : {',', ';'})
    if (HeaderPlan other = plan_with(delimiter, head, names, options); other.found > best.found)
      best = std::move(other);
  return best;
}

std::string bare_name(std::string_view name) {
  std::string out = lower(name);
  const auto is_letter_or_digit = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); };
  out.erase(std::remove_if(out.begin(), out.end(), [&](char c) { return !is_letter_or_digit(c); }), out.end());
  return out;
}

}  // namespace detente::detail
