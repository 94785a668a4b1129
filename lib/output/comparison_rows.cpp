#include "output/comparison_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/output/headline.hpp"
#include "output/figures.hpp"

namespace detente {

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
  return fmt::format("{}, {} from {} to {}; {} of {}, which came {}", counted(found.pairs.size(), "pair"),
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
      "Every input goes through the same link, learnt only from outcomes complete by then; all forecasts are out of "
      "sample.",
      fmt::format("What decides is the paired difference to {}, not a column of its own and never the AUC alone: over "
                  "all pairs it mostly says which pairs are violent.",
                  found.inputs[found.against].name)};
  if (found.positive < few)
    out.push_back(fmt::format("Only {} came: too few to tell inputs apart.", counted(found.positive, "outcome")));
  if (found.pairs.size() < few_pairs)
    out.push_back(fmt::format("Only {}: an interval from resampling so few pairs is too narrow.",
                              counted(found.pairs.size(), "pair")));
  return out;
}

std::string verdict_sentence(const Comparison& found, const ComparedInput& input) {
  const std::string& best = found.inputs[found.against].name;
  if (!input.difference) {
    const bool is_best = found.against == found.best_baseline;
    return fmt::format("{} is {}.", input.name, is_best ? "the best baseline" : "what the others are held against");
  }
  const PairedDifference& d = *input.difference;
  const bool differs = d.lower > 0 || d.upper < 0, is_sure = differs && d.corrected_p < 0.05;
  const std::string than = d.lower > 0 ? "better than" : "worse than";
  const std::string says = differs ? (is_sure ? "is " : "may be ") + than : "is no better and no worse than";
  std::string out =
      fmt::format("{} {} {}: {} points {}", input.name, says, best, signed_figure(d.points, 1), interval_text(d));
  if (differs && !is_sure) out += fmt::format(", but p is {} over time", rounded(d.corrected_p, 2));
  if (differs && d.hangs_on_one_pair())
    out += fmt::format("; it hangs on {}, without which it is {}",
                       dyad_name(found.pairs[d.points > 0 ? d.least_pair : d.most_pair]),
                       signed_figure(d.points > 0 ? d.least_without : d.most_without, 1));
  if (!input.repeats.empty()) out += fmt::format("; it says what {} says", input.repeats);
  return out + ".";
}

}  // namespace detente
