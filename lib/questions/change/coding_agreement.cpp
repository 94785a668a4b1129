#include "detente/questions/change/coding_agreement.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"
#include "detente/questions/doubt/bands.hpp"
#include "questions/change/turns.hpp"

namespace detente {
using namespace detail;
namespace {

/// Days that two stretches, each from the day after a turn to the next, have in common.
std::int64_t days_in_common(Day from, Day to, Day other_from, Day other_to) {
  return std::max<std::int64_t>(0, std::min(to, other_to) - std::max(from, other_from));
}

bool finds(const Turns& turns, const Phase& phase) {
  for (std::size_t i = 0; i < turns.phases(); ++i)
    if (turns.is_rise(i) == is_rise(phase.kind) &&
        2 * days_in_common(phase.from, phase.to, turns.days[i], turns.days[i + 1]) > phase.to - phase.from)
      return true;
  return false;
}

}  // namespace

std::vector<double> coding_agreement(const History& history, const Scoring& scoring, std::span<const Phase> found,
                                     const PhaseOptions& options, const AgreementOptions& agreement) {
  if (agreement.draws < 20) throw_invalid("draws", agreement.draws, "is at least 20");
  const AnyModel model = path_model(scoring, options.path);
  const Draws draws(agreement.seed);
  std::vector<std::uint32_t> times(found.size());
  for (std::uint32_t draw = 0; draw < agreement.draws && !found.empty(); ++draw) {
    agreement.control.at({draw, agreement.draws, "draws"});
    const std::vector<Act> acts = draw_acts(history.coding.acts, draws, draw);
    const Turns turns = turns_of(model, scoring, acts, history.days, options.delta);
    for (std::size_t i = 0; i < found.size(); ++i) times[i] += finds(turns, found[i]) ? 1U : 0U;
  }
  std::vector<double> out;
  out.reserve(found.size());
  for (const std::uint32_t n : times) out.push_back(static_cast<double>(n) / agreement.draws);
  return out;
}

}  // namespace detente
