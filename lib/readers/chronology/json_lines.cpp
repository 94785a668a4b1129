#include "readers/chronology/json_lines.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detente/ground/text.hpp"
#include "detente/readers/formats/intake.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronology/chronology.hpp"
#include "readers/chronology/chronology_field.hpp"
#include "readers/chronology/chronology_header.hpp"
#include "readers/chronology/json_object.hpp"

namespace detente::detail {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
/// A character that no line of JSON has: in it, control characters are escaped.
constexpr char no_separator = '\x1F';
/// How much it speaks for a file that it begins with a brace or a bracket.
constexpr std::size_t likeness_of_json = 20;

std::string_view without_mark(std::string_view head) {
  if (head.starts_with(mark)) head.remove_prefix(mark.size());
  return head;
}

/// The first character that is no blank and no line end; NUL if there is none.
char first_sign(std::string_view head) {
  const std::size_t at = without_mark(head).find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : without_mark(head)[at];
}

struct Sample {
  std::vector<JsonObject> objects;
  /// Whether its only line goes on behind what is seen, so that members may be missing.
  bool is_cut = false;
};

/// The lines at the beginning that are objects, as many as show what members there are.
Sample sample_of(std::string_view head) {
  constexpr std::size_t most = 64;
  const bool is_all = head.size() < head_bytes;
  Sample out;
  for (std::string_view rest = without_mark(head); !rest.empty() && out.objects.size() < most;) {
    const std::size_t end = rest.find('\n');
    const bool goes_on = end == std::string_view::npos && !is_all;
    JsonObject object = parse_json_object(rest.substr(0, end));
    out.is_cut = goes_on && out.objects.empty() && !object.members.empty();
    if (!object.fault || out.is_cut) out.objects.push_back(std::move(object));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return out;
}

/// The names of all members, in the order in which they first occur; capitals make no other name.
std::vector<std::string> names_in(const std::vector<JsonObject>& objects) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const JsonObject& object : objects)
    for (const JsonMember& member : object.members)
      if (seen.insert(lower(trim(member.name))).second) names.push_back(member.name);
  return names;
}

Columns columns_of(const std::vector<std::string>& names) {
  return Columns(std::vector<std::string_view>(names.begin(), names.end()));
}

/// The names at the file's beginning, and after them the fields that only later lines may have.
ChronologyHeader layout_of(std::string_view head, const ReadOptions& options) {
  std::vector<std::string> names = names_in(sample_of(head).objects);
  const Columns there = columns_of(names);
  for (std::string& name : field_names(options))
    if (!there.find(name)) names.push_back(std::move(name));
  return find_fields(columns_of(names), options);
}

class JsonRows : public RowReader {
 public:
  explicit JsonRows(ChronologyHeader layout) : layout_(std::move(layout)), field_in_(columns().size()) {
    shape_ = {.delimiter = no_separator};
    for (std::size_t column = 0; column < columns().size(); ++column)
      column_called_.emplace(lower(columns().name(column)), column);
    for (std::size_t field = 0; field < layout_.at.size(); ++field)
      if (layout_.at[field]) field_in_[*layout_.at[field]] = field;
  }

  const RowShape& shape() const override { return shape_; }
  const Columns& columns() const { return layout_.columns; }
  std::span<const std::string> column_names() const override { return columns().names(); }
  bool has_numbered_columns() const override { return false; }
  std::vector<std::string> unknown_columns() const override {
    std::vector<std::string> names;
    for (const std::size_t column : layout_.unknown) names.push_back(columns().name(column));
    return names;
  }

  void take(const FieldRow& row, Intake& into) const override {
    if (trim(row.raw).empty()) return into.set_aside("empty row");
    const JsonObject object = parse_json_object(row.raw);
    if (object.fault) return into.reject(row, {object.fault->reason, object.fault->rule, 0, row.raw});
    Event event;
    event.line = row.line;
    if (const auto why = read(object, event)) return into.reject(row, *why);
    into.keep(std::move(event));
  }

 private:
  using Outcome = std::optional<Rejection>;
  /// A member that holds no field: its column, or the number of columns for one that the beginning does not have.
  struct Extra {
    std::size_t column;
    std::string name, text;
  };

