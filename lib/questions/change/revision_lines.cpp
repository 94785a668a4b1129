#include "questions/change/revision_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "ground/sum.hpp"
#include "questions/relation/runs_read.hpp"

namespace detente::detail {
namespace {

std::size_t place_of(const VintageKnowledge& known, Day day) {
  return static_cast<std::size_t>(std::lower_bound(known.days.begin(), known.days.end(), day) - known.days.begin());
}

/// How much each run that is read counts on a day.
std::vector<double> weights_of(const VintageKnowledge& known, DirectionChoice choice, Day day) {
  if (runs_read(known.impulses, choice).size() == 1) return {1};
  const std::size_t at = place_of(known, day);
  const auto &f = known.readings.forward, &b = known.readings.backward;
  return {half_or_all(f, b, at), half_or_all(b, f, at)};
}

/// What an event contributes to the level of a day in either vintage. The two are summed apart, so that what is the
/// same in both cancels to the last bit.
struct Contributed {
  double before = 0, after = 0;
};
using ByEvent = std::map<EventKey, Contributed>;

void add(ByEvent& to, double Contributed::*when, const std::vector<Impulse>& run, std::span<const Contribution> parts,
         double weight) {
  for (std::size_t i = 0; i < run.size(); ++i) to[run[i].key].*when += weight * parts[i].total();
}

ByEvent contributed(const Scoring& scoring, const VintageKnowledge& before, const VintageKnowledge& after, Day day) {
  const auto from = runs_read(before.impulses, scoring.direction), to = runs_read(after.impulses, scoring.direction);
  const auto weight_from = weights_of(before, scoring.direction, day),
             weight_to = weights_of(after, scoring.direction, day);
  ByEvent out;
  for (std::size_t run = 0; run < from.size(); ++run) {
    const Exchange exchange = scoring.model.exchange(*from[run], *to[run], day);
    add(out, &Contributed::before, *from[run], exchange.out, weight_from[run]);
    add(out, &Contributed::after, *to[run], exchange.in, weight_to[run]);
  }
  return out;
}

std::map<EventKey, const Act*> by_key(const Coding& coding) {
  std::map<EventKey, const Act*> out;
  for (const Act& act : coding.acts) out.emplace(act.key, &act);
  return out;
}

/// Largest first, where there are points; then by day.
bool goes_before(const RevisionLine& a, const RevisionLine& b) {
  const double size_a = std::abs(a.level.value_or(0)), size_b = std::abs(b.level.value_or(0));
  if (size_a != size_b) return size_a > size_b;
  return a.day != b.day ? a.day < b.day : a.key < b.key;
}

const Act* act_in(const std::map<EventKey, const Act*>& acts, EventKey key) {
  const auto found = acts.find(key);
  return found == acts.end() ? nullptr : found->second;
}

}  // namespace

RevisionLines::RevisionLines(const VintageQuestion& question, const VintageKnowledge& before,
                             const VintageKnowledge& after)
    : question_(&question), before_(&before), after_(&after) {
  const auto was = by_key(before.coding), is = by_key(after.coding);
  for (const auto* acts : {&was, &is})
    for (const auto& [key, act] : *acts)
      if (!events_.contains(key)) events_.emplace(key, event_of(key, act_in(was, key), act_in(is, key)));
}

RevisionLines::Event RevisionLines::event_of(EventKey key, const Act* was, const Act* is) const {
  Event out{.act = is ? is : was};
  out.first = was ? std::min(was->date.first, out.act->date.first) : out.act->date.first;
  const auto before = before_->rows.find(key), after = after_->rows.find(key);
  if (after != after_->rows.end()) out.row = after->second;
  if (after == after_->rows.end())
    out.cause = RevisionCause::withdrawn;
  else if (before == before_->rows.end())
    out.cause = RevisionCause::late;
  else if (before->second.number != after->second.number)
    out.cause = after->second.status == Status::cancelled ? RevisionCause::withdrawn : RevisionCause::corrected;
  return out;
}

RevisionLine RevisionLines::line_of(EventKey key, const Event& event) const {
  RevisionLine line{.event = event.row ? event.row->id() : event.act->event,
                    .key = key,
                    .cause = event.cause,
                    .day = event.act->day(),
                    .direction = event.act->direction,
                    .code = event.act->code,
                    .others = event.act->others};
  if (event.row && event.cause != RevisionCause::affected) line.reported = question_->log->reported(*event.row);
  return line;
}

void RevisionLines::fill(Revision& revision, const Period& period) const {
  if (question_->shares_out() && revision.size())
    share_out(revision, period.last_day());
  else
    name(revision, period.last_day());
}

void RevisionLines::share_out(Revision& revision, Day day) const {
  const Scoring& scoring = question_->request->scoring;
  const double from = *before_->readings.of(scoring.direction, place_of(*before_, day)).level;
  const double to = *after_->readings.of(scoring.direction, place_of(*after_, day)).level;
  const FittedScale scale(scoring.scale, {}, {});
  const double slope = std::abs(to - from) < 1e-9 ? scale.slope(to) : *revision.size() / (to - from);
  CompensatedSum sum;
  for (const auto& [key, parts] : contributed(scoring, *before_, *after_, day)) {
    if (parts.after == parts.before) continue;
    RevisionLine line = line_of(key, events_.at(key));
    line.level = parts.after - parts.before;
    line.index = *line.level * slope;
    sum += *line.index;
    revision.lines.push_back(std::move(line));
  }
  revision.remainder = *revision.size() - sum.value();
  std::sort(revision.lines.begin(), revision.lines.end(), goes_before);
}

/// Of what can have changed a value of the day; if nothing is dated so early, of what the pair came to be known by, or
/// was known by.
void RevisionLines::name(Revision& revision, Day day) const {
  const auto add_if = [&](auto&& is_named) {
    for (const auto& [key, event] : events_)
      if (event.cause != RevisionCause::affected && is_named(event)) revision.lines.push_back(line_of(key, event));
  };
  add_if([&](const Event& event) { return event.first <= day; });
  if (revision.lines.empty() && !revision.size()) add_if([](const Event&) { return true; });
  std::sort(revision.lines.begin(), revision.lines.end(), goes_before);
}

}  // namespace detente::detail

namespace detente {

std::vector<RevisionLine> lines_together(const RevisedPeriod& period) {
  std::map<EventKey, RevisionLine> by_event;
  for (const Revision& revision : period.revisions)
    for (const RevisionLine& line : revision.lines) {
      const auto [found, is_new] = by_event.emplace(line.key, line);
      if (is_new) continue;
      RevisionLine sum = line.cause == RevisionCause::affected ? found->second : line;
      if (line.index) {
        sum.level = found->second.level.value_or(0) + *line.level;
        sum.index = found->second.index.value_or(0) + *line.index;
      }
      found->second = std::move(sum);
    }
  std::vector<RevisionLine> out;
  out.reserve(by_event.size());
  for (auto& [key, line] : by_event) out.push_back(std::move(line));
  std::sort(out.begin(), out.end(), detail::goes_before);
  return out;
}

}  // namespace detente
