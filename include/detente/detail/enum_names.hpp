#pragma once
/// \file
/// The names of an enum's values, each written once, beside its value. Whatever writes and reads an enum asks here.
///
/// ```cpp
/// constexpr EnumNames<Claim, 2> names{{{Claim::uncontested, "uncontested"}, {Claim::contested, "contested"}}};
/// name_of(names, Claim::contested);   // → "contested"
/// value_of(names, "denied");          // → nothing
/// ```
///
/// Complexity: O(values).

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente::detail {

template <class Enum>
struct EnumName {
  Enum value;
  std::string_view name;
};

template <class Enum, std::size_t Count>
using EnumNames = std::array<EnumName<Enum>, Count>;

/// Empty for a number that is none of the values.
template <class Enum, std::size_t Count>
constexpr std::string_view name_of(const EnumNames<Enum, Count>& names, Enum value) noexcept {
  for (const EnumName<Enum>& each : names)
    if (each.value == value) return each.name;
  return {};
}

/// Nothing for a text that is none of the names.
template <class Enum, std::size_t Count>
constexpr std::optional<Enum> value_of(const EnumNames<Enum, Count>& names, std::string_view text) noexcept {
  for (const EnumName<Enum>& each : names)
    if (each.name == text) return each.value;
  return std::nullopt;
}

/// The names alone, for messages that list them.
template <class Enum, std::size_t Count>
constexpr std::array<std::string_view, Count> all_names(const EnumNames<Enum, Count>& names) noexcept {
  std::array<std::string_view, Count> out;
  for (std::size_t i = 0; i < Count; ++i) out[i] = names[i].name;
  return out;
}

}  // namespace detente::detail
#pragma GCC visibility pop
