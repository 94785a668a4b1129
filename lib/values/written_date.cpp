#include "detente/values/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "values/date_words.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<DateLayout, 4> layout_names{
    {{DateLayout::edtf, "edtf"}, {DateLayout::words, "words"}, {DateLayout::dmy, "dmy"}, {DateLayout::mdy, "mdy"}}};

constexpr const char* twice = "one part of a date stands there twice; a range has a dash between its ends";

using Tokens = std::span<const DateToken>;
using Edtf = Parsed<std::string>;

/// What is known of a date: of one end of a range, perhaps less than it takes to be one.
struct Moment {
  std::optional<int> year, month, day;
  DatePart part;
  bool about = false;
};
using ParsedMoment = Parsed<Moment>;

/// Reads the tokens of one date from left to right.
class MomentReader {
 public:
  MomentReader(Tokens tokens, DateLayout layout) : tokens_(tokens), layout_(layout) {}

  ParsedMoment read() {
    while (at_ < tokens_.size() && rule_.empty()) take();
    return rule_.empty() ? ParsedMoment(moment_) : ParsedMoment::broken(rule_);
  }

 private:
  bool has(std::size_t ahead) const { return at_ + ahead < tokens_.size(); }
  const DateToken& token(std::size_t ahead = 0) const { return tokens_[at_ + ahead]; }
  bool is_number(std::size_t ahead) const { return has(ahead) && token(ahead).kind == DateToken::number; }

  void take() {
    if (joins(1) && joins(3) && token(1).text == token(3).text) return take_three();
    if (joins(1) && token().is_year() != token(2).is_year()) return take_two();
    if (token().kind == DateToken::number) return take_number();
    if (token().kind == DateToken::word) return take_word();
    take_sign();
  }

  /// Whether a sign stands between two numbers there.
  bool joins(std::size_t sign) const {
    return is_number(sign - 1) && is_number(sign + 1) &&
           (token(sign).is("/") || token(sign).is(".") || (token(sign).is("-") && !token(sign).wide));
  }

  void take_three() {
    if (token().is_year()) {
      set(moment_.year, 0);
      set(moment_.month, 2);
      set(moment_.day, 4);
    } else if (!token(4).is_year()) {
      rule_ = "two digits do not say which century: a year has four";
    } else if (layout_ == DateLayout::words) {
      rule_ = "the layout does not say whether the day or the month stands first";
    } else {
      set(moment_.day, layout_ == DateLayout::dmy ? 0 : 2);
      set(moment_.month, layout_ == DateLayout::dmy ? 2 : 0);
      set(moment_.year, 4);
      if (moment_.month.value_or(1) > 12 && moment_.day.value_or(31) <= 12)
        rule_ = fmt::format("with the {} first there is no month {}", layout_ == DateLayout::dmy ? "day" : "month",
                            *moment_.month);
    }
    at_ += 5;
  }

  void take_two() {
    const bool year_first = token().is_year();
    set(moment_.year, year_first ? 0 : 2);
    set(moment_.month, year_first ? 2 : 0);
    at_ += 3;
  }

  void take_number() {
    const std::size_t digits = token().text.size();
    if (digits == 8) return take_compact();
    if (digits == 4) {
      set(moment_.year, 0);
    } else if (digits <= 2 && moment_.part.kind == DatePart::quarter && moment_.part.number == 0) {
      set_part(4);
    } else if (digits <= 2 && moment_.part.kind == DatePart::half && moment_.part.number == 0) {
      set_part(2);
    } else if (digits <= 2) {
      set(moment_.day, 0);
    } else {
      rule_ = fmt::format("'{}' is neither a day nor a year of four digits", visible(token().text));
    }
    ++at_;
  }

  /// yyyymmdd
  void take_compact() {
    const std::string& text = token().text;
    moment_.year = *parse_digits(text.substr(0, 4));
    moment_.month = *parse_digits(text.substr(4, 2));
    moment_.day = *parse_digits(text.substr(6, 2));
    ++at_;
  }

  void take_word() {
    const std::string& text = token().text;
    if (const auto month = month_named(text)) {
      if (moment_.month) rule_ = twice;
      moment_.month = month;
    } else if (const auto part = part_named(text)) {
      if (moment_.part.kind != DatePart::whole) rule_ = twice;
      moment_.part = *part;
    } else if (says_about(text)) {
      moment_.about = true;
    } else if (text == "s" && moment_.year && *moment_.year % 10 == 0) {
      if (moment_.part.kind != DatePart::whole) rule_ = twice;
      moment_.part = {DatePart::decade, 1};
    } else {
      rule_ = unknown_word(text);
    }
    ++at_;
  }

  static std::string unknown_word(std::string_view text) {
    for (const std::string_view limit : {"before", "by", "until", "after"})
      if (text == limit) return fmt::format("'{}' leaves one end open: write [first..last]", text);
    for (const std::string_view era : {"bc", "bce", "ad", "ce"})
      if (text == era) return "a year is within 1400 to 9999";
    return fmt::format("'{}' is no word of a date (months are English)", visible(text));
  }

  /// A dash, slash or full stop beside a month or a part of one: 25-Oct-2021, mid-2017, 25. October.
  void take_sign() {
    const bool is_beside_word =
        (has(1) && token(1).kind == DateToken::word) || (at_ > 0 && tokens_[at_ - 1].kind == DateToken::word);
    const bool joins_them = token().is("-") || token().is("/") || token().is(".");
    if (says_about(token().text))
      moment_.about = true;
    else if (at_ == 0 || !has(1) || !is_beside_word || !joins_them)
      rule_ = fmt::format("'{}' stands where no date has it", visible(token().text));
    ++at_;
  }

  void set(std::optional<int>& to, std::size_t ahead) {
    if (to) rule_ = twice;
    to = parse_digits(token(ahead).text);
  }
  void set_part(int most) {
    moment_.part.number = parse_digits(token().text).value_or(0);
    if (moment_.part.number < 1 || moment_.part.number > most)
      rule_ = fmt::format("quarters are 1 to 4 and halves 1 to 2, not {}", token().text);
  }

  Tokens tokens_;
  DateLayout layout_;
  std::size_t at_ = 0;
  Moment moment_;
  std::string rule_;
};

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
  const ParsedMoment from = MomentReader(left, layout).read();
  if (!from) return std::nullopt;
  if (says_now(right)) {
    const Edtf begin = end_of(*from, false);
    return begin ? Edtf(*begin + "/..") : begin;
  }
  const ParsedMoment to = MomentReader(right, layout).read();
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
  const ParsedMoment moment = MomentReader(tokens, layout).read();
  return moment && is_year_alone(*moment);
}

Edtf single(Tokens tokens, DateLayout layout) {
  if (tokens.empty()) return Edtf::broken("an event has a date");
  const ParsedMoment moment = MomentReader(tokens, layout).read();
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
