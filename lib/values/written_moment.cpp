#include "values/written_moment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

constexpr const char* twice = "one part of a date stands there twice; a range has a dash between its ends";

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

}  // namespace

ParsedMoment moment_of(Tokens tokens, DateLayout layout) { return MomentReader(tokens, layout).read(); }

}  // namespace detente::detail
