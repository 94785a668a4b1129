#pragma once
/// \file
/// What the README shows of the validation, gathered from its parts.

#include <limits>
#include <map>
#include <string>

namespace validation {

struct SummaryRow {
  double gain = std::numeric_limits<double>::quiet_NaN();
  std::string points;                                          ///< to own history, with its interval
  double disputes = std::numeric_limits<double>::quiet_NaN();  ///< AUC within pairs
  double onsets = std::numeric_limits<double>::quiet_NaN();
  std::string crises;  ///< "18 of 30"
};

struct Summary {
  std::map<std::string, SummaryRow> rows;  ///< by input
  std::string to_hostile_events;           ///< two_speed's points, with their interval
};

/// The block of the README, table and sentences; its markers are the README's.
std::string readme_block(const Summary& summary);
/// The text with the block between its markers. Throws `std::runtime_error` if there are none.
std::string with_block(const std::string& text, const std::string& block);

}  // namespace validation
