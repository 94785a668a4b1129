#include "detente/contracts/coding.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "contracts/parties.hpp"
#include "detente/contracts/day_totals.hpp"
#include "detente/detail/hash.hpp"

namespace detente {
using namespace detail;
namespace {

struct Score {
  double points = 0;
  double sd = 0;
  QuadClass quad = QuadClass::verbal_conflict;
  std::uint64_t code_key = 0;
};

/// The row's own score first, then the codebook's; nothing if neither knows.
std::optional<Score> score_of(const Event& event, EventKey key, const CodeEntry* entry, bool own_scores) {
  const bool own = own_scores && event.score;
  if (!entry && !own) return std::nullopt;
  const double score = own ? *event.score : entry->score;
  Score out;
  out.points = tension(score);
  out.sd = own_scores && event.sd ? *event.sd : entry ? entry->sd : 0.5;
  out.quad = event.quad  ? *event.quad
             : entry     ? entry->quad
             : score < 0 ? QuadClass::verbal_conflict
                         : QuadClass::verbal_cooperation;
  out.code_key = own ? key.value : Hasher().add("code").add(entry->code).value();
  return out;
}

/// Turns the sign of an act between others: cooperation between them strains the dyad, and the reverse.
void turn(Act& act) {
  act.points = -act.points;
  act.sd = -act.sd;
  act.quad = opposite(act.quad);
}

Act make_act(const CodedEvent& coded, const Event& event, const Score& score, const CodeEntry* entry) {
  Act act;
  act.key = coded.key();
  act.date = coded.date;
  act.direction = coded.direction;
  act.quad = score.quad;
  act.points = score.points;
  act.sd = score.sd;
  act.code_key = score.code_key;
  act.weight = std::abs(coded.weight);
  act.probability = coded.probability;
  act.count = event.count;
  act.object = event.object;
  act.until = event.until;
  act.ends_only = coded.touch == Touch::ends;
  act.event = coded.id();
  act.code = entry ? entry->code : event.code;
  act.issue = event.issue;
  if (entry && !entry->opens.empty()) {
    act.standing = Standing::opens;
    act.measure = entry->opens;
  } else if (entry && !entry->closes.empty()) {
    act.standing = Standing::closes;
    act.measure = entry->closes;
  }
  if (coded.weight < 0) turn(act);
  if (act.date.is_open() && act.standing != Standing::opens)  // known only up to the day it was reported
    act.date.last = std::max(act.date.first, event.reported.value_or(act.date.first));
  return act;
}

}  // namespace

Coding score_events(const EventLog& log, std::span<const CodedEvent> events, const Codebook& codebook, bool own_scores,
                    const ActorTable& actors) {
  Coding out;
  std::map<std::string, std::size_t> unknown;
  for (const CodedEvent& coded : events) {
    if (coded.touch == Touch::may_end) continue;
    if (coded.is_third_party()) out.third_parties.push_back(coded.id());
    const bool ends = coded.touch == Touch::ends;
    if (coded.is_third_party() && coded.weight == 0 && !ends) continue;
    if (!ends) ++out.events;
    const Event event = log.event(coded.row);
    const CodeEntry* entry = codebook.find(event.code);
    if (const auto score = score_of(event, coded.key(), entry, own_scores)) {
      Act& act = out.acts.emplace_back(make_act(coded, event, *score, entry));
      if (coded.is_third_party()) act.others = parties_of(event, actors);
      out.assumed_reported += event.reported ? 0U : 1U;
    } else {
      ++unknown[event.code];
    }
  }
  out.unknown.reserve(unknown.size());
  for (const auto& [code, count] : unknown) out.unknown.push_back({code, count});
  return out;
}

Coding code_events(const EventLog& log, const Selection& selection, const Codebook& codebook, const CodingRules& rules,
                   bool own_scores) {
  const CodingRules ready = rules.volume == Volume::log ? with_totals(rules, totals_of(log, selection.as_of)) : rules;
  return score_events(log, apply_rules(log, select(log, selection), codebook, ready), codebook, own_scores,
                      selection.actors);
}

}  // namespace detente
