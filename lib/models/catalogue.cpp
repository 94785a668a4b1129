#include "detente/models/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/models/period.hpp"
#include "ground/text_pieces.hpp"
#include "models/parameter_tables.hpp"
#include "models/rival_entries.hpp"

namespace detente {
using namespace detail;
namespace {

ModelEntry decayed_sum_entry() {
  return entry_of(
      {"decayed_sum", "accumulated strain, fading; measures in force keep a residue. Default for chronologies",
       "L = H - omega C; k(d) = 2^(-d/h); a measure in force: k(d) = r + (1-r) 2^(-d/h)", "ours"},
      decayed_sum_parameters(), [](const auto& options) { return DecayedSum(options); });
}

ModelEntry two_speed_entry() {
  return entry_of(
      {"two_speed", "acute and chronic strain of both sides together, on a log scale. Default but for chronologies",
       "L = sum of b_h [ln(1 + max(0, H - rho N)/kappa) - lambda ln(1 + C/kappa)] over h; k(d) = 2^(-d/h)",
       "ours; a documented scale, which no fit moves", "linear slope=6"},
      two_speed_parameters(), [](const auto& options) { return TwoSpeed(options); });
}

ModelEntry latent_level_entry() {
  return entry_of({"latent_level",
                   "the tone behind the reports, with its own band: silence widens it, news volume does not move it",
                   "d mu = theta (m - mu) dt + sd_level dB; a day's mean ~ N(mu, sd_day^2 + sd_event^2 / W)",
                   "Harvey 1989; Durbin & Koopman 2012; the day effect is ours", "linear"},
                  latent_level_parameters(), [](const auto& options) { return LatentLevel(options); });
}

ModelEntry decayed_mean_entry() {
  return entry_of({"decayed_mean", "how hostile the recent acts were on average; news volume does not move it",
                   "L = sum w x k / (n0 + sum w k); k(d) = 2^(-d/h); effective n = (sum wk)^2 / sum (wk)^2",
                   "ours; n0 = 0 is the time-weighted exponential mean", "linear"},
                  decayed_mean_parameters(), [](const auto& options) { return DecayedMean(options); });
}

struct PeriodOptions {
  PeriodKind every = PeriodSum().period();
};

template <class M>
ModelEntry period_entry(const Naming& naming) {
  static const Parameters<PeriodOptions> parameters{period(&PeriodOptions::every)};
  return entry_of(naming, parameters, [](const PeriodOptions& options) { return M(options.every); });
}

ModelEntry period_sum_entry() {
  return period_entry<PeriodSum>(
      {"period_sum", "sum of the points of each calendar period", "L = sum w x", "Goldstein 1992; KEDS practice"});
}

ModelEntry period_mean_entry() {
  return period_entry<PeriodMean>({"period_mean", "mean points of each calendar period; an empty period has none",
                                   "L = sum w x / sum w; standard error sqrt(s^2 / n)", "Goldstein 1992; KEDS practice",
                                   "linear"});
}

std::string names_of(std::span<const ModelEntry> entries) {
  std::vector<std::string> names;
  for (const ModelEntry& e : entries) names.push_back(e.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

const ParameterInfo& parameter_of(const ModelEntry& entry, std::string_view name) {
  std::vector<std::string> names;
  for (const ParameterInfo& p : entry.parameters) {
    if (p.name == name) return p;
    names.push_back(p.name);
  }
  throw_invalid(entry.name, name, fmt::format("is not a parameter; it has {}", fmt::join(names, ", ")));
}

}  // namespace

double ModelParameters::number(const std::string& name) const {
  const auto value = parse_number(values_.at(name));
  if (!value) throw_invalid(name, values_.at(name), "is a number");
  return *value;
}

double ModelParameters::number_or_infinity(const std::string& name) const {
  return values_.at(name) == "inf" ? std::numeric_limits<double>::infinity() : number(name);
}

PeriodKind ModelParameters::period(const std::string& name) const {
  const auto kind = parse_period_kind(values_.at(name));
  if (!kind) throw_invalid(name, values_.at(name), "is one of " + std::string(period_words));
  return *kind;
}

Catalogue Catalogue::built_in(const std::optional<Exposure>& log_totals) {
  Catalogue catalogue;
  catalogue.add(decayed_sum_entry());
  catalogue.add(two_speed_entry());
  catalogue.add(latent_level_entry());
  catalogue.add(decayed_mean_entry());
  catalogue.add(period_sum_entry());
  catalogue.add(period_mean_entry());
  add_rivals(catalogue, log_totals);
  return catalogue;
}

void Catalogue::add(ModelEntry entry) {
  const auto same = [&](const ModelEntry& e) { return e.name == entry.name; };
  if (const auto at = std::find_if(entries_.begin(), entries_.end(), same); at != entries_.end())
    *at = std::move(entry);
  else
    entries_.push_back(std::move(entry));
}

const ModelEntry* Catalogue::find(std::string_view name) const {
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const ModelEntry& e) { return e.name == name; });
  return at == entries_.end() ? nullptr : &*at;
}

namespace {

/// A parsed model text: its entry and every parameter's value, written or by default.
struct Spec {
  const ModelEntry* entry = nullptr;
  std::map<std::string, std::string> values;

