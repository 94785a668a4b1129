#pragma once
/// \file
/// KEDS Levant as every part of the validation uses it: the 46 pairs of the references, months, and the models' levels
/// at the end of each.

#include <filesystem>
#include <string>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/questions/comparison/comparison_columns.hpp"

namespace validation {

using detente::ComparisonColumns;
using detente::ComparisonRequest;
using detente::Dyad;
using detente::DyadRows;
using detente::EventLog;
using detente::ForecastInput;
using detente::InputColumns;

/// The first months, in which sums that began empty read low; they are left out of comparisons, peaks and means.
constexpr std::size_t warm_up_months = 12;
/// Months that are learnt from before any is judged, as in the references.
constexpr std::size_t burn_in_months = 36;

class Levant {
 public:
  /// `pairs`: a file with a pair per line, which may be repeated.
  Levant(const std::filesystem::path& events, const std::filesystem::path& pairs);

  const EventLog& events() const noexcept { return events_; }
  const std::vector<Dyad>& pairs() const noexcept { return pairs_; }

  /// Codebook, rules, pairs and months of the references, with these inputs.
  ComparisonRequest request(std::vector<ForecastInput> inputs) const;
  /// The inputs' values for these events.
  static ComparisonColumns columns(const EventLog& events, const ComparisonRequest& request);

 private:
  EventLog events_;
  std::vector<Dyad> pairs_;
};

/// Every model of the catalogue at its defaults, under its name, and beside them `two_speed`'s parts and a hostile sum
/// that fades by half in 60 days.
std::vector<ForecastInput> all_models();
ForecastInput model_input(const std::string& name, const std::string& text);
inline constexpr const char* fading_sum = "decayed_sum omega=0 half_life_verbal=60 half_life_material=60";

const InputColumns& input_named(const ComparisonColumns& columns, const std::string& name);

}  // namespace validation
