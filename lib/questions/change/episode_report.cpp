#include "detente/questions/change/episode_report.hpp"

#include "questions/change/named_movers.hpp"
#include "questions/relation/assumptions.hpp"

namespace detente {
using namespace detail;

EpisodeReport episode_report(const EventLog& log, const EpisodeRequest& request) {
  const History history =
      prepare(log, request.selection, request.scoring, request.shifts.every, request.from, request.to);
  EpisodeReport out{.pair = request.selection.dyad.canonical(),
                    .dyad = chosen_dyad(request.selection.dyad, request.scoring.direction),
                    .direction = request.scoring.direction,
                    .names = request.selection.actors.names(),
                    .first = history.shown.first,
                    .last = history.shown.end - 1,
                    .phase_options = request.phases,
                    .phases = phases(history, request.scoring, request.phases),
                    .shifts = level_shifts(history, request.scoring, request.shifts),
                    .change_options = request.shifts.change,
                    .least_residual = request.shifts.least_residual,
                    .unknown = history.coding.unknown,
                    .provenance = provenance_of(request.selection, request.scoring)};
  std::erase_if(out.phases, [&](const Phase& p) { return p.to < out.first; });
  const EventFinder events(log);
  for (Phase& phase : out.phases)
    if (phase.movement) name_with_objects(*phase.movement, events, request.scoring.codebook);
  if (request.agreement)
    out.agreement = coding_agreement(history, request.scoring, out.phases, request.phases, *request.agreement);
  out.provenance.assumptions = assumptions_of(history.coding).sentences();
  return out;
}

}  // namespace detente
