#pragma once
/// \file
/// How détente says that something is wrong. Three kinds, told apart by type:
///
/// | kind | thrown as | says |
/// |---|---|---|
/// | misuse of the library | `std::invalid_argument` | field, value, rule |
/// | input that cannot be used | `InputError` | file, what was found, what to do |
/// | the operating system refused | `std::system_error` | path |
///
/// A single bad row is none of these: it is counted (see readers/damage.hpp) and the good rows around it survive.

#include <stdexcept>
#include <string>
#include <string_view>

namespace detente {

/// Input as a whole cannot be used: an unknown format, an unknown dyad or codebook, more rejected rows than allowed.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws `std::invalid_argument` reading "FIELD = VALUE: RULE".
[[noreturn]] void throw_invalid(std::string_view field, std::string_view value, std::string_view rule);
/// The same for a number, written in its shortest form.
[[noreturn]] void throw_invalid(std::string_view field, double value, std::string_view rule);

/// Throws unless `value` is finite and within [low, high]; the rule names the range and the unit.
void require_within(std::string_view field, double value, double low, double high, std::string_view unit = {});

}  // namespace detente
