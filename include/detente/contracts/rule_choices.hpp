#pragma once
/// \file
/// The choices that coding rules offer, and how a model insists on one. A model that is defined with certain weights
/// would be another model under others, so it names the rules it requires; running it under others is an error and
/// never a silent change.

#include <cstdint>
#include <optional>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// Twice: as coded. Once: each side of one meeting that is coded from both sides counts half (`mirror_test`). Any: the
/// same for every code that is reported in both directions on one day, fighting included; the reference values that
/// `two_speed` was developed with were made this way.
enum class Mirrors : std::uint8_t { twice, once, any };
/// Weight of an event with n mentions: 1, ln(1 + n), n.
enum class Mentions : std::uint8_t { one, log, count };
/// Which daily totals the volume rule divides by: none, the whole log's, the dyad's, or a file's.
enum class Volume : std::uint8_t { none, log, dyad, file };

/// "twice", "once", "any"
std::string_view to_text(Mirrors mirrors);
/// "one", "log", "count"
std::string_view to_text(Mentions mentions);
/// "none", "log", "dyad", "file"
std::string_view to_text(Volume volume);

/// Reads the words of `to_text`; nothing for another.
std::optional<Mirrors> parse_mirrors(std::string_view text);
/// Reads the words of `to_text`; nothing for another.
std::optional<Mentions> parse_mentions(std::string_view text);

/// What a model requires of the coding rules; an empty field means that any choice will do.
struct RequiredRules {
  std::optional<Mentions> mentions = {};
  /// The volume that a model requires, if it does.
  std::optional<Volume> volume = {};
};

}  // namespace detente
#pragma GCC visibility pop
