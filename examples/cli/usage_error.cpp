#include "usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <algorithm>

#include "detente/ground/text.hpp"
#include "option_words.hpp"

namespace detente::cli {
namespace {

std::string without_dashes(std::string_view word) {
  return std::string(word.substr(std::min(word.find_first_not_of('-'), word.size())));
}

/// Whether it may be a typing error or a word cut short: at most one edit in three letters. A word that is further off
/// is another word, and suggesting it would mislead.
bool is_slip(std::string_view word, std::string_view meant) {
  const std::string said = boost::to_lower_copy(without_dashes(word)),
                    other = boost::to_lower_copy(without_dashes(meant));
  if (said.size() >= 3 && other.starts_with(said)) return true;
  return edit_distance(said, other) <= std::max<std::size_t>(1, said.size() / 3);
}

}  // namespace

void throw_unknown_word(const std::string& option, const std::string& word, const std::vector<std::string>& known) {
  throw UsageError(
      fmt::format("{} {}: is none of {}{}", option, visible(word), fmt::join(known, ", "), did_you_mean(word, known)));
}

void throw_unknown_word(const std::string& option, const std::string& word) {
  throw_unknown_word(option, word, words_of(option));
}

void throw_bad_value(const std::string& option, const std::string& value, const std::string& rule) {
  throw UsageError(fmt::format("{} {}: {}", option, visible(value), rule));
}

void throw_conflict(const std::string& option, const std::string& other, const std::string& why) {
  throw UsageError(fmt::format("{} and {} do not go together: {}", option, other, why));
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string> near = nearest(word, known, 1);
  return near.empty() || !is_slip(word, near.front()) ? std::string()
                                                      : fmt::format("; did you mean {}?", visible(near.front()));
}

}  // namespace detente::cli
