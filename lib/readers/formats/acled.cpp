#include "readers/formats/acled.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "detente/values/written_date.hpp"
#include "readers/formats/event_rows.hpp"
#include "readers/formats/header_layout.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_event_date{"bad date", "event_date is a day of the calendar: 2024-01-15 or 15 January 2024",
                                 Field::date};
constexpr RowRule bad_precision{"bad precision", "time_precision is 1 (the day), 2 (the week) or 3 (the month)",
                                Field::precision};
constexpr RowRule no_act{"no act between the two"};
constexpr RowRule bad_timestamp{"bad timestamp", "timestamp is a whole number of seconds", Field::revision};

constexpr std::array<FieldName, 10> acled_fields{{
    {Field::id, true, "event_id_cnty"},
    {Field::date, true, "event_date"},
    {Field::source, true, "actor1"},
    {Field::target, true, "actor2"},
    {Field::code, true, "sub_event_type"},
    {Field::deaths, true, "fatalities"},
    {Field::precision, false, "time_precision"},
    {Field::issue, false, "event_type"},
    {Field::revision, false, "timestamp"},
    {Field::note, false, "notes"},
}};

std::optional<Day> written_day(std::string_view text) {
  if (const auto day = either_day(text)) return day;
  const auto span = parse_date_span(text, DateLayout::words);
  return span && span->is_exact() ? std::optional(span->first) : std::nullopt;
}

/// The day, about it, or one unknown day of its month.
DateSpan span_of(Day day, char precision) {
  const std::string text = to_text(day);
  if (precision == '2') return parse_date_span(text + "~").value();
  return precision == '3' ? parse_date_span(text.substr(0, text.rfind('-'))).value() : DateSpan::on(day);
}

class AcledRows : public EventRows {
 public:
  using EventRows::EventRows;

 protected:
  Ruling read(const FieldRow& row, Event& event) const override {
    if (const Ruling rule = take_actors(row, event)) return rule;
    if (const Ruling rule = take_date(row, event)) return rule;
    if (const Ruling rule = take_deaths(row, event)) return rule;
    if (const Ruling rule = take_revision(row, event)) return rule;
    if (const Ruling rule = take_code(row, event)) return rule;
    event.issue = kept(row, Field::issue);
    event.note = kept(row, Field::note);
    event.id = kept(row, Field::id);
    return nullptr;
  }

 private:
  /// The protesters stand first in every protest; force against them is the act of the other side.
  Ruling take_code(const FieldRow& row, Event& event) const {
    constexpr std::array<std::string_view, 3> no_acts{"Change to group/activity", "Non-violent transfer of territory",
                                                      "Other"};
    event.code = kept(row, Field::code);
    if (event.code.empty()) return &rules::no_code;
    if (std::find(no_acts.begin(), no_acts.end(), event.code) != no_acts.end()) return &no_act;
    if (event.code == "Excessive force against protesters") std::swap(event.source, event.target);
    return nullptr;
  }

  Ruling take_date(const FieldRow& row, Event& event) const {
    const std::string_view text = said(row, Field::date), precision = said(row, Field::precision);
    if (text.empty()) return &rules::no_date;
    const auto day = written_day(text);
    if (!day) return &bad_event_date;
    if (!precision.empty() && precision != "1" && precision != "2" && precision != "3") return &bad_precision;
    event.date = span_of(*day, precision.empty() ? '1' : precision.front());
    return nullptr;
  }

  Ruling take_revision(const FieldRow& row, Event& event) const {
    const std::string_view text = said(row, Field::revision);
    if (text.empty() || said(row, Field::id).empty()) return nullptr;  // without an id there are no versions
    event.revision = whole(text);
    return event.revision ? nullptr : &bad_timestamp;
  }
};

}  // namespace

std::unique_ptr<const RowReader> Acled::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<RowLayout> layout = layout_by_header(head, acled_fields, options, miss);
  return layout ? std::make_unique<AcledRows>(std::move(*layout)) : nullptr;
}

}  // namespace detente::detail
