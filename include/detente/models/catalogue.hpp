#pragma once
/// \file
/// Makes models from text: `decayed_sum half_life_verbal=21 omega=1`. The text of a model made here names every
/// parameter, so that a result can be repeated from it. A catalogue is a value that callers pass in; there is no global
/// one, and a program adds its own models to a copy.
///
/// ```cpp
/// Catalogue catalogue = Catalogue::built_in();
/// AnyModel model = catalogue.make("decayed_sum omega=1");
/// model.text();
/// // → "decayed_sum half_life_verbal=14 half_life_material=60 half_life_cooperation=30 omega=1 residue=0.25"
/// ```

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/exposure.hpp"
#include "detente/models/any_model.hpp"
#include "detente/scales/scale.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a parameter is, for messages and `detente models show`.
struct ParameterInfo {
  std::string name;
  /// "days", "points"; empty without one.
  std::string unit;
  std::string standard;  ///< default, as text
  /// "> 0", "0 … 1"
  std::string range;
  /// In a clause, for people.
  std::string meaning;
  /// Other values that one might reasonably choose; the sensitivity envelope tries each alone. Half-lives (parameters
  /// named half_life…) need none: they are halved and doubled together.
  std::vector<std::string> alternatives = {};
  /// The same, relative to the value in use: added to it (not below 0), or multiplied by it.
  std::vector<double> shifts = {};
  /// Multiplied by the value in use.
  std::vector<double> factors = {};
};

/// Parameters as written or by default; all that the entry lists are present. Threads: any number may use an object at
/// once.
class ModelParameters {
 public:
  /// By name, as text.
  explicit ModelParameters(std::map<std::string, std::string> values) : values_(std::move(values)) {}
  /// Throws `std::invalid_argument` naming parameter and text if it is not a number.
  double number(const std::string& name) const;
  /// The same, or "inf".
  double number_or_infinity(const std::string& name) const;
  PeriodKind period(const std::string& name) const;
  /// As written. Throws `std::out_of_range` for a name that the entry does not list.
  const std::string& text(const std::string& name) const { return values_.at(name); }

 private:
  std::map<std::string, std::string> values_;
};

/// A model that can be made from text.
struct ModelEntry {
  std::string name;
  /// One sentence, for a list.
  std::string summary;
  /// For people.
  std::string formula;
  std::string source;
  std::vector<ParameterInfo> parameters;
  /// Makes the model; `text` is its full text. Throws `std::invalid_argument` for values out of range.
  std::function<AnyModel(const ModelParameters& parameters, std::string text)> make;
  /// The scale its level is usually read on, as `parse_scale` reads it.
  std::string scale = "softsign";
};

/// Models by name. Threads: any number may read an object at once, and one alone may change it.
class Catalogue {
 public:
  /// decayed_sum, two_speed, latent_level, decayed_mean, period_sum, period_mean, period_count, window_mean,
  /// conflict_share, saturating. `log_totals` are the daily totals of a whole log, for the model that divides by them
  /// (`conflict_share denominator=log`); without them, making that model throws.
  static Catalogue built_in(const std::optional<Exposure>& log_totals = {});

  /// Adds an entry, or replaces the one with its name.
  void add(ModelEntry entry);
  /// In the order in which they were added.
  std::span<const ModelEntry> entries() const& noexcept { return entries_; }
  /// Not for a temporary catalogue: the entries would be gone with it.
  std::span<const ModelEntry> entries() const&& = delete;
  /// The entry of that name, or nullptr.
  const ModelEntry* find(std::string_view name) const;

  /// Throws `std::invalid_argument` for an unknown model or parameter (with the known ones) or a bad value.
  AnyModel make(std::string_view text) const;

  /// The scale that a model's level is usually read on, by the model's text: sums need a bounded scale (softsign),
  /// while means and latent levels stay within the range of the scores (linear). softsign for a model that is not in
  /// the catalogue.
  Scale usual_scale(std::string_view text) const;

  /// The texts of models that differ from this one in one choice, each with a note of the change. Empty for a model
  /// that is not in the catalogue.
  struct Variant {
    /// "half_life_verbal 14 → 28"
    std::string change;
    /// Of the model with the change.
    std::string text;
  };
  /// O(choices of the model).
  std::vector<Variant> variants(std::string_view text) const;

 private:
  std::vector<ModelEntry> entries_;
};

}  // namespace detente
#pragma GCC visibility pop
