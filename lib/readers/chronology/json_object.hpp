#pragma once
/// \file
/// One line of JSON as the members of an object, each as text. It hides the library that parses JSON, so that the
/// reader is the same with and without it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

struct JsonMember {
  std::string name;
  /// The value as a chronology would have it: text without its quotes, the digits of a number, "" for null. Of anything
  /// else the JSON itself.
  std::string text = {};
  /// Whether it is text, a number or null.
  bool is_plain = true;
};

/// Why a line is not an object that can be read.
struct JsonFault {
  std::string_view reason;
  std::string rule;
};

struct JsonObject {
  /// In their order, each once; with a fault those that stand before it.
  std::vector<JsonMember> members = {};
  std::optional<JsonFault> fault = {};
};

/// Whether this détente was built with a library that reads JSON.
bool reads_json() noexcept;
/// Reads one object; a member that stands twice, and nesting deeper than 32, are faults. O(length log members).
JsonObject parse_json_object(std::string_view line);

}  // namespace detente::detail
