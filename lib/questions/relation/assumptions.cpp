#include "questions/relation/assumptions.hpp"

#include <fmt/format.h>

#include <string_view>

namespace detente::detail {

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

}  // namespace detente::detail
