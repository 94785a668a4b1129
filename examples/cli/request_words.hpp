#pragma once
/// \file
/// How the words of options are read; for the sources of request.hpp alone.

#include <string>

#include "detente/ground/period.hpp"
#include "usage_error.hpp"

namespace detente::cli {

/// The value of a word that `parse` knows, or a usage error with the option's words.
template <class Parse>
auto word(const std::string& option, const std::string& text, Parse parse) {
  const auto value = parse(text);
  if (!value) throw_unknown_word(option, text);
  return *value;
}

/// The value of a text that the library parses, or a usage error with the rule that it breaks.
template <class Parse>
auto value(const std::string& option, const std::string& text, Parse parse) {
  const auto parsed = parse(text);
  if (!parsed) throw_bad_value(option, text, parsed.rule());
  return *parsed;
}

/// A day, or a period by its label.
Period period_or_day(const std::string& option, const std::string& text);

}  // namespace detente::cli
