#include "detente/questions/comparison/comparison.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <thread>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "ground/in_order.hpp"
#include "questions/comparison/baselines.hpp"
#include "questions/comparison/input_judge.hpp"
#include "questions/comparison/paired_differences.hpp"
#include "questions/comparison/same_ranks.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<Verdict, 4> verdict_names{{
    {Verdict::baseline, "baseline"},
    {Verdict::better, "better"},
    {Verdict::undecided, "undecided"},
    {Verdict::worse, "worse"},
}};

enum class Built : std::uint8_t { constant, own_history, last_value, resampled };
constexpr std::array built_in{Built::constant, Built::own_history, Built::last_value, Built::resampled};

std::string name_of(Built baseline) {
  switch (baseline) {
    case Built::constant: return "constant";
    case Built::own_history: return "own history";
    case Built::last_value: return "last value";
    case Built::resampled: break;
  }
  return "last twelve resampled";
}

/// Passes over the periods of one input, whose forecasts `take` judges; any of them may be the last.
template <class Take>
JudgedInput judged_by(const ForecastTable& table, const InputColumns& input, const CompareOptions& options,
                      const Take& take) {
  const WorkControl control = options.control.without_progress();
  InputJudge judge(table, options.rolling);
  rolling_origin(table, input, options.rolling, [&](const OriginForecasts& forecasts) {
    control.at({forecasts.period, table.periods.size(), "periods"});
    take(judge, forecasts);
  });
  return judge.finish();
}

JudgedInput judged(const ForecastTable& table, const InputColumns& input, const CompareOptions& options) {
  return judged_by(table, input, options, [](InputJudge& judge, const auto& forecasts) { judge.take(forecasts); });
}

JudgedInput judged(const ForecastTable& table, Built baseline, const CompareOptions& options) {
  if (baseline == Built::constant) return judged(table, InputColumns{}, options);
  if (baseline == Built::own_history) return judged(table, own_history(table), options);
  if (baseline == Built::last_value) return judged(table, last_value(table), options);
  return judged_by(table, {}, options, [](InputJudge& judge, const auto& constant) { judge.take_resampled(constant); });
}

/// Baselines first, then as given.
std::vector<const InputColumns*> in_order(std::span<const InputColumns> inputs) {
  std::vector<const InputColumns*> out;
  for (const bool baseline : {true, false})
    for (const InputColumns& input : inputs)
      if (input.baseline == baseline) out.push_back(&input);
  return out;
}

void check(const CompareOptions& options, std::span<const InputColumns> inputs) {
  if (options.draws < 20) throw_invalid("draws", std::to_string(options.draws), "is at least 20");
  if (options.eras == 0) throw_invalid("eras", "0", "is at least 1");
  if (!std::is_sorted(options.era_begins.begin(), options.era_begins.end()))
    throw_invalid("era_begins", "out of order", "is ascending");
  std::set<std::string> names;
  for (const Built baseline : built_in) names.insert(name_of(baseline));
  for (const InputColumns& input : inputs) {
    if (input.features.empty()) throw_invalid(input.name, "no feature", "has at least one; the constant is there");
    if (!names.insert(input.name).second) throw_invalid("name", input.name, "is no other input's");
  }
  if (!options.against.empty() && !names.contains(options.against))
    throw_invalid("against", options.against, fmt::format("is one of {}", fmt::join(names, ", ")));
}

std::vector<JudgedInput> judge_all(const ForecastTable& table, const std::vector<const InputColumns*>& inputs,
                                   const CompareOptions& options) {
  std::vector<JudgedInput> out;
  const auto take = [number = std::size_t{0}, count = built_in.size() + inputs.size()]() mutable {
    return number < count ? std::optional(number++) : std::nullopt;
  };
  const auto work = [&](std::size_t i) {
    return i < built_in.size() ? judged(table, built_in[i], options)
                               : judged(table, *inputs[i - built_in.size()], options);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  work_in_order(options.threads == 0 ? cores : options.threads, take, work, [&](JudgedInput&& input) {
    out.push_back(std::move(input));
    options.control.at({out.size(), built_in.size() + inputs.size(), "inputs"});
  });
  return out;
}

// ---- inputs that repeat a baseline ----

std::vector<std::size_t> sampled_rows(const ForecastTable& table, std::size_t first_period) {
  constexpr std::size_t most = 20'000;
  std::vector<std::size_t> rows;
  for (std::size_t i = first_period * table.pairs.size(); i < table.origins(); ++i)
    if (!std::isnan(table.outcomes[i])) rows.push_back(i);
  const std::size_t stride = rows.size() / most + 1;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows.size(); i += stride) out.push_back(rows[i]);
  return out;
}

struct NamedRanks {
  std::string name;
  std::vector<double> ranks;
};

