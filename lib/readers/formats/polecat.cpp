#include "readers/formats/polecat.hpp"

#include <algorithm>

#include "readers/formats/header_layout.hpp"
#include "readers/formats/row_sample.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_polecat_date{"bad date", "Event Date is a day of the calendar, written yyyy-mm-dd", Field::date};
constexpr RowRule bad_polecat_reported{"bad reported", "Publication Date is a day of the calendar, written yyyy-mm-dd",
                                       Field::reported};
constexpr RowRule bad_type{"bad code", "an event type is a word of letters, such as SANCTION", Field::code};
constexpr RowRule bad_mode{"bad code", "an event mode is words of letters, such as heavy-weapons", Field::mode};
constexpr RowRule several_countries{"several countries on one side"};

constexpr std::array<FieldName, 10> polecat_fields{{
    {Field::date, true, "Event Date"},
    {Field::code, true, "Event Type"},
    {Field::mode, true, "Event Mode"},
    {Field::source, true, "Actor Country"},
    {Field::target, true, "Recipient Country"},
    {Field::id, false, "Event ID"},
    {Field::score, false, "Intensity", "Event Intensity"},
    {Field::reported, false, "Publication Date"},
    {Field::note, false, "Actor Name"},
    {Field::other_note, false, "Recipient Name"},
}};

constexpr std::array<std::string_view, 40> published_order{"Event ID",
                                                           "Event Date",
                                                           "Event Type",
                                                           "Event Mode",
                                                           "Intensity",
                                                           "Quad Code",
                                                           "Contexts",
                                                           "Actor Name",
                                                           "Actor Country",
                                                           "Actor COW",
                                                           "Primary Actor Sector",
                                                           "Actor Sectors",
                                                           "Actor Title",
                                                           "Actor Name Raw",
                                                           "Wikipedia Actor ID",
                                                           "Recipient Name",
                                                           "Recipient Country",
                                                           "Recipient COW",
                                                           "Primary Recipient Sector",
                                                           "Recipient Sectors",
                                                           "Recipient Title",
                                                           "Recipient Name Raw",
                                                           "Wikipedia Recipient ID",
                                                           "Placename",
                                                           "City",
                                                           "District",
                                                           "Province",
                                                           "Country",
                                                           "Latitude",
                                                           "Longitude",
                                                           "GeoNames ID",
                                                           "Raw Placename",
                                                           "Feature Type",
                                                           "Source",
                                                           "Publication Date",
                                                           "Story People",
                                                           "Story Organizations",
                                                           "Story Locations",
                                                           "Language",
                                                           "Version"};

// ---- codes ----

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_type(std::string_view text) { return text.size() <= 24 && std::all_of(text.begin(), text.end(), is_letter); }

bool is_mode(std::string_view text) {
  return text.size() <= 32 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || c == '-' || c == ' ' || c == '_'; });
}

/// "SANCTION:Expel" in the buffer.
std::string_view code_of(std::string_view type, std::string_view mode, std::span<char> buffer) {
  char* end = std::transform(type.begin(), type.end(), buffer.data(), upper);
  if (!mode.empty()) {
    *end++ = ':';
    *end++ = upper(mode.front());
    end = std::transform(mode.begin() + 1, mode.end(), end,
                         [](char c) { return c == ' ' || c == '_' ? '-' : lower_letter(c); });
  }
  return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

// ---- rows ----

bool is_list(std::string_view text) { return text.find(';') != std::string_view::npos; }

class PolecatRows : public CodedRows {
 public:
  using CodedRows::CodedRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_sides(said(row, Field::source), said(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(said(row, Field::date), event)) return rule;
    if (const Ruling rule = take_code(said(row, Field::code), said(row, Field::mode), event, made)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    if (const Ruling rule = take_reported(said(row, Field::reported), event)) return rule;
    event.id = kept_text(said(row, Field::id), made.url);  // free, because there is no link
    take_names(row, event, made);
    return nullptr;
  }

 private:
  static Ruling take_sides(std::string_view source, std::string_view target, BriefEvent& event) {
    if (!source.empty() && !target.empty() && (is_list(source) || is_list(target))) return &several_countries;
    return take_countries(source, target, event);
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = either_day(text);
    if (!day) return &bad_polecat_date;
    event.day = *day;
    return nullptr;
  }

  static Ruling take_code(std::string_view type, std::string_view mode, BriefEvent& event, MadeText& made) {
    if (type.empty()) return &rules::no_code;
    if (!is_type(type)) return &bad_type;
    if (is_list(mode)) mode = {};
    if (!mode.empty() && !is_mode(mode)) return &bad_mode;
    event.code = code_of(type, mode, made.code);
    return nullptr;
  }

  static Ruling take_reported(std::string_view text, BriefEvent& event) {
    if (text.empty()) return nullptr;
    event.reported = either_day(text);
    return event.reported ? nullptr : &bad_polecat_reported;
  }

  /// "Ministry of Foreign Affairs → Nicolás Maduro"
  void take_names(const FieldRow& row, BriefEvent& event, MadeText& made) const {
    std::string buffer;
    made.note = kept_text(said(row, Field::note), buffer);
    const std::string_view recipient = kept_text(said(row, Field::other_note), buffer);
    if (!recipient.empty()) made.note.append(made.note.empty() ? "→ " : " → ").append(recipient);
    event.note = made.note;
  }
};

// ---- layout ----

RowLayout published_layout(const RowLayout& by_header) {
  const std::vector<std::string_view> names(published_order.begin(), published_order.end());
  RowLayout layout = by_header;
  layout.columns = Columns(names);
  for (const FieldName& field : polecat_fields) layout.at[index_of(field.field)] = layout.columns.find(field.name);
  layout.least = layout.most = names.size();
  return layout;
}

/// Whether the header names columns that the rows do not have.
bool names_too_much(const RowLayout& layout, std::string_view head) {
  std::vector<SampleRow> rows = sample_rows(head, layout.dialect);
  if (rows.empty()) return false;
  rows.erase(rows.begin());
  return layout.least > published_order.size() &&
         most_rows(rows, [](const SampleRow& row) { return row.size() == published_order.size(); });
}

}  // namespace

std::unique_ptr<const RowReader> Polecat::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<RowLayout> layout = layout_by_header(head, polecat_fields, options, miss);
  if (!layout) return nullptr;
  if (names_too_much(*layout, head)) layout = published_layout(*layout);
  return std::make_unique<PolecatRows>(std::move(*layout));
}

}  // namespace detente::detail
