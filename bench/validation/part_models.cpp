// (a) Severe acts of the next month, and escalation within three, by every model and baseline.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/output/page/comparison_page.hpp"
#include "output/text/comparison_rows.hpp"
#include "validation/parts.hpp"

namespace validation {
namespace {

using namespace detente;
using namespace detente::detail;

constexpr const char* hostile = "hostile events";

const ComparedInput& named(const Comparison& found, const std::string& name) {
  return *std::find_if(found.inputs.begin(), found.inputs.end(),
                       [&](const ComparedInput& input) { return input.name == name; });
}

std::string interval(const PairedDifference& d) {
  return fmt::format("{} [{}, {}]", signed_text(d.points), figure(d.lower, 1), figure(d.upper, 1));
}

std::string points_of(const std::optional<PairedDifference>& d) { return d ? interval(*d) : "–"; }

void write_scores(Document& out, const Comparison& found) {
  std::vector<std::vector<std::string>> rows;
  const auto number = [](const std::optional<double>& x, int digits) {
    return figure(x.value_or(std::nan("")), digits);
  };
  for (const ComparedInput* input : best_first(found)) {
    const InputScores& s = input->scores;
    rows.push_back({input->name, figure(s.gain, 1), number(s.crps, 3), figure(s.reliability.brier, 4), number(s.auc, 2),
                    number(s.auc_within, 2), s.coverage ? figure(100 * *s.coverage, 0) + " %" : "–",
                    points_of(input->difference), std::string(to_text(input->verdict))});
  }
  const std::string best = found.inputs[found.against].name;
  out.table({"input", "gain %", "CRPS", "Brier", "AUC", "within pairs", "90 % covers", "points to " + best + " [95 %]",
             "verdict"},
            rows);
}

/// Points with single pairs left out, and by era.
void write_ranges(Document& out, const Comparison& all, const Comparison& without) {
  std::vector<std::string> names{"points to " + all.inputs[all.against].name, "all pairs", "least, without",
                                 "greatest, without", "without ISR:PAL, fitted anew"};
  for (const Period& era : all.eras) names.push_back("from " + era.label());
  std::vector<std::vector<std::string>> rows;
  for (const ComparedInput* input : best_first(all)) {
    if (!input->difference) continue;
    const PairedDifference& d = *input->difference;
    std::vector<std::string> row{input->name, signed_text(d.points),
                                 signed_text(d.least_without) + " " + to_text(all.pairs[d.least_pair]),
                                 signed_text(d.most_without) + " " + to_text(all.pairs[d.most_pair])};
    row.push_back(points_of(named(without, input->name).difference));
    for (const double points : d.by_era) row.push_back(signed_text(points));
    rows.push_back(std::move(row));
  }
  out.table(names, rows);
}

/// With every pair, and without the one that holds most of the evidence.
struct Found {
  Comparison all, without;
};

Found found_by(const Levant& levant, ComparisonRequest request, const std::string& against) {
  request.options.against = against;
  const ComparisonColumns columns = Levant::columns(levant.events(), request);
  std::erase(request.pairs, Dyad{"ISR", "PAL"});
  const ComparisonColumns fewer = Levant::columns(levant.events(), request);
  return {compare(columns.table, columns.inputs, request.options), compare(fewer.table, fewer.inputs, request.options)};
}

void write_verdict(Document& out, const Found& to_hostile) {
  const PairedDifference all = *named(to_hostile.all, "two_speed").difference;
  const PairedDifference without = *named(to_hostile.without, "two_speed").difference;
  const bool held = all.lower > 0 && without.lower > 0;
  out.say(verdict(held, fmt::format("`two_speed` against the count of hostile events: {} points; without ISR:PAL, {}",
                                    interval(all), interval(without))));
}

void take(const Comparison& found, Summary& summary) {
  for (const ComparedInput& input : found.inputs) {
    summary.rows[input.name].gain = input.scores.gain;
    if (input.difference) summary.rows[input.name].points = interval(*input.difference);
  }
}

void write_outcome(Document& out, const Levant& levant, const ComparisonRequest& request, const std::string& title,
                   Summary& summary) {
  out.heading(title, 3);
  const Found found = found_by(levant, request, "");
  out.say(fmt::format("{} pairs, {} months from {} to {}, {} forecasts; the outcome occurred in {}.",
                      found.all.pairs.size(), found.all.periods, found.all.first.label(), found.all.last.label(),
                      count_text(found.all.judged), count_text(found.all.positive)));
  write_scores(out, found.all);
  out.say("With pairs left out, and by era:");
  write_ranges(out, found.all, found.without);
  if (request.outcome == OutcomeChoice::severe) {
    out.picture("paired_differences.svg", paired_differences_svg(found.all),
                "Points of gain of every input against the best baseline, with 95 % intervals");
    const Found to_hostile = found_by(levant, request, hostile);
    write_verdict(out, to_hostile);
    take(found.all, summary);
    summary.to_hostile_events = interval(*named(to_hostile.all, "two_speed").difference);
  }
}

/// The same under the reference's mirror rule.
void write_mirrors(Document& out, const Levant& levant) {
  ComparisonRequest request = levant.request(all_models());
  request.scoring.rules.mirrors = Mirrors::any;
  const ComparisonColumns columns = Levant::columns(levant.events(), request);
  out.heading("The same with every code mirrored once (`--mirrors any`)", 3);
  out.say(
      "The references halve every code that both sides are reported to have used on a day; this library's default "
      "halves cooperative ones only. In the references' own table outcomes and counts go by their rule and models' "
      "levels by the library's: so mixed, it comes out to a tenth of a point from the same events (a test makes it "
      "again); here one rule holds for all, and levels that count cooperation read about a point lower. Severe acts of "
      "the next month:");
  write_scores(out, compare(columns.table, columns.inputs, request.options));
}

}  // namespace

std::string verdict(bool held, const std::string& why) {
  return fmt::format("By the plan's criterion this **{}**. {}.", held ? "held" : "failed", why);
}

void write_models(Document& out, const Levant& levant, Summary& summary) {
  out.heading("(a) Severe acts and escalation, KEDS Levant");
  out.say(
      "The development set: the parameters of `two_speed` were chosen on it. Every input goes through the same link, "
      "fitted only to what was known by then; gain is the share of the constant's log score that is saved. Severe acts "
      "come from the reports that the models read: forecasting them shows that what is reported persists.");
  ComparisonRequest request = levant.request(all_models());
  write_outcome(out, levant, request, "Severe acts of the next month", summary);
  request.outcome = OutcomeChoice::escalation;
  write_outcome(out, levant, request, "Escalation within three months", summary);
  write_mirrors(out, levant);
}

}  // namespace validation
