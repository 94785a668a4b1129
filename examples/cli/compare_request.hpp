#pragma once
/// \file
/// What `detente compare` is asked, from its words to the library's request.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "detente/questions/comparison/comparison_columns.hpp"
#include "kind.hpp"
#include "options.hpp"

namespace detente::cli {

struct ComparisonWords {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  bool all = false;
  std::vector<std::string> dyads;
  std::string models = "all", outcome = "severe";
  std::size_t refit = RollingOptions{}.refit, burn_in = RollingOptions{}.burn_in, lag = 0;
  std::size_t least_events = 200;  // as the outside validation has it
  std::optional<std::size_t> warm_up;
  std::uint32_t draws = CompareOptions{}.draws;
  std::string against;
  std::uint64_t seed = CompareOptions{}.seed;

  bool names_file() const { return outcome != "severe" && outcome != "escalation"; }
};

/// The group of these options in the help.
inline constexpr const char* comparison_group = "Comparison";
void add_comparison(CLI::App& app, ComparisonWords& words);

/// Everything about the comparison. `totals` are those of the whole log, for a model that is measured against them;
/// empty before a file is read.
ComparisonRequest comparison_request(const ComparisonWords& words, const FileKind& kind,
                                     const std::function<Exposure()>& totals);

/// The models that are compared, by their texts.
std::vector<std::string> compared_models(const ComparisonWords& words);

}  // namespace detente::cli
