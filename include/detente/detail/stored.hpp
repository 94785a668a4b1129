#pragma once
/// \file
/// States as bytes: each field a word of 64 bits, lowest byte first, and last a word that checks them all and what they
/// are of. So bytes are the same on every machine and keep every bit (NaN, infinity, −0); what was cut, lengthened,
/// changed, or is of another kind is refused and never read as some other state. There is no version: who stores states
/// stores beside them what made them.
///
/// ```cpp
/// double sum = 1.5;
/// bool observed = true;
/// const std::string bytes = stored("decayed_mean", std::tie(day, sum, observed));
/// restore(bytes, "decayed_mean", std::tie(day, sum, observed));
/// ```
///
/// Complexity: O(bytes).

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente::detail {

inline std::uint64_t to_word(double field) noexcept { return std::bit_cast<std::uint64_t>(field); }
inline std::uint64_t to_word(Day field) noexcept { return static_cast<std::uint64_t>(std::int64_t{field.value}); }
inline std::uint64_t to_word(bool field) noexcept { return field ? 1 : 0; }

inline void from_word(std::uint64_t word, double& field) noexcept { field = std::bit_cast<double>(word); }
inline void from_word(std::uint64_t word, Day& field) noexcept { field.value = static_cast<std::int32_t>(word); }
inline void from_word(std::uint64_t word, bool& field) noexcept { field = word != 0; }

void append_word(std::string& bytes, std::uint64_t word);
/// The word at the front, which is taken off; 0 where the bytes are too few.
std::uint64_t take_word(std::string_view& bytes) noexcept;

/// The bytes with their check, which holds the kind too.
std::string sealed(std::string_view kind, std::string bytes);
/// The bytes without their check. Throws `std::invalid_argument` unless `sealed` made them of this kind.
std::string_view unsealed(std::string_view kind, std::string_view bytes);
[[noreturn]] void throw_not_stored(std::string_view kind, std::size_t bytes);

/// The fields, a tuple of references to doubles, days and truth values, as bytes of this kind.
template <class... Fields>
std::string stored(std::string_view kind, const std::tuple<Fields...>& fields) {
  std::string bytes;
  bytes.reserve(8 * (sizeof...(Fields) + 1));
  std::apply([&](const auto&... field) { (append_word(bytes, to_word(field)), ...); }, fields);
  return sealed(kind, std::move(bytes));
}

/// Sets the fields to what was stored. Throws `std::invalid_argument` for bytes that are not of as many fields and of
/// this kind, and then sets none.
template <class... Fields>
void restore(std::string_view bytes, std::string_view kind, const std::tuple<Fields&...>& fields) {
  std::string_view words = unsealed(kind, bytes);
  if (words.size() != 8 * sizeof...(Fields)) throw_not_stored(kind, bytes.size());
  std::apply([&](auto&... field) { (from_word(take_word(words), field), ...); }, fields);
}

}  // namespace detente::detail
#pragma GCC visibility pop
