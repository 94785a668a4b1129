#include "readers/chronology/chronology_header.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronology/chronology_field.hpp"

namespace detente::detail {
namespace {

/// The name, or the value, that a layout gives for a field.
std::optional<std::string> mapped(std::string_view field, const ReadOptions& options) {
  const auto at = options.columns.find(std::string(field));
  return at == options.columns.end() ? std::nullopt : std::optional(at->second);
}

/// The file's name for a field.
std::string name_in_file(std::string_view field, const ReadOptions& options) {
  if (field == "event" && options.code_column != "event") return options.code_column;
  return mapped(field, options).value_or(std::string(field));
}

/// Whether the date stands in two columns.
bool is_in_two(const ReadOptions& options) { return mapped("from", options).has_value(); }

/// "no column 'source' (nearest: 'src')"
std::string missing(const std::string& name, const Columns& columns) {
  const std::vector<std::string> near = nearest(name, columns.names(), 1);
  const std::string hint = near.empty() ? "" : fmt::format(" (nearest: '{}')", visible(near.front()));
  return fmt::format("no column '{}'{}", visible(name), hint);
}

/// Whether a file may lack the field: not the date or an actor, not the code unless there are scores, and not a field
/// that the user mapped to a name.
bool may_lack(std::string_view field, const ChronologyHeader& header, const ReadOptions& options) {
  const std::string name = name_in_file(field, options);
  if (field == "date" && is_in_two(options)) return true;
  if (field == "date" || field == "source" || field == "target" || name != field) return false;
  return field != "event" || header.columns.find(name_in_file("score", options)).has_value();
}

/// Whether rows of a file with such a layout may have the field at all: not both ways to say a date.
bool may_have(std::string_view field, const ReadOptions& options) {
  const bool is_end = field == "from" || field == "to";  // a column of that name may hold actors
  return is_end ? mapped(field, options).has_value() : field != "date" || !is_in_two(options);
}

void place(std::string_view field, const ReadOptions& options, ChronologyHeader& header) {
  const std::string name = name_in_file(field, options);
  header.at.emplace_back();
  header.fixed.emplace_back();
  if (name.starts_with('=')) {
    header.fixed.back() = name.substr(1);
    if (!is_utf8(name)) header.obstacles.push_back(fmt::format("the value for '{}' is not UTF-8", field));
    return;
  }
  if (!may_have(field, options)) return;
  header.at.back() = header.columns.find(name);
  if (!header.at.back() && !may_lack(field, header, options)) header.obstacles.push_back(missing(name, header.columns));
  if (header.columns.count(name) > 1)
    header.obstacles.push_back(
        fmt::format("the column '{}' stands {} times", visible(name), header.columns.count(name)));
}

/// Looks for signs that the bytes are not lines of UTF-8.
void look_at_text(std::string_view head, ChronologyHeader& header) {
  const auto& names = header.columns.names();
  const auto holds_return = [](const std::string& name) { return name.find('\r') != std::string::npos; };
  if (!std::all_of(names.begin(), names.end(), is_utf8))
    header.obstacles.emplace_back("its header is not UTF-8: save the file as UTF-8");
  if (std::any_of(names.begin(), names.end(), holds_return) && head.find('\n') == std::string_view::npos)
    header.obstacles.emplace_back("its lines end in a carriage return alone: save it with LF or CRLF");
}

ChronologyHeader read_with(char delimiter, std::string_view head, const ReadOptions& options) {
  Columns columns;
  std::string problem;
  first_record(head, {.delimiter = delimiter, .max_record = options.max_record}, columns, problem);
  ChronologyHeader header;
  if (problem.empty()) {
    header = find_fields(std::move(columns), options);
    look_at_text(head, header);
  } else {
    header.columns = std::move(columns);
    header.obstacles.push_back(fmt::format("its header is damaged: {}", problem));
  }
  header.delimiter = delimiter;
  return header;
}

}  // namespace

ChronologyHeader find_fields(Columns columns, const ReadOptions& options) {
  ChronologyHeader header;
  header.columns = std::move(columns);
  header.compact_days = !options.columns.empty();
  header.dates = options.dates;
  for (const ChronologyField& field : chronology_fields()) place(field.name, options, header);
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    if (std::find(header.at.begin(), header.at.end(), i) == header.at.end()) header.unknown.push_back(i);
  return header;
}

std::vector<std::string> field_names(const ReadOptions& options) {
  std::vector<std::string> names;
  for (const ChronologyField& field : chronology_fields())
    if (std::string name = name_in_file(field.name, options); may_have(field.name, options) && !name.starts_with('='))
      names.push_back(std::move(name));
  return names;
}

std::optional<std::size_t> ChronologyHeader::column_of(std::string_view field) const {
  const auto fields = chronology_fields();
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == field) return at[i];
  return std::nullopt;
}

ChronologyHeader read_chronology_header(std::string_view head, const ReadOptions& options) {
  if (options.separator) return read_with(*options.separator, head, options);
  ChronologyHeader best = read_with(',', head, options);
  const std::string_view line = head.substr(0, head.find('\n'));
  const auto sense = [&](const ChronologyHeader& h) {
    return std::tuple(h.obstacles.empty(), h.known(), std::count(line.begin(), line.end(), h.delimiter));
  };
  for (const char delimiter : {';', '\t'}) {
    ChronologyHeader other = read_with(delimiter, head, options);
    if (sense(other) > sense(best)) best = std::move(other);
  }
  return best;
}

}  // namespace detente::detail
