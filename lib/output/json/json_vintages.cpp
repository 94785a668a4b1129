#include "detente/output/json/json_vintages.hpp"

#include "output/json/json_movement.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_revision_line(const VintagesView& view, const RevisionLine& line) {
  const Event event = view.events.event(line.event);
  const Dyad way = who(line.others, line.direction, view.report.pair);
  return {{"cause", to_text(line.cause)},
          {"date", to_text(event.date)},
          {"reported", json_of(line.reported)},
          {"source", way.source},
          {"target", way.target},
          {"code", event.code},
          {"id", json_or_null(event.id)},
          {"object", json_or_null(event.object)},
          {"note", json_or_null(event.note)},
          {"url", json_or_null(event.url)},
          {"level", json_of(line.level)},
          {"index", json_of(line.index)}};
}

Json json_of_revision(const VintagesView& view, const RevisedPeriod& of, const Revision& revision) {
  return {
      {"from", json_of(revision.from)},
      {"to", json_of(revision.to)},
      {"lag", revision.to - of.period.last_day()},
      {"before", json_of(revision.before)},
      {"after", json_of(revision.after)},
      {"revision", json_of(revision.size())},
      {"remainder", json_of(revision.remainder)},
      {"lines", list_of(revision.lines, [&](const RevisionLine& line) { return json_of_revision_line(view, line); })}};
}

Json json_of_revised(const VintagesView& view, const RevisedPeriod& p) {
  return {{"period", p.period.label()},
          {"first_day", json_of(p.period.first)},
          {"last_day", json_of(p.period.last_day())},
          {"first", json_of(p.first)},
          {"first_as_of", json_of(p.first_as_of)},
          {"latest", json_of(p.latest)},
          {"revision", json_of(p.revision())},
          {"settled_lag", p.settled_lag ? Json(*p.settled_lag) : Json(nullptr)},
          {"revisions", list_of(p.revisions, [&](const Revision& one) { return json_of_revision(view, p, one); })}};
}

Json json_of_lag(const RevisionByLag& lag) {
  return {{"periods", lag.periods},
          {"values", lag.values},
          {"revised", json_of(lag.revised)},
          {"bias", json_of(lag.bias)},
          {"mean_absolute", json_of(lag.mean_absolute)}};
}

Json json_of_summary(const RevisionSummary& s) {
  return {{"values", s.values},
          {"revised", json_of(s.revised)},
          {"moved", json_of(s.moved)},
          {"bias", json_of(s.bias)},
          {"mean_absolute", json_of(s.mean_absolute)},
          {"root_mean_square", json_of(s.root_mean_square)},
          {"largest", json_of(s.largest)},
          {"largest_period", s.largest_of.label()},
          {"settled_median", s.settled_median},
          {"settled_ninety", s.settled_ninety},
          {"by_lag", list_of(s.by_lag, json_of_lag)}};
}

}  // namespace

std::string vintages_json(const VintagesView& view) {
  const VintageReport& r = view.report;
  return json_text(
      {{"source", r.dyad.source},
       {"target", r.dyad.target},
       {"direction", to_text(r.direction)},
       {"every", to_text(r.every)},
       {"at", to_text(r.at)},
       {"vintages", list_of(r.vintages, [](Day day) { return json_of(day); })},
       {"acts", r.acts},
       {"assumed_reported", r.assumed_reported},
       {"not_shared_out", json_or_null(r.not_shared_out)},
       {"summary", r.summary ? json_of_summary(*r.summary) : Json(nullptr)},
       {"periods", list_of(r.periods, [&](const RevisedPeriod& period) { return json_of_revised(view, period); })},
       {"unknown_codes", json_of_unknown_codes(r.unknown)},
       {"provenance", json_of(r.provenance)}});
}

}  // namespace detente
