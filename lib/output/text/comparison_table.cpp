#include "detente/output/text/comparison_table.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/text_table.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/text/comparison_rows.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

TextTable columns_of(const Comparison& found) {
  const std::string& best = found.inputs[found.against].name;
  return TextTable({{"input", Align::left, 44},
                    {"gain %", Align::right},
                    {"CRPS", Align::right},
                    {"Brier", Align::right},
                    {"AUC", Align::right},
                    {"within", Align::right},
                    {"MCB", Align::right},
                    {"90 % covers", Align::right},
                    {"to " + best, Align::right},
                    {"95 % interval", Align::right},
                    {"p (Holm)", Align::right},
                    {"verdict"}});
}

std::vector<std::string> cells_of(const ComparedInput& input) {
  const InputScores& s = input.scores;
  std::vector<std::string> cells{input.name,
                                 rounded(s.gain, 1),
                                 rounded(s.crps, 3),
                                 rounded(s.reliability.brier, 4),
                                 rounded(s.auc, 2, "–"),
                                 rounded(s.auc_within, 2, "–"),
                                 rounded(s.reliability.miscalibration, 4),
                                 s.coverage ? rounded(100 * *s.coverage, 0) + "%" : ""};
  const auto& d = input.difference;
  cells.push_back(d ? signed_figure(d->points, 1) : "");
  cells.push_back(d ? interval_text(*d) : "");
  cells.push_back(d ? rounded(d->corrected_p, 3) : "");
  cells.emplace_back(to_text(input.verdict));
  return cells;
}

std::string eras(const Comparison& found) {
  std::vector<TextTable::Column> columns{{"points by era, from", Align::left, 44}};
  for (const Period& era : found.eras) columns.push_back({era.label(), Align::right});
  TextTable out(columns);
  for (const ComparedInput* input : best_first(found)) {
    if (!input->difference) continue;
    std::vector<std::string> cells{input->name};
    for (const double points : input->difference->by_era) cells.push_back(signed_figure(points, 1));
    out.add(std::move(cells));
  }
  return out.text();
}

std::string making(const Provenance& p) {
  if (p.codebook.empty()) return {};
  return fmt::format("\n{} {} ({}), {}{}\n", p.codebook, p.codebook_version, p.codebook_hash, p.rules,
                     p.profile ? "; profile " + to_text(*p.profile) : "");
}

}  // namespace

std::string verdict_sentence(const Comparison& found, const ComparedInput& input) {
  const std::string& best = found.inputs[found.against].name;
  if (!input.difference) {
    const bool is_best = found.against == found.best_baseline;
    return fmt::format("{} is {}.", input.name, is_best ? "the best baseline" : "what the others are compared with");
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
  if (!input.repeats.empty()) out += fmt::format("; it ranks as {} does", input.repeats);
  return out + ".";
}

std::string comparison_table(const ComparisonView& view) {
  const Comparison& found = view.found;
  TextTable table = columns_of(found);
  for (const ComparedInput* input : best_first(found)) table.add(cells_of(*input));
  std::string out = extent_text(view) + "\n\n" + table.text() + "\n" + eras(found) + "\n";
  for (const ComparedInput* input : best_first(found))
    if (input->verdict != Verdict::baseline) out += verdict_sentence(found, *input) + "\n";
  out += "To be read with this:\n";
  for (const std::string& caveat : caveats_of(found)) out += "- " + caveat + "\n";
  return out + making(view.provenance);
}

std::string comparison_csv(const ComparisonView& view) {
  std::string out =
      "input,role,verdict,log_score,gain,crps,brier,auc,auc_within,miscalibration,discrimination,uncertainty,"
      "interval_score,coverage,points,lower,upper,least_without,least_pair,most_without,most_pair,p,p_holm,repeats\n";
  for (const ComparedInput& input : view.found.inputs) {
    const InputScores& s = input.scores;
    const bool baseline = input.verdict == Verdict::baseline;
    out +=
        fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}", csv_field(input.name), baseline ? "baseline" : "model",
                    baseline ? "" : to_text(input.verdict), shortest(s.log_score), shortest(s.gain), shortest(s.crps),
                    shortest(s.reliability.brier), shortest(s.auc), shortest(s.auc_within),
                    shortest(s.reliability.miscalibration), shortest(s.reliability.discrimination),
                    shortest(s.reliability.uncertainty), shortest(s.interval_score), shortest(s.coverage));
    if (const auto& d = input.difference)
      out += fmt::format(",{},{},{},{},{},{},{},{},{}", shortest(d->points), shortest(d->lower), shortest(d->upper),
                         shortest(d->least_without), csv_field(to_text(view.found.pairs[d->least_pair])),
                         shortest(d->most_without), csv_field(to_text(view.found.pairs[d->most_pair])),
                         shortest(d->test.p), shortest(d->corrected_p));
    else
      out += ",,,,,,,,,";
    out += "," + csv_field(input.repeats) + "\n";
  }
  return out;
}

}  // namespace detente
