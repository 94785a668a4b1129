#pragma once
/// \file
/// The identity of an event: a stable 64-bit key. It never depends on a file's name, on the order of files or rows, or
/// on how they are compressed and split.
///
/// | the event has | its key comes from | rows that share it are |
/// |---|---|---|
/// | an id of a chronology | (source name, id) | versions of one event; its day and its actors may change |
/// | an id of a machine-coded source | (family, id, source, target, first day), as written | reports of one act |
/// | no id | all its content, and an occurrence number | two events with the same content |
///
/// Events of a dyad are ordered by (day, key), and random draws use the key; the row number is provenance only.

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// 64 bits that name an event whatever its place: by identity, or by content and occurrence.
struct EventKey {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(EventKey, EventKey) = default;
};

/// What an id of a source identifies.
enum class IdScope : std::uint8_t {
  event,   ///< one event for good, as in a coder's own numbering
  report,  ///< one act between two actors on one day: machines reuse numbers and code one sentence several times
};

/// The source of some ids: the name of a coder's source or of a family of data sets, never of a file.
struct IdSource {
  std::string name = {};
  /// What an id of the source names.
  IdScope scope = IdScope::event;

  IdSource() = default;
  /// A name will do.
  IdSource(std::string_view source, IdScope what = IdScope::event) : name(source), scope(what) {}  // NOLINT: a name
  /// A name will do.
  IdSource(const char* source, IdScope what = IdScope::event) : name(source), scope(what) {}  // NOLINT: will do
};

/// Key of an event with an id of this source.
EventKey key_of_id(std::string_view source_name, std::string_view id);

}  // namespace detente
#pragma GCC visibility pop

/// A key's hash.
template <>
struct std::hash<detente::EventKey> {
  /// Its own bits.
  std::size_t operator()(detente::EventKey key) const noexcept { return key.value; }
};
