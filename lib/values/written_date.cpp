#include "detente/values/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "values/written_moment.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<DateLayout, 4> layout_names{
    {{DateLayout::edtf, "edtf"}, {DateLayout::words, "words"}, {DateLayout::dmy, "dmy"}, {DateLayout::mdy, "mdy"}}};

using Edtf = Parsed<std::string>;

// ---- a moment in EDTF ----

std::string months_of(int year, int first, int last) {
  return fmt::format("[{0:04}-{1:02}..{0:04}-{2:02}]", year, first, last);
}

Edtf part_of_month(const Moment& m) {
  constexpr std::array<int, 3> first{1, 11, 21};
  const std::size_t third = static_cast<std::size_t>(m.part.number) - 1;
  if (m.part.kind != DatePart::third) return Edtf::broken("a month has an early, a mid and a late part, and no other");
  const int last = third < 2 ? first[third] + 9 : days_in_month(*m.year, *m.month);
  return fmt::format("[{0:04}-{1:02}-{2:02}..{0:04}-{1:02}-{3:02}]", *m.year, *m.month, first[third], last);
}

std::string part_of_year(const Moment& m) {
  const int n = m.part.number;
  switch (m.part.kind) {
    case DatePart::third: return months_of(*m.year, 4 * n - 3, 4 * n);
    case DatePart::quarter: return months_of(*m.year, 3 * n - 2, 3 * n);
    case DatePart::half: return months_of(*m.year, 6 * n - 5, 6 * n);
    case DatePart::season: return fmt::format("{:04}-{}", *m.year, 20 + n);
    default: return fmt::format("{:03}X", *m.year / 10);
  }
}

Edtf in_edtf(const Moment& m) {
  if (!m.year) return Edtf::broken("no year: a date has one");
  if (*m.year < 1400) return Edtf::broken("a year is within 1400 to 9999");
  if (m.day && !m.month) return Edtf::broken("a day without a month");
  if (m.month && (*m.month < 1 || *m.month > 12)) return Edtf::broken("a month is within 01 to 12");
  if (m.part.kind == DatePart::whole) {
    const std::string about = m.about ? "~" : "";
    if (m.day) return fmt::format("{:04}-{:02}-{:02}{}", *m.year, *m.month, *m.day, about);
    if (m.month) return fmt::format("{:04}-{:02}{}", *m.year, *m.month, about);
    return fmt::format("{:04}{}", *m.year, about);
  }
  if (m.day) return Edtf::broken("a day has no parts");
  if (m.part.number == 0) return Edtf::broken("a quarter or half has a number");
  return m.month ? part_of_month(m) : Edtf(part_of_year(m));
}

// ---- ranges ----

bool says_to(const DateToken& token) {
  return token.is("-") || token.is("to") || token.is("until") || token.is("till") || token.is("through");
}
bool says_now(Tokens tokens) {
  if (tokens.empty()) return true;
  constexpr std::array<std::string_view, 5> words{"present", "now", "today", "ongoing", "date"};
  return tokens.size() == 1 && std::find(words.begin(), words.end(), tokens.front().text) != words.end();
}

/// Each end of a range takes from the other what it does not say: "25–27 October 2021", "October 25–27, 2021".
void complete(Moment& from, Moment& to) {
  const bool has_own_year = from.year.has_value();
  if (!from.month && from.day) from.month = to.month;
  if (!to.month && to.day) to.month = from.month;
  if (!from.year) from.year = to.year;
  if (!to.year) to.year = from.year;
  if (has_own_year || !from.year || !from.month || !to.month) return;
  if (*from.month > *to.month) --*from.year;  // 28 December – 3 January 2022
}

/// One end as a range has it: the first or the last day of what is written.
Edtf end_of(const Moment& m, bool last) {
  if (m.about) return Edtf::broken("the ends of a range are certain, or it is one of an unknown day: [first..last]");
  Edtf edtf = in_edtf(m);
  if (!edtf || m.part.kind == DatePart::whole) return edtf;
  const Parsed<DateSpan> span = parse_date_span(*edtf);
  if (!span) return Edtf::broken(span.rule());
  return to_text(last ? span->last : span->first);
}

