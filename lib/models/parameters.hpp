#pragma once
/// \file
/// The parameters of a model, each written once: name, field, unit, range, meaning, what else one might have chosen.
/// Its default is that of its options. The constructor checks by this list, the catalogue reads texts and shows by it.
///
///     number(&O::prior, "prior", "events", {...}, "n0: prior events of score 0", {.alternatives = {"0.25", "4"}})

#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/number.hpp"
#include "detente/models/catalogue.hpp"

namespace detente::detail {

/// What a number may be, and how that is said.
struct Range {
  double low = 0;
  double high = std::numeric_limits<double>::infinity();
  bool has_low = true;  ///< whether `low` itself is in
  /// In tables. Limits that are there for arithmetic alone are left out.
  const char* shown = "";
  /// In messages; empty: "must be within LOW to HIGH UNIT", with the next.
  const char* rule = "";
  const char* unit = "";
  /// Whether "inf" may be written.
  bool may_be_infinite = false;

  /// Throws `std::invalid_argument` naming the parameter, the value and the rule.
  void check(const std::string& name, double value) const;
};

/// The words of a calendar period.
inline constexpr const char* period_words = "day, week, month, quarter, year";

inline constexpr Range zero_to_one{.high = 1, .shown = "0 to 1"};
/// In C++ also infinity, which never fades.
inline constexpr Range days_above_0{.has_low = false, .shown = "> 0", .rule = "is above 0 days"};

template <class Options>
struct Parameter {
  ParameterInfo info;
  /// Sets it to the text that the parameters have for it.
  std::function<void(Options&, const ModelParameters&)> read;
  /// Throws for a value out of its range.
  std::function<void(const Options&)> check;
};
template <class Options>
using Parameters = std::vector<Parameter<Options>>;

/// Values that somebody else might have chosen, as `ParameterInfo` has them.
struct Others {
  std::vector<std::string> alternatives = {};
  std::vector<double> shifts = {};
  std::vector<double> factors = {};
};

/// Which of two words a parameter says: true for the first. Throws for another.
bool says_first(const ModelParameters& p, const std::string& name, const std::string& first, const std::string& second);

template <class Options>
Parameter<Options> number(double Options::*field, const std::string& name, std::string unit, const Range& range,
                          std::string meaning, Others others = {}) {
  return {{name, std::move(unit), shortest(Options().*field), range.shown, std::move(meaning),
           std::move(others.alternatives), std::move(others.shifts), std::move(others.factors)},
          [=](Options& options, const ModelParameters& p) {
            options.*field = range.may_be_infinite ? p.number_or_infinity(name) : p.number(name);
          },
          [=](const Options& options) { range.check(name, options.*field); }};
}

/// A calendar period.
template <class Options>
Parameter<Options> period(PeriodKind Options::*field) {
  return {{"every", "period", std::string(to_text(Options().*field)), period_words, "the calendar period"},
          [=](Options& options, const ModelParameters& p) { options.*field = p.period("every"); },
          [](const Options&) {}};
}

/// One of two words, of which the first is true.
template <class Options>
Parameter<Options> either(bool Options::*field, const std::string& name, std::string unit, const std::string& yes,
                          const std::string& no, std::string meaning, Others others = {}) {
  return {{name, std::move(unit), Options().*field ? yes : no, yes + " or " + no, std::move(meaning),
           std::move(others.alternatives)},
          [=](Options& options, const ModelParameters& p) { options.*field = says_first(p, name, yes, no); },
          [](const Options&) {}};
}

/// The options, once every one of them is in its range.
template <class Options>
const Options& checked(const Options& options, const Parameters<Options>& parameters) {
  for (const Parameter<Options>& each : parameters) each.check(options);
  return options;
}

/// What a model is called and said to be in the catalogue.
struct Naming {
  std::string name, summary, formula, source, scale = "softsign";
};

/// The catalogue's entry of what `make` makes of options that these parameters read, over the given ones. The
/// parameters outlive it.
template <class Options, class Make>
ModelEntry entry_of(const Naming& naming, const Parameters<Options>& parameters, const Make& make,
                    const Options& options = {}) {
  std::vector<ParameterInfo> infos;
  for (const Parameter<Options>& each : parameters) infos.push_back(each.info);
  const auto made = [&parameters, make, options](const ModelParameters& p, std::string text) {
    Options read = options;
    for (const Parameter<Options>& each : parameters) each.read(read, p);
    return AnyModel(make(read), std::move(text));
  };
  return {naming.name, naming.summary, naming.formula, naming.source, std::move(infos), made, naming.scale};
}

}  // namespace detente::detail
