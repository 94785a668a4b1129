#pragma once
/// \file
/// Who answers whom, as text and as CSV (component detente::fit). One line for each of the four ratios, then the tests,
/// how well the model fits, and the caveats. Caveats are printed with every result, because without them a drift, a gap
/// in the reporting or the resolution of a day could be read as a response.
///
///     COL–USA: hostile acts COL→USA 431, USA→COL 386, in 3000 observed days
///
///                         acts per act  ± error  under drift  half-life, days  ± error
///     COL answers USA             0.49     0.06         0.48              4.4      0.7

#include <string>

#include "detente/contracts/index_series.hpp"
#include "detente/fit/reciprocity.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is printed: the finding, the pair in the order requested, and the provenance.
struct ReciprocityView {
  const Reciprocity& found;
  Dyad pair;
  Provenance provenance = {};
};

/// The table and the caveats below it.
std::string reciprocity_table(const ReciprocityView& view);

/// A row per ratio:
/// `who,whom,ratio,standard_error,under_drift,from_dates,half_life,half_life_error,events,p_any,p_answers,status`;
/// `from_dates` is the share of the variance that comes from not knowing the times, `events` are the acts of `who`, and
/// the last three belong to the whole finding. A missing value is empty.
std::string reciprocity_csv(const ReciprocityView& view);

}  // namespace detente
#pragma GCC visibility pop