  Outcome read(const JsonObject& object, Event& event) const {
    FieldTexts texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (layout_.fixed[i]) texts[i] = *layout_.fixed[i];
    std::vector<Extra> extras;
    for (const JsonMember& member : object.members)
      if (auto why = take(member, texts, extras)) return why;
    keep(std::move(extras), event);
    require_needed(texts);
    const auto broken = fill_event(texts, layout_.compact_days, layout_.dates, event);
    if (!broken) return {};
    const auto column = layout_.at[broken->field];
    return Rejection{broken->broken.reason, broken->broken.rule, column ? *column + 1 : 0,
                     texts[broken->field].value_or(std::string_view())};
  }

  /// A field of the event, or a member by another name, which is kept.
  Outcome take(const JsonMember& member, FieldTexts& texts, std::vector<Extra>& extras) const {
    const std::string_view name = trim(member.name);
    const auto at = column_called_.find(lower(name));
    const auto column = at == column_called_.end() ? std::nullopt : std::optional(at->second);
    const auto field = column ? field_in_[*column] : std::nullopt;
    if (member.text.find('\0') != std::string::npos || name.find('\0') != std::string_view::npos)
      return Rejection{"NUL byte", "text has no NUL bytes", column ? *column + 1 : 0, member.text};
    if (!field) {
      const std::size_t place = column.value_or(columns().size());
      if (const auto text = value_of(member.text); !text.empty())
        extras.push_back({place, column ? columns().name(*column) : std::string(name), std::string(text)});
      return {};
    }
    if (!member.is_plain)
      return Rejection{"neither text nor number", "a field is text, a number or null", *column + 1, member.text};
    if (texts[*field])
      return Rejection{"member twice", "a member stands once, in capitals or not", *column + 1, member.text};
    texts[*field] = value_of(member.text);
    return {};
  }

  /// In the order and by the names of the file's beginning, as in a table: they are part of what the event says.
  static void keep(std::vector<Extra> extras, Event& event) {
    std::stable_sort(extras.begin(), extras.end(), [](const Extra& a, const Extra& b) { return a.column < b.column; });
    for (Extra& extra : extras) event.extra.emplace_back(std::move(extra.name), std::move(extra.text));
  }

  /// Fields that every event has: without the member they are as good as empty, and their rules say so.
  void require_needed(FieldTexts& texts) const {
    const auto fields = chronology_fields();
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (const std::string_view name = fields[i].name;
          !texts[i] && layout_.at[i] && (name == "date" || name == "from" || name == "source" || name == "target"))
        texts[i] = std::string_view();
  }

  ChronologyHeader layout_;
  std::vector<std::optional<std::size_t>> field_in_;  // by column
  std::unordered_map<std::string, std::size_t> column_called_;
  RowShape shape_;
};

}  // namespace

std::vector<std::string_view> JsonLines::mapped_columns() const { return Chronology().mapped_columns(); }

Match JsonLines::match(std::string_view head, const ReadOptions& options) const {
  const char first = first_sign(head);
  if (first != '{' && first != '[') return {{"it does not begin with an object in braces"}};
  if (!reads_json())
    return {{"it is JSON, and détente was built without nlohmann_json (Debian: nlohmann-json3-dev)"}, likeness_of_json};
  if (head.find('\n') == std::string_view::npos && head.find("}\r{") != std::string_view::npos)
    return {{"its lines end in a carriage return alone: save it with LF or CRLF"}, likeness_of_json};
  const Sample sample = sample_of(head);
  const std::vector<std::string> names = names_in(sample.objects);
  if (names.empty() || first == '[')
    return {{"its lines are no objects; write one object a line, as jq -c '.[]' does of a list"}, likeness_of_json};
  ChronologyHeader header = find_fields(columns_of(names), options);
  if (sample.is_cut) header.obstacles.clear();  // what is missing may follow
  return {std::move(header.obstacles), likeness_of_json + header.known()};
}

std::unique_ptr<const RowReader> JsonLines::open(std::string_view head, const ReadOptions& options) const {
  return std::make_unique<JsonRows>(layout_of(head, options));
}

}  // namespace detente::detail
