#pragma once
/// \file
/// A dyad: two actors and a direction. USA→COL is what the United States does to Colombia; the canonical dyad is the
/// alphabetical pair, and a direction then says which way an act went.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "detente/ground/parsed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Which way an act goes, seen from a pair (a, b): forward is a→b.
enum class Direction : std::uint8_t { forward, backward };
/// "forward" or "backward".
std::string_view to_text(Direction direction);

/// Source and target, directed.
struct Dyad {
  std::string source;
  std::string target;

  /// The alphabetical pair.
  Dyad canonical() const { return source <= target ? *this : reversed(); }
  /// The other way.
  Dyad reversed() const { return {target, source}; }
  friend auto operator<=>(const Dyad&, const Dyad&) = default;
};

/// Who acts on whom: `others`, if it is an act between others; else the pair in this direction.
Dyad who(const std::optional<Dyad>& others, Direction direction, const Dyad& pair);

/// Reads "USA:COL"; the two must differ and neither may be empty.
Parsed<Dyad> parse_dyad(std::string_view text);
/// "COL:USA"
std::string to_text(const Dyad& dyad);

}  // namespace detente
#pragma GCC visibility pop
