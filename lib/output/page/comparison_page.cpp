#include "detente/output/page/comparison_page.hpp"

#include <fmt/format.h>

#include "detente/output/wording/headline.hpp"
#include "output/page/page_parts.hpp"
#include "output/text/comparison_rows.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

std::string figure(const std::string& svg, std::string_view caption) {
  if (svg.empty()) return {};
  return fmt::format("<figure>\n<div class=\"chart\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n", svg,
                     escaped(caption));
}

std::string verdicts(const Comparison& found) {
  std::string out = "<ul>\n";
  for (const ComparedInput* input : best_first(found))
    if (input->verdict != Verdict::baseline) out += "<li>" + escaped(verdict_sentence(found, *input)) + "</li>\n";
  out += "</ul>\n";
  for (const std::string& caveat : caveats_of(found)) out += page::paragraph(caveat);
  return out;
}

std::string scores(const Comparison& found) {
  page::HtmlTable table(
      "Means over all forecasts, best first. Gain: of the log score over a constant. MCB: miscalibration.",
      {{"input"},
       {"gain %", true},
       {"log score", true},
       {"CRPS", true},
       {"interval score", true},
       {"90 % covers", true},
       {"Brier", true},
       {"MCB", true},
       {"AUC", true},
       {"within pairs", true},
       {"verdict"}});
  for (const ComparedInput* input : best_first(found)) {
    const InputScores& s = input->scores;
    table.add({input->name, rounded(s.gain, 1), rounded(s.log_score, 4), rounded(s.crps, 3),
               rounded(s.interval_score, 2), s.coverage ? rounded(100 * *s.coverage, 1) + " %" : "",
               rounded(s.reliability.brier, 4), rounded(s.reliability.miscalibration, 4), rounded(s.auc, 3),
               rounded(s.auc_within, 3), std::string(to_text(input->verdict))});
  }
  return table.html("Scores");
}

std::string differences(const Comparison& found) {
  std::vector<page::HtmlTable::Column> columns{
      {"input"}, {"points", true}, {"95 % interval", true}, {"p", true}, {"p (Holm)", true}};
  for (const Period& era : found.eras) columns.push_back({"from " + era.label(), true});
  columns.insert(columns.end(), {{"least without", true}, {"of"}, {"most without", true}, {"of"}});
  page::HtmlTable table("Points of gain against " + found.inputs[found.against].name +
                            ": by era, and without the pair that matters most. p: Diebold–Mariano over periods.",
                        columns);
  for (const ComparedInput* input : best_first(found)) {
    if (!input->difference) continue;
    const PairedDifference& d = *input->difference;
    std::vector<std::string> cells{input->name, signed_figure(d.points, 1), interval_text(d), rounded(d.test.p, 3),
                                   rounded(d.corrected_p, 3)};
    for (const double points : d.by_era) cells.push_back(signed_figure(points, 1));
    cells.insert(cells.end(), {signed_figure(d.least_without, 1), dyad_name(found.pairs[d.least_pair]),
                               signed_figure(d.most_without, 1), dyad_name(found.pairs[d.most_pair])});
    table.add(cells);
  }
  return table.html("Differences");
}

std::string making(const ComparisonView& view) {
  const Provenance& p = view.provenance;
  const CompareOptions& o = view.found.options;
  std::string out = page::paragraph(fmt::format(
      "Burn-in {}, of which {} warm up; the link is fitted anew every {}; {} resamplings of pairs, seed {}.",
      counted(o.rolling.burn_in, "period"), o.rolling.warm_up, counted(o.rolling.refit, "period"), o.draws, o.seed));
  if (!p.codebook.empty())
    out += page::paragraph(fmt::format("{} {} ({}); {}.", p.codebook, p.codebook_version, p.codebook_hash, p.rules));
  if (p.profile) out += page::paragraph("Source profile " + to_text(*p.profile) + ".");
  for (const std::string& source : p.sources) out += page::paragraph("Read from " + source + ".");
  return out;
}

}  // namespace

std::string comparison_page_html(const ComparisonView& view) {
  const Comparison& found = view.found;
  const std::string title = "Which input forecasts " + view.outcome + " best?";
  std::string out = page::document_head(view.provenance.version, title) + "<body>\n<main>\n";
  out += fmt::format("<header>\n<h1>{}</h1>\n<p class=\"headline\">{}</p>\n</header>\n", escaped(title),
                     escaped(extent_text(view)));
  out += verdicts(found);
  out += page::section(
      "differences", "Paired differences",
      figure(paired_differences_svg(found), "Filled: models. Hollow: baselines. Lines: 95 % by resampling pairs."));
  out += page::section("scores", "Scores", scores(found));
  out += page::section("reliability", "Reliability",
                       figure(reliability_svg(found),
                              "Horizontal: the forecast chance of at least one. Vertical: how often it occurred "
                              "(CORP). On the dashed line the two agree."));
  out += page::section(
      "pit", "Where outcomes fell",
      figure(pit_svg(found), "PIT: flat is calibrated, a hump too wide, a U too narrow, a slope biased."));
  out += page::section("robust", "By era and without single pairs", differences(found));
  out += page::section("making", "How it was made", making(view));
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace detente