bool is_year_alone(const Moment& m) { return m.year && !m.month && !m.day && m.part.kind == DatePart::whole; }

Edtf in_edtf(Moment from, Moment to) {
  const bool is_day_to_month = (from.day && !from.month && !to.day) || (to.day && !to.month && !from.day);
  if (is_day_to_month) return Edtf::broken("a day without a month");
  if ((is_year_alone(from) && !to.year) || (is_year_alone(to) && !from.year))
    return Edtf::broken("a range has the year at both ends, or at the end with the month");
  complete(from, to);
  const Edtf begin = end_of(from, false), end = end_of(to, true);
  if (!begin || !end) return begin ? end : begin;
  return *begin + "/" + *end;
}

/// Nothing where one of the sides is no part of a date.
std::optional<Edtf> range_of(Tokens left, Tokens right, DateLayout layout) {
  const ParsedMoment from = moment_of(left, layout);
  if (!from) return std::nullopt;
  if (says_now(right)) {
    const Edtf begin = end_of(*from, false);
    return begin ? Edtf(*begin + "/..") : begin;
  }
  const ParsedMoment to = moment_of(right, layout);
  if (!to) return std::nullopt;
  return in_edtf(*from, *to);
}

/// Whether the dash there is one of the two of a date in numbers, 5-10-2021.
bool is_inside_date(Tokens tokens, std::size_t dash) {
  const auto joins = [&](std::size_t i) {
    return i > 0 && i + 1 < tokens.size() && tokens[i].is("-") && tokens[i - 1].kind == DateToken::number &&
           tokens[i + 1].kind == DateToken::number;
  };
  return joins(dash) && !tokens[dash].wide && (joins(dash + 2) || (dash > 2 && joins(dash - 2)));
}

/// Whether a dash with nothing behind it opens a range: after a year, 2017–, but not after a day.
bool begins_open(Tokens tokens, DateLayout layout) {
  const ParsedMoment moment = moment_of(tokens, layout);
  return moment && is_year_alone(*moment);
}

Edtf single(Tokens tokens, DateLayout layout) {
  if (tokens.empty()) return Edtf::broken("an event has a date");
  const ParsedMoment moment = moment_of(tokens, layout);
  return moment ? in_edtf(*moment) : Edtf::broken(moment.rule());
}

/// As one date; else as a range, cut at the first place where both sides are dates; else what is wrong with the one.
Edtf read(Tokens tokens, DateLayout layout) {
  if (!tokens.empty() && (tokens.front().is("since") || tokens.front().is("from"))) {
    tokens = tokens.subspan(1);
    if (const auto open = range_of(tokens, {}, layout)) return *open;
  }
  Edtf whole = single(tokens, layout);
  for (std::size_t i = 1; !whole && i < tokens.size(); ++i) {
    if (!says_to(tokens[i]) || is_inside_date(tokens, i)) continue;
    if (i + 1 == tokens.size() && !begins_open(tokens.first(i), layout)) continue;
    if (const auto range = range_of(tokens.first(i), tokens.subspan(i + 1), layout)) return *range;
  }
  return whole;
}

}  // namespace

std::string_view to_text(DateLayout layout) { return name_of(layout_names, layout); }
std::optional<DateLayout> parse_date_layout(std::string_view text) { return value_of(layout_names, text); }

Parsed<std::string> edtf_of(std::string_view written, DateLayout layout) {
  const Parsed<DateSpan> span = parse_date_span(written);
  if (span) return std::string(written);
  if (layout == DateLayout::edtf) return Edtf::broken(span.rule());
  Edtf edtf = read(date_tokens(written), layout);
  if (!edtf) return edtf;
  const Parsed<DateSpan> checked = parse_date_span(*edtf);
  return checked ? edtf : Edtf::broken(checked.rule());
}

Parsed<DateSpan> parse_date_span(std::string_view written, DateLayout layout) {
  if (layout == DateLayout::edtf) return parse_date_span(written);
  const Parsed<std::string> edtf = edtf_of(written, layout);
  return edtf ? parse_date_span(*edtf) : Parsed<DateSpan>::broken(edtf.rule());
}

}  // namespace detente
