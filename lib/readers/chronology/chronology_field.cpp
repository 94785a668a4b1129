#include "readers/chronology/chronology_field.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronology/date_hint.hpp"
#include "readers/formats/machine_field.hpp"

namespace detente::detail {
namespace {

constexpr std::int64_t most_acts = 1'000'000;
constexpr double largest_score = 1e6;

template <std::string Event::*Member>
Verdict take_text(std::string_view text, Event& event) {
  event.*Member = text;
  return {};
}

Verdict take_source(std::string_view text, Event& event) {
  event.source = text;
  if (text.empty()) return BrokenRule{"no source", "an event has a source, and NA is none"};
  return {};
}

Verdict take_target(std::string_view text, Event& event) {
  event.target = text;
  if (text.empty()) return BrokenRule{"no target", "an event has a target, and NA is none"};
  return {};
}

/// The rule, and what to write instead if that is clear.
std::string with_hint(const std::string& rule, std::string_view text) {
  const std::string hint = date_hint(text);
  return hint.empty() ? rule : rule + "; " + hint;
}

Verdict take_date(std::string_view text, DateLayout layout, Event& event) {
  if (text.empty()) return BrokenRule{"no date", "an event has a date"};
  const Parsed<DateSpan> span = parse_date_span(text, layout);
  if (!span && span.rule() == "the range ends before it begins") return BrokenRule{"range reversed", span.rule()};
  if (!span) return BrokenRule{"bad date", with_hint(span.rule(), text)};
  event.date = *span;
  return {};
}

/// A date in two columns: its beginning.
Verdict take_from(std::string_view text, DateLayout layout, Event& event) { return take_date(text, layout, event); }
/// Its end; without one, or with the same, it is the one date.
Verdict take_to(std::string_view text, DateLayout layout, Event& event) {
  if (text.empty()) return {};
  Event end;
  if (Verdict broken = take_date(text, layout, end)) return broken;
  if (end.date == event.date) return {};
  if (end.date.last < event.date.first) return BrokenRule{"range reversed", "the range ends before it begins"};
  event.date = {event.date.first, end.date.last, SpanKind::throughout, 0};
  return {};
}

/// An optional day.
Verdict take_day(std::string_view text, DateLayout layout, std::string_view reason, std::optional<Day>& into) {
  into.reset();
  if (text.empty()) return {};
  const Parsed<DateSpan> day = parse_date_span(text, layout);
  if (!day) return BrokenRule{reason, with_hint(day.rule(), text)};
  if (!day->is_exact()) return BrokenRule{reason, "it is one day, yyyy-mm-dd"};
  into = day->first;
  return {};
}
Verdict take_until(std::string_view text, DateLayout layout, Event& event) {
  return take_day(text, layout, "bad until", event.until);
}
Verdict take_reported(std::string_view text, DateLayout layout, Event& event) {
  return take_day(text, layout, "bad reported", event.reported);
}

/// An optional whole number from 1.
Verdict take_whole(std::string_view text, std::int64_t most, BrokenRule broken, std::uint32_t& into) {
  into = 1;
  if (text.empty()) return {};
  const auto number = parse_whole(text);
  if (!number || *number < 1 || *number > most) return broken;
  into = static_cast<std::uint32_t>(*number);
  return {};
}
Verdict take_count(std::string_view text, Event& event) {
  return take_whole(text, most_acts, {"bad count", "a count is a whole number from 1 to 1000000"}, event.count);
}
Verdict take_mentions(std::string_view text, Event& event) {
  return take_whole(text, std::numeric_limits<std::uint32_t>::max(),
                    {"bad mentions", "mentions are a whole number from 1"}, event.mentions);
}

Verdict take_revision(std::string_view text, Event& event) {
  event.revision.reset();
  if (text.empty()) return {};
  const auto number = parse_whole(text);
  if (!number || *number < 0 || *number > std::numeric_limits<std::uint32_t>::max())
    return BrokenRule{"bad revision", "a revision is a whole number from 0"};
  event.revision = static_cast<std::uint32_t>(*number);
  return {};
}

/// An optional number within a range.
Verdict take_number(std::string_view text, double low, double high, BrokenRule broken, std::optional<double>& into) {
  into.reset();
  if (text.empty()) return {};
  const auto number = parse_number(text);
  if (!number || *number < low || *number > high) return broken;
  into = number;
  return {};
}
Verdict take_score(std::string_view text, Event& event) {
  return take_number(text, -largest_score, largest_score,
                     {"bad score", "a score is a number with a decimal point, within ±1000000"}, event.score);
}
Verdict take_sd(std::string_view text, Event& event) {
  return take_number(text, 0, largest_score,
                     {"bad sd", "a standard deviation is a number with a decimal point, 0 to 1000000"}, event.sd);
}
Verdict take_spill(std::string_view text, Event& event) {
  std::optional<double> spill;
  Verdict verdict = take_number(text, -1, 1, {"bad spill", "a spill is a number from -1 to 1"}, spill);
  event.spill = spill.value_or(0);
  return verdict;
}

Verdict take_status(std::string_view text, Event& event) {
  const auto status = parse_status(lower(text));
  if (!status)
    return BrokenRule{"unknown status",
                      "a status is confirmed, alleged, disputed, denied, scheduled, cancelled or empty"};
  event.status = *status;
  return {};
}

Verdict take_claim(std::string_view text, Event& event) {
  const auto claim = parse_claim(lower(text));
  if (!claim) return BrokenRule{"unknown claim", "a claim is contested, uncontested or empty"};
  event.claim = *claim;
  return {};
}

Verdict take_quad(std::string_view text, Event& event) {
  event.quad.reset();
  if (text.empty()) return {};
  event.quad = parse_quad_class(lower(text));
  if (!event.quad)
    return BrokenRule{"unknown quad",
                      "a quad class is verbal_cooperation, material_cooperation, verbal_conflict or material_conflict"};
  return {};
}

Verdict take_affects(std::string_view text, Event& event) {
  event.affects.reset();
  if (text.empty()) return {};
  const Parsed<Dyad> dyad = parse_dyad(text);
  if (!dyad) return BrokenRule{"bad affects", dyad.rule()};
  event.affects = *dyad;
  return {};
}

Verdict two_actors(const Event& event) {
  if (event.source != event.target) return {};
  return BrokenRule{"source is target", "source and target differ"};
}

Verdict something_to_score(const Event& event) {
  if (!event.code.empty() || event.score) return {};
  return BrokenRule{"no code", "an event has a code or its own score"};
}

Verdict ends_after_it_begins(const Event& event) {
  if (!event.until || *event.until >= event.date.first) return {};
  return BrokenRule{"until before date", "'until' is not before the event's first day"};
}

Verdict spills_somewhere(const Event& event) {
  if (event.spill == 0 || event.affects) return {};
  return BrokenRule{"spill without affects", "a spill is the weight on the dyad that 'affects' names"};
}

Verdict is_version_of_something(const Event& event) {
  if (!event.revision || !event.id.empty()) return {};
  return BrokenRule{"revision without id", "an event without an id has no versions"};
}

constexpr std::array<ChronologyField, chronology_field_count> fields{{
    {"date", nullptr, take_date},
    {"from", nullptr, take_from},
    {"to", nullptr, take_to},
    {"source", take_source},
    {"target", take_target},
    {"event", take_text<&Event::code>},
    {"id", take_text<&Event::id>},
    {"until", nullptr, take_until},
    {"object", take_text<&Event::object>},
    {"count", take_count},
    {"issue", take_text<&Event::issue>},
    {"status", take_status},
    {"claim", take_claim},
    {"affects", take_affects},
    {"spill", take_spill},
    {"mentions", take_mentions},
    {"reported", nullptr, take_reported},
    {"revision", take_revision},
    {"source_name", take_text<&Event::source_name>},
    {"score", take_score},
    {"sd", take_sd},
    {"quad", take_quad},
    {"note", take_text<&Event::note>},
    {"url", take_text<&Event::url>},
}};

/// A rule about several fields, and the field to show when it is broken.
struct CrossRule {
  std::string_view field;
  Verdict (*look)(const Event& event);
};

constexpr std::array<CrossRule, 5> cross_rules{{
    {"target", two_actors},
    {"event", something_to_score},
    {"until", ends_after_it_begins},
    {"spill", spills_somewhere},
    {"revision", is_version_of_something},
}};

std::size_t place_of(std::string_view name) {
  std::size_t place = 0;
  while (place < fields.size() && fields[place].name != name) ++place;
  return place;
}

/// "20250926" as "2025-09-26"; anything else as it is.
std::string with_dashes(std::string_view text) {
  if (!compact_day(text)) return std::string(text);
  return fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

}  // namespace

std::span<const ChronologyField> chronology_fields() { return fields; }

std::optional<BrokenField> fill_event(const FieldTexts& texts, bool compact_days, DateLayout dates, Event& event) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!texts[i]) continue;
    const Verdict verdict = fields[i].take ? fields[i].take(*texts[i], event)
                            : compact_days ? fields[i].take_date(with_dashes(*texts[i]), dates, event)
                                           : fields[i].take_date(*texts[i], dates, event);
    if (verdict) return BrokenField{i, *verdict};
  }
  for (const CrossRule& rule : cross_rules)
    if (Verdict verdict = rule.look(event)) return BrokenField{place_of(rule.field), std::move(*verdict)};
  return {};
}

std::string_view value_of(std::string_view field) {
  const std::string_view text = trim(field);
  return text == "NA" ? std::string_view() : text;
}

}  // namespace detente::detail
