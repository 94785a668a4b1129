#pragma once
/// \file
/// How détente reports that something is wrong. There are three kinds of error, told apart by type:
///
/// | kind | thrown as | says |
/// |---|---|---|
/// | misuse of the library | `std::invalid_argument` | field, value, rule |
/// | input that cannot be used | `InputError` | file, what was found, what to do |
/// | the operating system refused | `std::system_error` | path |
/// | the caller asked to stop | `Stopped` (work_control.hpp) | how far the work had come |
///
/// Words are for people and may change. A program that reacts switches on the code, which every refusal has:
///
/// ```cpp
/// ErrorCode code = ErrorCode::other;
/// try {
///   read_events("none.csv");
/// } catch (const std::exception& error) {
///   code = code_of(error);
/// }
/// to_text(code);   // → "system"
/// ```
///
/// A single bad row is none of these: it is counted (see readers/damage.hpp) and the good rows around it survive.

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// What kind of refusal it is. Later versions may add kinds at the end.
enum class ErrorCode : std::uint8_t {
  other,             ///< none of these, or an exception that is not of this library
  misuse,            ///< an argument breaks its rule
  system,            ///< the operating system refused; `std::system_error::code` says why
  out_of_memory,     ///< it gave no more memory
  stopped,           ///< the caller asked to stop
  too_many_days,     ///< a limit of days was passed
  too_much_memory,   ///< a limit of memory was passed
  unknown_format,    ///< a file fits no format, or not the one that was asked for
  format_failed,     ///< a format of the program threw, or gave an event that cannot be
  no_events,         ///< nothing of what is asked about is there: no event of the pair, none that counts
  too_few,           ///< there is something, but not enough for the question
  too_many_rejects,  ///< more rows were rejected than allowed
  repeated,          ///< what may stand once stands twice: a file, an id, a code
  bad_table,         ///< a table beside the events (codebook, actors, changes, scenario, outcomes) breaks a rule
  damaged,           ///< a packed file, a store or a record is cut short or was changed
  unknown_name,      ///< a codebook, an id or another name is not known
  undecided,         ///< the files leave a choice open, or need different ones
  conflict,          ///< what is asked contradicts what was settled when a store was made
  not_built,         ///< this build lacks a part that is needed
};
/// "misuse", "too_few"
std::string_view to_text(ErrorCode code);
/// The code of that name; nothing if there is none.
std::optional<ErrorCode> parse_error_code(std::string_view text);

/// The code of any exception.
ErrorCode code_of(const std::exception& error) noexcept;

/// The input as a whole cannot be used: an unknown format, an unknown dyad or codebook, more rejected rows than
/// allowed.
///
/// ```cpp
/// const InputError error(ErrorCode::unknown_format, "t.csv: no column 'source'", "ReadOptions::columns");
/// error.what();            // → "t.csv: no column 'source'; see ReadOptions::columns"
/// to_text(error.code());   // → "unknown_format"
/// error.message();         // → "t.csv: no column 'source'"
/// error.field();           // → "ReadOptions::columns"
/// ```
///
/// Threads: any number may use an object at once.
class InputError : public std::runtime_error {
 public:
  /// Of code `other`, without a field.
  explicit InputError(const std::string& message) : InputError(ErrorCode::other, message) {}
  /// Of code `other`.
  InputError(const std::string& message, std::string_view field) : InputError(ErrorCode::other, message, field) {}
  /// `field` is the one through which a caller can fix it. A program with options of its own prints `message()` and
  /// names its option instead.
  InputError(ErrorCode code, const std::string& message, std::string_view field = {});

  /// What is refused, for programs that decide by it; `other` if that was not said.
  ErrorCode code() const noexcept { return text_->code; }
  /// What is wrong, without the field.
  const std::string& message() const noexcept { return text_->message; }
  /// Empty if there is none.
  const std::string& field() const noexcept { return text_->field; }

 private:
  struct Text {
    ErrorCode code;
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
#pragma GCC visibility pop
