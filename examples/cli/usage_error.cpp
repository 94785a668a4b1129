#include "usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/ground/text.hpp"

namespace detente::cli {

void throw_unknown_word(const std::string& option, const std::string& word, const std::vector<std::string>& known) {
  throw UsageError(
      fmt::format("{} {}: is none of {}{}", option, visible(word), fmt::join(known, ", "), did_you_mean(word, known)));
}

void throw_bad_value(const std::string& option, const std::string& value, const std::string& rule) {
  throw UsageError(fmt::format("{} {}: {}", option, visible(value), rule));
}

void throw_conflict(const std::string& option, const std::string& other, const std::string& why) {
  throw UsageError(fmt::format("{} and {} do not go together: {}", option, other, why));
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string> near = nearest(word, known, 1);
  return near.empty() ? std::string() : fmt::format("; did you mean {}?", near.front());
}

}  // namespace detente::cli
