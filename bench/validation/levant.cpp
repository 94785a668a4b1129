#include "validation/levant.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

#include "detente/codebooks/built_in.hpp"
#include "detente/readers/read_events.hpp"
#include "validation/data.hpp"

namespace validation {

using namespace detente;

Levant::Levant(const std::filesystem::path& events, const std::filesystem::path& pairs)
    : events_(std::move(read_events(events, {.brief = true}).log)) {
  std::ifstream in(pairs);
  std::set<Dyad> found;
  for (std::string line; std::getline(in, line);)
    if (line.find(':') != std::string::npos) found.insert(dyad_of(line));
  if (found.empty()) throw std::runtime_error("no pair in " + pairs.string());
  pairs_.assign(found.begin(), found.end());
}

ComparisonRequest Levant::request(std::vector<ForecastInput> inputs) const {
  ComparisonRequest out{.scoring = {.codebook = built_in_codebook("gdelt"),
                                    .model = Catalogue::built_in().make("two_speed"),
                                    .rules = CodingRules::machine_coded(),
                                    .own_scores = false},
                        .inputs = std::move(inputs)};
  out.pairs = pairs_;
  out.from = Day::from_civil(1979, 4, 1);
  out.to = Day::from_civil(2011, 12, 1);
  out.options.rolling = {.burn_in = burn_in_months, .refit = 6, .warm_up = warm_up_months};
  out.options.era_begins = {Day::from_civil(1990, 1, 1), Day::from_civil(2000, 1, 1)};
  return out;
}

ComparisonColumns Levant::columns(const EventLog& events, const ComparisonRequest& request) {
  DyadRows pairs(ActorTable({{.actor = "PSE", .parent = "PAL"}, {.actor = "USR", .parent = "RUS"}}, RollUp::cameo));
  pairs.finish(events, 2);
  return comparison_columns(pairs, request);
}

ForecastInput model_input(const std::string& name, const std::string& text) {
  const Catalogue catalogue = Catalogue::built_in();
  ForecastInput out = level_input(catalogue, catalogue.make(text));
  out.name = name;
  return out;
}

std::vector<ForecastInput> all_models() {
  const Catalogue catalogue = Catalogue::built_in();
  std::vector<ForecastInput> out{event_count_input(), hostile_count_input()};
  for (const ModelEntry& entry : catalogue.entries()) {
    out.push_back(model_input(entry.name, entry.name));
    if (entry.name == "two_speed") out.push_back(strain_input("two_speed, its two parts", catalogue.make(entry.name)));
  }
  out.push_back(model_input("hostile sum, half-life 60 days", fading_sum));
  return out;
}

const InputColumns& input_named(const ComparisonColumns& columns, const std::string& name) {
  const auto at = std::find_if(columns.inputs.begin(), columns.inputs.end(),
                               [&](const InputColumns& input) { return input.name == name; });
  if (at == columns.inputs.end()) throw std::runtime_error("no input " + name);
  return *at;
}

}  // namespace validation
