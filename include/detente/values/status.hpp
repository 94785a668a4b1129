#pragma once
/// \file
/// How certain it is that an act occurred (status), and whether its content is denied (claim). The two are kept apart:
/// a contested accusation was still made, at full weight; a disputed strike may not have happened at all.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "detente/ground/parsed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Whether the act occurred.
enum class Status : std::uint8_t { confirmed, alleged, disputed, denied, scheduled, cancelled };
/// How many there are.
inline constexpr std::size_t status_count = 6;

/// Whether the content of an accusation is denied. Changes no weight.
enum class Claim : std::uint8_t { uncontested, contested };

/// "confirmed", "alleged", "disputed", "denied", "scheduled", "cancelled"
std::string_view to_text(Status status);
/// "uncontested", "contested"
std::string_view to_text(Claim claim);
/// Empty text is confirmed.
std::optional<Status> parse_status(std::string_view text);
/// Empty text is uncontested.
std::optional<Claim> parse_claim(std::string_view text);

/// Probability that an act of each status occurred: confirmed 1, alleged 0.7, disputed 0.5, denied 0.5, scheduled 0
/// (until a later version confirms it), cancelled 0. The values are our judgement; each can be set.
struct StatusWeights {
  std::array<double, status_count> probability{1.0, 0.7, 0.5, 0.5, 0.0, 0.0};

  /// The probability, 0 to 1, that an act of this status occurred.
  double operator[](Status s) const { return probability[static_cast<std::size_t>(s)]; }
  friend bool operator==(const StatusWeights&, const StatusWeights&) = default;
};

/// "confirmed=1,alleged=0.7,…"
std::string to_text(const StatusWeights& weights);
/// Reads "disputed=0.4,alleged=0.8" over the defaults.
Parsed<StatusWeights> parse_status_weights(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