/// The ranks of the baselines, column by column.
std::vector<NamedRanks> baseline_ranks(const ForecastTable& table, const std::vector<const InputColumns*>& inputs,
                                       std::span<const std::size_t> rows) {
  std::vector<NamedRanks> out;
  const InputColumns own = own_history(table);
  for (std::size_t f = 0; f < own.features.size(); ++f)
    out.push_back({std::string(own_history_column(f)), ranks_at(own.features[f], rows)});
  for (const InputColumns* input : inputs)
    if (input->baseline && input->features.size() == 1)
      out.push_back({input->name, ranks_at(input->features.front(), rows)});
  return out;
}

void name_repeats(Comparison& out, const ForecastTable& table, const std::vector<const InputColumns*>& inputs) {
  const std::vector<std::size_t> rows = sampled_rows(table, out.options.rolling.burn_in);
  const std::vector<NamedRanks> baselines = baseline_ranks(table, inputs, rows);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i]->baseline || inputs[i]->features.size() != 1) continue;
    const std::vector<double> own = ranks_at(inputs[i]->features.front(), rows);
    for (const NamedRanks& baseline : baselines)
      if (same_ranks(own, baseline.ranks)) {
        out.inputs[built_in.size() + i].repeats = baseline.name;
        break;
      }
  }
}

// ---- the result ----

Verdict verdict_of(const PairedDifference& difference) {
  if (difference.corrected_p >= 0.05) return Verdict::undecided;
  if (difference.lower > 0) return Verdict::better;
  return difference.upper < 0 ? Verdict::worse : Verdict::undecided;
}

void describe(Comparison& out, const ForecastTable& table, const CompareOptions& options) {
  out.kind = table.kind;
  out.options = options;
  out.options.control = {};
  out.pairs = table.pairs;
  out.first = table.periods[options.rolling.burn_in];
  out.last = table.periods.back();
  out.periods = table.periods.size() - options.rolling.burn_in;
  for (std::size_t i = options.rolling.burn_in * table.pairs.size(); i < table.origins(); ++i) {
    out.judged += std::isnan(table.outcomes[i]) ? 0U : 1U;
    out.positive += table.outcomes[i] > 0 ? 1U : 0U;
  }
  if (out.judged == 0)
    throw_invalid("outcomes", "none after the burn-in", "there is one to judge forecasts by, at least");
  for (std::size_t era = 0; era < era_count(options); ++era)
    out.eras.push_back(table.periods[std::min(era_begin(table, options, era), table.periods.size() - 1)]);
}

void add_inputs(Comparison& out, const std::vector<const InputColumns*>& inputs, std::vector<JudgedInput>& judged) {
  const double constant = judged.front().scores.log_score;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    ComparedInput input;
    const InputColumns* own = i < built_in.size() ? nullptr : inputs[i - built_in.size()];
    input.name = own ? own->name : name_of(built_in[i]);
    if (!own || own->baseline) input.verdict = Verdict::baseline;
    judged[i].scores.gain = constant > 0 ? 100 * (1 - judged[i].scores.log_score / constant) : 0;
    input.scores = std::move(judged[i].scores);
    if (input.verdict == Verdict::baseline &&
        (i == 0 || input.scores.log_score < out.inputs[out.best_baseline].scores.log_score))
      out.best_baseline = i;
    out.inputs.push_back(std::move(input));
  }
}

std::size_t reference_of(const Comparison& out) {
  const auto named = [&](const ComparedInput& input) { return input.name == out.options.against; };
  const auto at = std::find_if(out.inputs.begin(), out.inputs.end(), named);
  return at == out.inputs.end() ? out.best_baseline : static_cast<std::size_t>(at - out.inputs.begin());
}

}  // namespace

std::string_view to_text(Verdict verdict) { return name_of(verdict_names, verdict); }

Comparison compare(const ForecastTable& table, std::span<const InputColumns> inputs, const CompareOptions& options) {
  require_sound(table);
  require_sound(options.rolling, table);
  check(options, inputs);
  const std::vector<const InputColumns*> ordered = in_order(inputs);
  Comparison out;
  describe(out, table, options);
  std::vector<JudgedInput> judged = judge_all(table, ordered, options);
  add_inputs(out, ordered, judged);
  out.against = reference_of(out);
  const auto differences = paired_differences(table, judged, {out.against, 0}, options);
  for (std::size_t i = 0; i < differences.size(); ++i) {
    if (i == out.against) continue;
    out.inputs[i].difference = differences[i];
    if (out.inputs[i].verdict != Verdict::baseline) out.inputs[i].verdict = verdict_of(differences[i]);
  }
  name_repeats(out, table, ordered);
  return out;
}

}  // namespace detente