  std::string text() const {
    std::string out = entry->name;
    for (const ParameterInfo& p : entry->parameters) out += fmt::format(" {}={}", p.name, values.at(p.name));
    return out;
  }
};

Spec read_spec(const Catalogue& catalogue, std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.push_back(word);
  const std::string_view name = words.empty() ? std::string_view() : words.front();
  Spec spec{catalogue.find(name), {}};
  if (!spec.entry)
    throw_invalid("model", name, fmt::format("is not known; known are {}", names_of(catalogue.entries())));
  for (const ParameterInfo& p : spec.entry->parameters) spec.values[p.name] = p.standard;
  std::set<std::string_view> written;
  for (const std::string_view word : std::span(words).subspan(1)) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) throw_invalid(spec.entry->name, word, "parameters are written name=value");
    const std::string& parameter = parameter_of(*spec.entry, word.substr(0, equals)).name;
    if (!written.insert(parameter).second) throw_invalid(spec.entry->name, parameter, "is given twice");
    spec.values[parameter] = std::string(word.substr(equals + 1));
  }
  return spec;
}

/// Nothing for a text that is not in the catalogue, since a user's model may have any name.
std::optional<Spec> spec_of(const Catalogue& catalogue, std::string_view text) {
  try {
    return read_spec(catalogue, text);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

/// Rounded, so that 0.25 + 0.1 is written 0.35.
double rounded(double value) { return std::round(value * 1e9) / 1e9; }

bool is_half_life(const ParameterInfo& p) { return p.name.starts_with("half_life"); }

/// Alternatives for a parameter whose value is `value`.
std::vector<std::string> others_of(const ParameterInfo& parameter, const std::string& value) {
  std::vector<std::string> out = parameter.alternatives;
  if (const auto now = parse_number(value)) {
    for (const double shift : parameter.shifts) out.push_back(shortest(std::max(0.0, rounded(*now + shift))));
    for (const double factor : parameter.factors) out.push_back(shortest(*now * factor));
  }
  std::erase(out, value);
  return out;
}

/// The model with all half-lives multiplied by a factor; nothing if it has none.
std::optional<Catalogue::Variant> with_half_lives(Spec spec, double factor) {
  bool any = false;
  for (const ParameterInfo& p : spec.entry->parameters) {
    const auto value = parse_number(spec.values[p.name]);
    if (!is_half_life(p) || !value) continue;
    spec.values[p.name] = shortest(*value * factor);
    any = true;
  }
  if (!any) return std::nullopt;
  return Catalogue::Variant{fmt::format("half-lives x {}", shortest(factor)), spec.text()};
}

}  // namespace

Scale Catalogue::usual_scale(std::string_view text) const {
  const ModelEntry* entry = find(text.substr(0, text.find(' ')));
  return entry ? parse_scale(entry->scale).value() : Scale();
}

AnyModel Catalogue::make(std::string_view text) const {
  const Spec spec = read_spec(*this, text);
  return spec.entry->make(ModelParameters(spec.values), spec.text());
}

std::vector<Catalogue::Variant> Catalogue::variants(std::string_view text) const {
  const std::optional<Spec> known = spec_of(*this, text);
  if (!known) return {};
  const Spec& spec = *known;
  std::vector<Variant> out;
  for (const double factor : {0.5, 2.0})
    if (auto variant = with_half_lives(spec, factor)) out.push_back(std::move(*variant));
  for (const ParameterInfo& p : spec.entry->parameters)
    for (const std::string& other : others_of(p, spec.values.at(p.name))) {
      Spec changed = spec;
      changed.values[p.name] = other;
      out.push_back({fmt::format("{}={}", p.name, other), changed.text()});
    }
  return out;
}

}  // namespace detente
