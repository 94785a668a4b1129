#include "detente/questions/relation/history.hpp"

#include <fmt/format.h>

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

Assumptions assumptions_of(const Coding& coding) {
  Assumptions n;
  n.no_report = coding.assumed_reported;
  for (const Act& act : coding.acts) {
    n.vague += act.date.kind == SpanKind::one_day && !act.date.is_exact() ? 1U : 0U;
    n.throughout += act.date.kind == SpanKind::throughout ? 1U : 0U;
    n.doubtful += act.probability > 0 && act.probability < 1 ? 1U : 0U;
  }
  return n;
}

std::vector<std::string> Assumptions::sentences() const {
  std::vector<std::string> out;
  const auto say = [&](std::size_t n, std::string_view one, std::string_view many) {
    if (n > 0) out.push_back(fmt::format("{} {}", n, n == 1 ? one : many));
  };
  say(no_report, "event does not say when it was reported: the last day of its date stands in",
      "events do not say when they were reported: the last day of their date stands in");
  say(vague, "event has one unknown day in a span: the point path spreads it evenly, the band draws a day",
      "events have one unknown day in a span: the point path spreads them evenly, the band draws a day");
  say(throughout, "event lasted throughout an interval: its acts, or its measure, are spread over it evenly",
      "events lasted throughout an interval: their acts, or their measure, are spread over it evenly");
  say(doubtful, "event may not have occurred: the point path weighs it by its status, the band draws",
      "events may not have occurred: the point path weighs them by their status, the band draws");
  return out;
}

}  // namespace detente
