#include "detente/live/watch/alarm_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

#include "detente/ground/number.hpp"

namespace detente {
namespace {

constexpr double margin_of_a_mark = 5;
constexpr AlarmRule usual_thaw{AlarmKind::thaw, 5, 30, 2.5};
constexpr std::int32_t most_days_of_a_movement = 36'500;

constexpr std::string_view alarm_grammar =
    "is written index>75, index<20, 'rise>5 in 7d', 'fall>5 in 7d', thaw or 'thaw>5 in 30d'; 'until Y' may follow";

double usual_end(AlarmKind kind, double threshold) {
  if (kind == AlarmKind::above) return threshold - margin_of_a_mark;
  if (kind == AlarmKind::below) return threshold + margin_of_a_mark;
  return threshold / 2;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// The front of a text, taken off piece by piece.
class Front {
 public:
  explicit Front(std::string_view text) : text_(text) {}
  bool empty() const { return text_.empty(); }

  bool take(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  std::optional<double> number() {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789"), text_.size());
    const auto out = parse_number(text_.substr(0, end));
    if (out) text_.remove_prefix(end);
    return out;
  }

 private:
  std::string_view text_;
};

std::optional<AlarmKind> take_kind(Front& text) {
  constexpr std::array<std::pair<std::string_view, AlarmKind>, 5> words{{{"index>", AlarmKind::above},
                                                                         {"index<", AlarmKind::below},
                                                                         {"rise>", AlarmKind::rise},
                                                                         {"fall>", AlarmKind::fall},
                                                                         {"thaw", AlarmKind::thaw}}};
  for (const auto& [word, kind] : words)
    if (text.take(word)) return kind;
  return std::nullopt;
}

/// " in 7d"; nothing if it is not there.
std::optional<std::int32_t> take_days(Front& text) {
  if (!text.take("in")) return std::nullopt;
  const auto days = text.number();
  if (!days || *days != std::floor(*days) || *days < 1 || *days > most_days_of_a_movement || !text.take("d"))
    return std::nullopt;
  return static_cast<std::int32_t>(*days);
}

/// What follows the kind; false if it is not as written in `alarm_grammar`.
bool take_numbers(Front& text, AlarmRule& rule) {
  if (rule.kind == AlarmKind::thaw && !text.take(">")) {
    rule = usual_thaw;
    return true;
  }
  const auto threshold = text.number();
  if (!threshold) return false;
  rule.threshold = *threshold;
  rule.until = usual_end(rule.kind, rule.threshold);
  if (!rule.is_movement()) return true;
  const auto days = take_days(text);
  rule.days = days.value_or(0);
  return days.has_value();
}

bool take_until(Front& text, AlarmRule& rule) {
  if (!text.take("until")) return true;
  const auto until = text.number();
  rule.until = until.value_or(0);
  return until.has_value();
}

std::string_view word_of_kind(AlarmKind kind) {
  constexpr std::array<std::string_view, 5> words{"index>", "index<", "rise>", "fall>", "thaw>"};
  return words.at(static_cast<std::size_t>(kind));
}

}  // namespace

bool AlarmRule::holds_at(double value) const noexcept {
  return kind == AlarmKind::below ? value < threshold : value > threshold;
}

bool AlarmRule::is_over_at(double value) const noexcept {
  return kind == AlarmKind::below ? value > until : value < until;
}

Parsed<AlarmRule> parse_alarm(std::string_view text) {
  const std::string words = without_blanks(text);
  Front front(words);
  AlarmRule rule;
  const auto kind = take_kind(front);
  rule.kind = kind.value_or(AlarmKind::above);
  if (!kind || !take_numbers(front, rule) || !take_until(front, rule) || !front.empty())
    return Parsed<AlarmRule>::broken(std::string(alarm_grammar));
  if (rule.is_movement() && !(rule.threshold > 0))
    return Parsed<AlarmRule>::broken("a movement is of more than 0 points: write fall for one downward");
  if (rule.holds_at(rule.until))
    return Parsed<AlarmRule>::broken(fmt::format("it cannot be over ({}) while it holds", shortest(rule.until)));
  return rule;
}

std::string to_text(const AlarmRule& rule) {
  if (rule == usual_thaw) return "thaw";
  std::string out = fmt::format("{}{}", word_of_kind(rule.kind), shortest(rule.threshold));
  if (rule.is_movement()) out += fmt::format(" in {}d", rule.days);
  if (rule.until != usual_end(rule.kind, rule.threshold)) out += " until " + shortest(rule.until);
  return out;
}

}  // namespace detente
