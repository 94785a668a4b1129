#include "readers/formats/ucdp_ged.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "readers/formats/event_rows.hpp"
#include "readers/formats/header_layout.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_start{"bad date", "date_start is a day of the calendar, written yyyy-mm-dd", Field::date};
constexpr RowRule bad_end{"bad date", "date_end is a day of the calendar, written yyyy-mm-dd", Field::last_day};
constexpr RowRule reversed{"range reversed", "date_end is not before date_start", Field::last_day};
constexpr RowRule bad_violence{"bad code", "type_of_violence is 1, 2 or 3", Field::code};

constexpr std::array<FieldName, 11> ucdp_fields{{
    {Field::id, true, "id"},
    {Field::date, true, "date_start"},
    {Field::last_day, true, "date_end"},
    {Field::source, true, "side_a"},
    {Field::target, true, "side_b"},
    {Field::code, true, "type_of_violence"},
    {Field::deaths, true, "best", "best_est"},
    {Field::precision, false, "event_clarity"},
    {Field::issue, false, "conflict_name"},
    {Field::mentions, false, "number_of_sources"},
    {Field::note, false, "source_headline"},
}};

/// "2017-07-31", also with a time of day behind.
std::optional<Day> day_of(std::string_view text) {
  if (text.size() > 10 && text[10] != ' ' && text[10] != 'T') return std::nullopt;
  return either_day(text.substr(0, text.size() == 8 ? 8 : 10));
}

std::string_view type_in_words(std::string_view number) {
  if (number == "1") return "state-based conflict";
  if (number == "2") return "non-state conflict";
  return number == "3" ? "one-sided violence" : "";
}

class UcdpRows : public EventRows {
 public:
  using EventRows::EventRows;

 protected:
  Ruling read(const FieldRow& row, Event& event) const override {
    if (const Ruling rule = take_actors(row, event)) return rule;
    if (const Ruling rule = take_dates(row, event)) return rule;
    if (const Ruling rule = take_deaths(row, event)) return rule;
    event.code = type_in_words(said(row, Field::code));
    if (event.code.empty()) return said(row, Field::code).empty() ? &rules::no_code : &bad_violence;
    event.mentions = std::max(whole(said(row, Field::mentions)).value_or(1), std::uint32_t{1});  // -1: not known
    event.issue = kept(row, Field::issue);
    event.note = kept(row, Field::note);
    event.id = kept(row, Field::id);
    return nullptr;
  }

 private:
  Ruling take_dates(const FieldRow& row, Event& event) const {
    const std::string_view start = said(row, Field::date), end = said(row, Field::last_day);
    if (start.empty()) return &rules::no_date;
    const auto first = day_of(start), last = end.empty() ? first : day_of(end);
    if (!first) return &bad_start;
    if (!last) return &bad_end;
    if (*last < *first) return &reversed;
    const bool is_summary = said(row, Field::precision) == "2" && *last > *first;
    event.date = {*first, *last, is_summary ? SpanKind::throughout : SpanKind::one_day, 0};
    return nullptr;
  }
};

}  // namespace

std::unique_ptr<const RowReader> UcdpGed::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<RowLayout> layout = layout_by_header(head, ucdp_fields, options, miss);
  return layout ? std::make_unique<UcdpRows>(std::move(*layout)) : nullptr;
}

}  // namespace detente::detail
