#include "detente/questions/relation/history.hpp"

#include "detente/version.hpp"

namespace detente {
using namespace detail;

std::optional<Day> warm_from(const Scoring& scoring) {
  const std::int32_t days = scoring.model.warm_up_days();
  return days > 0 && scoring.covered_from ? std::optional(*scoring.covered_from + days) : std::nullopt;
}

bool is_warming_up(const Scoring& scoring, Day day) {
  const auto warm = warm_from(scoring);
  return warm && day < *warm;
}

Provenance provenance_of(const Selection& selection, const Scoring& scoring) {
  Provenance p;
  p.codebook = scoring.codebook.name();
  p.codebook_version = scoring.codebook.version();
  p.codebook_hash = scoring.codebook.hash();
  p.codebook_title = scoring.codebook.title();
  p.model = scoring.model.text();
  p.profile = scoring.profile;
  p.scale = to_text(scoring.scale);
  p.rules = to_text(scoring.rules);
  p.status_weights = to_text(scoring.rules.status);
  p.as_of = selection.as_of;
  p.issue = selection.issue;
  p.version = version;
  return p;
}

}  // namespace detente
