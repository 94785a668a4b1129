#include "detente/contracts/coding_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "detente/ground/error.hpp"
#include "detente/ground/hash.hpp"

namespace detente {
namespace {

/// Puts an event on the studied dyad: its direction there, and its weight (0 or more), or nothing.
class Placement {
 public:
  Placement(const EventLog& log, const Selection& selection)
      : log_(&log), selection_(&selection), pair_(selection.dyad.canonical()) {}

  struct Place {
    Direction direction;
    double weight;
    bool third_party;
  };

  std::optional<Place> place(const EventLog::Row& row) const {
    const auto& ids = log_->dyads()[row.dyad];
    const Day day = log_->date(row).middle();
    const Dyad dyad{selection_->actors.resolve(log_->actors()[ids.source], day),
                    selection_->actors.resolve(log_->actors()[ids.target], day)};
    if (const auto direction = direction_of(dyad)) return Place{*direction, 1, false};
    for (const auto& [other, weight] : selection_->also)
      if (other.canonical() == dyad.canonical()) return Place{towards(dyad, other), weight, true};
    return affected(dyad, row);
  }

 private:
  std::optional<Direction> direction_of(const Dyad& dyad) const {
    if (dyad == pair_) return Direction::forward;
    if (dyad.reversed() == pair_) return Direction::backward;
    return std::nullopt;
  }

  /// From whichever of the pair took part; else the way `named` is written.
  Direction towards(const Dyad& parties, const Dyad& named) const {
    for (const std::string* actor : {&parties.source, &parties.target}) {
      if (*actor == pair_.source) return Direction::forward;
      if (*actor == pair_.target) return Direction::backward;
    }
    return named.source <= named.target ? Direction::forward : Direction::backward;
  }

  std::optional<Place> affected(const Dyad& parties, const EventLog::Row& row) const {
    const Dyad* affects = log_->affects(row);
    if (!affects || affects->canonical() != pair_) return std::nullopt;
    return Place{towards(parties, *affects), log_->spill(row), true};
  }

  const EventLog* log_;
  const Selection* selection_;
  Dyad pair_;
};

/// Latest version of each event among those known by the as-of day. Of two equal reports the first to arrive stays,
/// which only happens to events without ids, and those have keys of their own.
std::vector<const EventLog::Row*> latest_versions(const EventLog& log, std::optional<Day> as_of) {
  std::unordered_map<EventKey, const EventLog::Row*> latest;
  for (const EventLog::Row& row : log.rows()) {
    if (as_of && log.reported(row) > *as_of) continue;
    const auto [at, is_new] = latest.emplace(row.key, &row);
    if (!is_new && log.reported(row) > log.reported(*at->second)) at->second = &row;
  }
  std::vector<const EventLog::Row*> rows;
  rows.reserve(latest.size());
  for (const auto& [key, row] : latest) rows.push_back(row);
  return rows;
}

bool by_day_and_key(const CodedEvent& a, const CodedEvent& b) {
  return std::make_tuple(a.date.middle(), a.key) < std::make_tuple(b.date.middle(), b.key);
}

double mention_weight(std::uint32_t mentions, Mentions rule) {
  if (rule == Mentions::one) return 1;
  return rule == Mentions::count ? mentions : std::log1p(static_cast<double>(mentions));
}

Exposure totals_of(const std::map<Day, double>& counts) {
  return Exposure(std::vector<std::pair<Day, double>>(counts.begin(), counts.end()));
}

Exposure totals_of(const std::vector<CodedEvent>& events) {
  std::map<Day, double> counts;
  for (const CodedEvent& e : events) ++counts[e.date.middle()];
  return totals_of(counts);
}

std::vector<CodedEvent> apply_volume(std::vector<CodedEvent> events, const EventLog& log, std::optional<Day> as_of,
                                     const CodingRules& rules) {
  if (rules.volume == Volume::none) return events;
  if (rules.volume == Volume::file) return weigh_volume(std::move(events), rules.exposure);
  const Exposure totals = rules.volume == Volume::log ? totals_of(log, as_of) : totals_of(events);
  return weigh_volume(std::move(events), totals);
}

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
  out.code_key = own ? key.value : Hasher().add("code").add(event.code).value();
  return out;
}

Act make_act(const CodedEvent& coded, const Event& event, const Score& score, const CodeEntry* entry) {
  Act act;
  act.key = coded.key;
  act.date = coded.date;
  act.direction = coded.direction;
  act.quad = score.quad;
  act.points = score.points;
  act.sd = score.sd;
  act.code_key = score.code_key;
  act.weight = coded.weight;
  act.probability = coded.probability;
  act.count = event.count;
  act.object = event.object;
  act.until = event.until;
  act.event = coded.event;
  act.code = event.code;
  act.issue = event.issue;
  if (entry && !entry->opens.empty()) {
    act.standing = Standing::opens;
    act.measure = entry->opens;
  } else if (entry && !entry->closes.empty()) {
    act.standing = Standing::closes;
    act.measure = entry->closes;
  }
  if (act.date.is_open() && act.standing != Standing::opens)  // known only as far as it was reported
    act.date.last = std::max(act.date.first, event.reported.value_or(act.date.first));
  return act;
}

}  // namespace

