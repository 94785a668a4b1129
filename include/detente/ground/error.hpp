#pragma once
/// \file
/// How détente reports that something is wrong. There are three kinds of error, told apart by type:
///
/// | kind | thrown as | says |
/// |---|---|---|
/// | misuse of the library | `std::invalid_argument` | field, value, rule |
/// | input that cannot be used | `InputError` | file, what was found, what to do |
/// | the operating system refused | `std::system_error` | path |
///
/// A single bad row is none of these: it is counted (see readers/damage.hpp) and the good rows around it survive.

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace detente {

/// The input as a whole cannot be used: an unknown format, an unknown dyad or codebook, more rejected rows than
/// allowed.
///
/// ```cpp
/// const InputError error("t.csv: no column 'source'", "ReadOptions::columns");
/// error.what();       // → "t.csv: no column 'source'; see ReadOptions::columns"
/// error.message();    // → "t.csv: no column 'source'"
/// error.field();      // → "ReadOptions::columns"
/// ```
///
/// Threads: any number may use an object at once.
class InputError : public std::runtime_error {
 public:
  /// Without a field through which a caller can fix it.
  explicit InputError(const std::string& message) : InputError(message, {}) {}
  /// `field` is the one through which a caller can fix it. A program with options of its own prints `message()` and
  /// names its option instead.
  InputError(const std::string& message, std::string_view field);

  /// What is wrong, without the field.
  const std::string& message() const noexcept { return text_->message; }
  /// Empty if there is none.
  const std::string& field() const noexcept { return text_->field; }

 private:
  struct Text {
    std::string message, field;
  };
  std::shared_ptr<const Text> text_;  // shared, so that copying cannot throw
};

/// Throws `std::invalid_argument` reading "FIELD = VALUE: RULE".
[[noreturn]] void throw_invalid(std::string_view field, std::string_view value, std::string_view rule);
/// The same for a number, written in its shortest form.
[[noreturn]] void throw_invalid(std::string_view field, double value, std::string_view rule);

/// Throws unless `value` is finite and within [low, high]; the rule names the range and the unit.
void require_within(std::string_view field, double value, double low, double high, std::string_view unit = {});

}  // namespace detente
