#include "output/text/comparison_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/output/wording/headline.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail {

std::vector<const ComparedInput*> best_first(const Comparison& found) {
  std::vector<const ComparedInput*> out;
  for (const ComparedInput& input : found.inputs) out.push_back(&input);
  std::stable_sort(out.begin(), out.end(), [](const ComparedInput* a, const ComparedInput* b) {
    return a->scores.log_score < b->scores.log_score;
  });
  return out;
}

std::string extent_text(const ComparisonView& view) {
  const Comparison& found = view.found;
  return fmt::format("{}, {} from {} to {}; {} of {}, which occurred {}", counted(found.pairs.size(), "pair"),
                     counted(found.periods, std::string(to_text(found.first.kind))), found.first.label(),
                     found.last.label(), counted(found.judged, "forecast"), view.outcome,
                     found.positive == 1 ? "once" : fmt::format("{} times", found.positive));
}

std::string interval_text(const PairedDifference& difference) {
  const auto end = [](double points) { return (points < -0.05 ? "−" : "") + rounded(std::abs(points), 1); };
  return fmt::format("[{}, {}]", end(difference.lower), end(difference.upper));
}

std::vector<std::string> caveats_of(const Comparison& found) {
  constexpr std::size_t few = 30, few_pairs = 10;
  std::vector<std::string> out{
      "Every input goes through the same link, fitted only to outcomes complete by then; all forecasts are out of "
      "sample.",
      fmt::format(
          "What decides is the paired difference from {}, not a column of its own and never the AUC alone: over "
          "all pairs it mostly says which pairs are violent.",
          found.inputs[found.against].name)};
  if (found.positive < few)
    out.push_back(fmt::format("Only {} occurred: too few to tell inputs apart.", counted(found.positive, "outcome")));
  if (found.pairs.size() < few_pairs)
    out.push_back(fmt::format("Only {}: an interval from resampling so few pairs is too narrow.",
                              counted(found.pairs.size(), "pair")));
  return out;
}

}  // namespace detente::detail