std::string_view to_text(Mentions mentions) {
  static constexpr std::array<std::string_view, 3> words{"one", "log", "count"};
  return words[static_cast<std::size_t>(mentions)];
}

std::string_view to_text(Volume volume) {
  static constexpr std::array<std::string_view, 4> words{"none", "log", "dyad", "file"};
  return words[static_cast<std::size_t>(volume)];
}

std::string to_text(const CodingRules& rules) {
  return fmt::format("one-a-day {}, mirrors {}, mentions {}, volume {}", rules.one_a_day ? "on" : "off",
                     rules.mirrors == Mirrors::once ? "once" : "twice", to_text(rules.mentions), to_text(rules.volume));
}

CodingRules with_required(CodingRules rules, const RequiredRules& required) {
  rules.mentions = required.mentions.value_or(rules.mentions);
  rules.volume = required.volume.value_or(rules.volume);
  return rules;
}

void check_required(std::string_view model, const CodingRules& rules, const RequiredRules& required) {
  const auto check = [&](std::string_view rule, auto has, auto wants) {
    if (wants && *wants != has)
      throw_invalid(rule, to_text(has),
                    fmt::format("{} defines its own weights and needs {} {}", model, rule, to_text(*wants)));
  };
  check("mentions", rules.mentions, required.mentions);
  check("volume", rules.volume, required.volume);
}

std::optional<Mirrors> parse_mirrors(std::string_view text) {
  if (text == "once") return Mirrors::once;
  if (text == "twice") return Mirrors::twice;
  return std::nullopt;
}

std::optional<Mentions> parse_mentions(std::string_view text) {
  if (text == "one") return Mentions::one;
  if (text == "log") return Mentions::log;
  if (text == "count") return Mentions::count;
  return std::nullopt;
}

std::vector<CodedEvent> select(const EventLog& log, const Selection& selection) {
  for (const auto& [dyad, weight] : selection.also) require_within("also", weight, 0, 1);
  const Placement placement(log, selection);
  std::vector<CodedEvent> out;
  for (const EventLog::Row* row : latest_versions(log, selection.as_of)) {
    if (!selection.issue.empty() && log.issue(*row) != selection.issue) continue;
    const auto place = placement.place(*row);
    if (!place) continue;
    out.push_back({row->number, row->key, log.date(*row), place->direction, row->code, row->status, log.mentions(*row),
                   place->weight, 1, place->third_party, place->third_party ? row->dyad + 1 : 0});
  }
  std::sort(out.begin(), out.end(), by_day_and_key);
  return out;
}

