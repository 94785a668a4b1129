#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/contracts/changed_log.hpp"
#include "detente/questions/ahead/what_if.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

/// What holds for what-ifs of any chronology.

namespace detente {
namespace {

using test::day;
using test::default_scoring;
using test::span;
using test::usa_col;

Event event(std::string_view date, std::string source, std::string code) {
  const std::string target = source == "USA" ? "COL" : "USA";
  return {.date = span(date), .source = std::move(source), .target = target, .code = std::move(code)};
}

const Scoring& usual_scoring() {
  static const Scoring scoring = default_scoring();
  return scoring;
}
WhatIfRequest request() { return {.selection = usa_col(), .scoring = usual_scoring(), .band = {}}; }

Event any_event() {
  const std::vector<const char*> dates{"2025-01-05",      "2025-02-10", "2025-02~", "[2025-03-01..2025-03-20]",
                                       "2025-01/2025-02", "2025-04-02"};
  const std::vector<const char*> codes{"criticism",    "visit",        "sanction_imposed", "sanction_lifted",
                                       "visa_revoked", "visa_granted", "threat_of_force"};
  Event e = event(*rc::gen::elementOf(dates), *rc::gen::element("USA", "COL"), *rc::gen::elementOf(codes));
  e.status = *rc::gen::element(Status::confirmed, Status::alleged, Status::disputed);
  return e;
}

struct AnyWhatIf {
  EventLog log;
  std::vector<EventChange> changes;
};

AnyWhatIf any_what_if() {
  AnyWhatIf out;
  const int events = *rc::gen::inRange(3, 12);
  for (int i = 0; i < events; ++i) {
    Event e = any_event();
    if (i < 3 || *rc::gen::arbitrary<bool>()) e.id = "E" + std::to_string(i);
    out.log.add(e);
  }
  (void)out.log.arrange();
  if (*rc::gen::arbitrary<bool>()) out.changes.push_back(insertion(any_event()));
  if (*rc::gen::arbitrary<bool>()) out.changes.push_back(removal(out.log, {"E0"}));
  Event other = any_event();
  other.id = "E1";
  out.changes.push_back(alteration(out.log, {"E1"}, other));
  return out;
}

LogChanges as_log_changes(const std::vector<EventChange>& changes) {
  LogChanges out;
  for (const EventChange& c : changes)
    if (c.kind == ChangeKind::insert)
      out.inserted.push_back(c.after);
    else if (c.kind == ChangeKind::remove)
      out.removed.push_back(c.key);
    else
      out.replaced.emplace_back(c.key, c.after);
  return out;
}

bool is_changed(const std::vector<EventChange>& changes, EventKey key) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const EventChange& c) { return c.kind != ChangeKind::insert && c.key == key; });
}

std::vector<Act> acts_of(const EventLog& log) {
  return code_events(log, usa_col(), usual_scoring().codebook, usual_scoring().rules).acts;
}

std::map<std::uint64_t, Act> by_key(const std::vector<Act>& acts) {
  std::map<std::uint64_t, Act> out;
  for (const Act& act : acts) out.emplace(act.key.value, act);
  return out;
}

/// Whether the act is a vague closing of a measure that a changed act opens or closes: it is never before its opening,
/// so its days may be others.
bool may_move(const Act& act, const std::vector<Act>& changed) {
  return act.standing == Standing::closes && !act.date.is_exact() &&
         std::any_of(changed.begin(), changed.end(), [&](const Act& other) { return other.measure == act.measure; });
}

/// The acts that only one of the histories has, or that are changed.
std::vector<Act> touched(const std::vector<Act>& was, const std::vector<Act>& is,
                         const std::vector<EventChange>& changes) {
  std::vector<Act> out;
  const auto take = [&](const std::vector<Act>& acts, const std::map<std::uint64_t, Act>& others) {
    for (const Act& act : acts)
      if (is_changed(changes, act.key) || !others.contains(act.key.value)) out.push_back(act);
  };
  take(was, by_key(is));
  take(is, by_key(was));
  return out;
}

/// Event by event: whether it occurs, on which day, and with how many points, to the last bit.
RC_GTEST_PROP(WhatIf, DrawsOfUntouchedEventsAreTheSameBitForBit, ()) {
  const AnyWhatIf asked = any_what_if();
  const std::vector<Act> was = acts_of(asked.log);
  const std::vector<Act> is = acts_of(changed_log(asked.log, as_log_changes(asked.changes)));
  const std::vector<Act> changed = touched(was, is, asked.changes);
  const Draws draws(*rc::gen::arbitrary<std::uint64_t>());
  std::size_t compared = 0;
  for (std::uint32_t d = 0; d < 20; ++d) {
    const auto before = by_key(draw_acts(was, draws, d)), after = by_key(draw_acts(is, draws, d));
    for (const Act& act : was) {
      if (is_changed(asked.changes, act.key)) continue;
      const auto a = before.find(act.key.value), b = after.find(act.key.value);
      RC_ASSERT((a == before.end()) == (b == after.end()));
      if (a == before.end()) continue;
      RC_ASSERT(a->second.points == b->second.points);
      if (!may_move(act, changed)) RC_ASSERT(a->second.date == b->second.date);
      ++compared;
    }
  }
  RC_ASSERT(compared > 0 || was.size() <= 2);
}

RC_GTEST_PROP(WhatIf, TogetherIsTheSumOfEachAndTheInteraction, ()) {
  const AnyWhatIf asked = any_what_if();
  const WhatIf found = what_if(asked.log, asked.changes, request());
  double sum = 0, sum_on_largest = 0;
  for (const ChangeEffect& alone : found.alone) {
    sum += *alone.on_last;
    sum_on_largest += *alone.on_largest;
  }
  RC_ASSERT(std::abs(*found.together.on_last - sum - *found.interaction_on_last) < 1e-9);
  RC_ASSERT(std::abs(*found.together.on_largest - sum_on_largest - *found.interaction_on_largest) < 1e-9);
  RC_ASSERT(found.together.most == found.together.on_largest);
  RC_ASSERT(found.together.on_last == found.daily.back().difference);
}

/// The changed log with the changes taken back is the log.
RC_GTEST_PROP(WhatIf, TakenBackItIsTheOppositeDifference, ()) {
  EventLog log;
  for (int i = 0; i < 5; ++i) {
    Event e = any_event();
    e.id = "E" + std::to_string(i);
    log.add(e);
  }
  const std::vector<EventChange> gone{removal(log, {"E2"})};
  WhatIfRequest asked = request();
  asked.from = day("2024-12-01");
  asked.to = day("2025-07-01");
  asked.band = BandOptions{.draws = 20};
  const WhatIf there = what_if(log, gone, asked);
  const std::vector<EventChange> back{insertion(gone[0].before)};
  const WhatIf and_back = what_if(changed_log(log, as_log_changes(gone)), back, asked);
  for (std::size_t i = 0; i < there.daily.size(); ++i) {
    RC_ASSERT(there.daily[i].as_is == and_back.daily[i].what_if);
    RC_ASSERT(*there.daily[i].difference == -*and_back.daily[i].difference);
    RC_ASSERT(std::abs(*there.daily[i].lower + *and_back.daily[i].upper) < 1e-12);
  }
}

}  // namespace
}  // namespace detente
