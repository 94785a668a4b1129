// How much the chosen parameters of two_speed matter.

#include <fmt/format.h>

#include <cmath>

#include "validation/crises.hpp"
#include "validation/parts.hpp"

namespace validation {
namespace {

using namespace detente;

const std::vector<std::pair<std::string, std::string>> variants{
    {"as shipped: ρ .25, κ 2, λ .25, 14 and 120 days", "two_speed"},
    {"λ 0", "two_speed lambda=0"},
    {"λ .5", "two_speed lambda=0.5"},
    {"ρ .15", "two_speed rho=0.15"},
    {"ρ .35", "two_speed rho=0.35"},
    {"κ 1", "two_speed kappa=1"},
    {"κ 4", "two_speed kappa=4"},
    {"7 and 60 days", "two_speed half_life_acute=7 half_life_chronic=60"},
    {"28 and 240 days", "two_speed half_life_acute=28 half_life_chronic=240"},
};

}  // namespace

void write_sensitivity(Document& out, const Levant& levant, const std::filesystem::path& file) {
  out.heading("Sensitivity of `two_speed`");
  std::vector<ForecastInput> inputs;
  for (const auto& [name, text] : variants) inputs.push_back(model_input(name, text));
  const ComparisonRequest request = levant.request(std::move(inputs));
  const ComparisonColumns columns = Levant::columns(levant.events(), request);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  const std::vector<Crisis> crises = read_crises(file);
  std::vector<std::vector<std::string>> rows;
  for (const Monthly& series : monthly(columns)) {
    const CrisisFindings peaks = find_crises(series, crises);
    for (const ComparedInput& input : found.inputs)
      if (input.name == series.name)
        rows.push_back({input.name, figure(input.scores.gain, 1), figure(input.scores.auc.value_or(std::nan(""))),
                        figure(input.scores.auc_within.value_or(std::nan(""))), signed_text(input.difference->points),
                        fmt::format("{} of {}", peaks.found, peaks.crises.size()),
                        fmt::format("{} of {}", peaks.false_alarms, peaks.high)});
  }
  out.say("One number moved at a time, on severe acts of the next month and on the dated crises:");
  out.table({"variant", "gain %", "AUC", "within pairs", "points to " + found.inputs[found.against].name,
             "crises found", "false alarms"},
            rows);
}

}  // namespace validation