std::vector<CodedEvent> one_a_day(std::vector<CodedEvent> events) {
  const auto same = [](const CodedEvent& e) { return std::make_tuple(e.date, e.direction, e.others, e.code); };
  const auto firmer = [](const CodedEvent& a, const CodedEvent& b) {
    return std::make_tuple(b.mentions, a.status, a.key) < std::make_tuple(a.mentions, b.status, b.key);
  };
  std::map<decltype(same(events[0])), CodedEvent> best;
  for (const CodedEvent& e : events) {
    const auto [at, is_new] = best.emplace(same(e), e);
    if (!is_new && firmer(e, at->second)) at->second = e;
  }
  events.clear();
  for (const auto& [where, event] : best) events.push_back(event);
  std::sort(events.begin(), events.end(), by_day_and_key);
  return events;
}

std::vector<CodedEvent> mirrors_once(std::vector<CodedEvent> events, const MirrorTest& mirrors) {
  std::set<EventKey> paired;
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (std::size_t j = i + 1; j < events.size() && events[j].date.middle() == events[i].date.middle(); ++j) {
      const bool pair = events[i].direction != events[j].direction && events[i].date == events[j].date &&
                        !paired.contains(events[i].key) && !paired.contains(events[j].key) &&
                        mirrors(events[i].code, events[j].code);
      if (!pair) continue;
      for (CodedEvent* e : {&events[i], &events[j]}) {
        paired.insert(e->key);
        e->weight /= 2;
      }
    }
  }
  return events;
}

MirrorTest mirror_test(const EventLog& log, const Codebook& codebook) {
  return [&log, &codebook](std::uint16_t code, std::uint16_t other) {
    const CodeEntry* a = codebook.find(log.codes()[code]);
    const CodeEntry* b = codebook.find(log.codes()[other]);
    if (!a || !b) return false;
    if (a == b) return is_cooperation(a->quad) && a->score > 0;
    const bool own = codebook.scheme() == "cameo";
    const auto cameo = [own](const CodeEntry& e) { return own && e.cameo.empty() ? e.code : e.cameo; };
    return (cameo(*a) == "042" && cameo(*b) == "043") || (cameo(*a) == "043" && cameo(*b) == "042");
  };
}

std::vector<CodedEvent> weigh_mentions(std::vector<CodedEvent> events, Mentions mentions) {
  for (CodedEvent& e : events) e.weight *= mention_weight(e.mentions, mentions);
  return events;
}

std::vector<CodedEvent> weigh_volume(std::vector<CodedEvent> events, const Exposure& exposure) {
  for (CodedEvent& e : events) e.weight /= exposure.relative_volume(e.date.middle());
  return events;
}

std::vector<CodedEvent> weigh_status(std::vector<CodedEvent> events, const StatusWeights& status) {
  for (CodedEvent& e : events) e.probability *= status[e.status];
  return events;
}

Exposure totals_of(const EventLog& log, std::optional<Day> as_of) {
  std::map<Day, double> counts;
  for (const EventLog::Row* row : latest_versions(log, as_of)) ++counts[log.date(*row).middle()];
  return totals_of(counts);
}

Coding code_events(const EventLog& log, const Selection& selection, const Codebook& codebook, const CodingRules& rules,
                   bool own_scores) {
  std::vector<CodedEvent> events = select(log, selection);
  if (rules.one_a_day) events = one_a_day(std::move(events));
  if (rules.mirrors == Mirrors::once) events = mirrors_once(std::move(events), mirror_test(log, codebook));
  events = weigh_mentions(std::move(events), rules.mentions);
  events = apply_volume(std::move(events), log, selection.as_of, rules);
  events = weigh_status(std::move(events), rules.status);

  Coding out;
  std::map<std::string, std::size_t> unknown;
  for (const CodedEvent& coded : events) {
    if (coded.third_party) out.third_parties.push_back(coded.event);
    if (coded.third_party && coded.weight == 0) continue;
    ++out.events;
    const Event event = log.event(coded.event);
    const CodeEntry* entry = codebook.find(event.code);
    if (const auto score = score_of(event, coded.key, entry, own_scores))
      out.acts.push_back(make_act(coded, event, *score, entry));
    else
      ++unknown[event.code];
  }
  for (const auto& [code, count] : unknown) out.unknown.push_back({code, count});
  return out;
}

}  // namespace detente
