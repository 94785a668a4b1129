#pragma once
/// \file
/// A command line that makes no sense. The program ends with 2 and points to the help.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace detente::cli {

class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// "--every monht: is none of day, week, month, quarter, year; did you mean month?"
[[noreturn]] void throw_unknown_word(const std::string& option, const std::string& word,
                                     const std::vector<std::string>& known);
/// The same for an option whose words are in option_words.hpp.
[[noreturn]] void throw_unknown_word(const std::string& option, const std::string& word);
/// "--from 2025-13: RULE"
[[noreturn]] void throw_bad_value(const std::string& option, const std::string& value, const std::string& rule);
/// Two options that contradict each other; names both.
[[noreturn]] void throw_conflict(const std::string& option, const std::string& other, const std::string& why);

/// "; did you mean month?", or nothing if no known word is near enough for a typing error.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace detente::cli
