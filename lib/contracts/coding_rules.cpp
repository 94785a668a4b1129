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

  std::optional<Place> place(const EventLog::Row& row) {
    const Known& known = at(row);
    if (known.place || !log_->affects(row)) return known.place;
    return affected(known.dyad, row);
  }

 private:
  /// What is known of a dyad as written; for ever, unless actors change their parents.
  struct Known {
    Dyad dyad;
    std::optional<Place> place;
  };

  const Known& at(const EventLog::Row& row) {
    if (selection_->actors.is_dated()) return known_[0] = look_at(row);
    const auto [found, is_new] = known_.try_emplace(row.dyad);
    if (is_new) found->second = look_at(row);
    return found->second;
  }

  Known look_at(const EventLog::Row& row) const {
    const auto& ids = log_->dyads()[row.dyad];
    const Day day = log_->date(row).middle();
    Known known{{selection_->actors.resolve(log_->actors()[ids.source], day),
                 selection_->actors.resolve(log_->actors()[ids.target], day)},
                {}};
    if (const auto direction = direction_of(known.dyad)) known.place = Place{*direction, 1, false};
    for (const auto& [other, weight] : selection_->also)
      if (!known.place && other.canonical() == known.dyad.canonical())
        known.place = Place{towards(known.dyad, other), weight, true};
    return known;
  }

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
  std::unordered_map<std::uint32_t, Known> known_;
};

/// Latest version of each event among those known by the as-of day. Of two equal reports the first to arrive stays,
/// which only happens to events without ids, and those have keys of their own.
std::vector<const EventRow*> latest_versions(const EventLog& log, std::span<const EventRow> rows,
                                             std::optional<Day> as_of) {
  std::vector<const EventRow*> known;
  known.reserve(rows.size());
  for (const EventRow& row : rows)
    if (!as_of || log.reported(row) <= *as_of) known.push_back(&row);
  if (!log.has_versions()) {  // those that came in batches have one day, so they stand together
    std::size_t kept = 0;
    for (const EventRow* row : known) {
      const bool again = kept > 0 && known[kept - 1]->key == row->key && known[kept - 1]->dyad == row->dyad;
      if (!again)
        known[kept++] = row;
      else if (log.reported(*row) > log.reported(*known[kept - 1]))
        known[kept - 1] = row;
    }
    known.resize(kept);
    return known;
  }
  std::unordered_map<EventKey, const EventRow*> latest;
  for (const EventRow* row : known) {
    const auto [at, is_new] = latest.emplace(row->key, row);
    if (!is_new && log.reported(*row) > log.reported(*at->second)) at->second = row;
  }
  std::erase_if(known, [&](const EventRow* row) { return latest.at(row->key) != row; });
  return known;
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

std::vector<CodedEvent> apply_volume(std::vector<CodedEvent> events, const CodingRules& rules) {
  if (rules.volume == Volume::none) return events;
  if (rules.volume == Volume::log) throw_invalid("volume", "log", "needs the log's totals first (with_totals)");
  const Exposure totals = rules.volume == Volume::dyad ? totals_of(events) : rules.exposure;
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

bool may_concern(const Selection& selection, std::string_view source, std::string_view target) {
  for (const std::string& from : selection.actors.possible(source))
    for (const std::string& to : selection.actors.possible(target)) {
      const Dyad pair = Dyad{from, to}.canonical();
      if (pair == selection.dyad.canonical()) return true;
      for (const auto& other : selection.also)
        if (pair == other.first.canonical()) return true;
    }
  return false;
}

std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection) {
  for (const auto& [dyad, weight] : selection.also) require_within("also", weight, 0, 1);
  Placement placement(log, selection);
  std::vector<CodedEvent> out;
  for (const EventRow* row : latest_versions(log, rows, selection.as_of)) {
    if (!selection.issue.empty() && log.issue(*row) != selection.issue) continue;
    const auto place = placement.place(*row);
    if (!place) continue;
    out.push_back({0, row->key, log.date(*row), place->direction, row->code, row->status, log.mentions(*row),
                   place->weight, 1, place->third_party, place->third_party ? row->dyad + 1 : 0, *row});
    out.back().event = static_cast<std::uint32_t>(row - rows.data());
  }
  std::sort(out.begin(), out.end(), by_day_and_key);
  return out;
}

std::vector<CodedEvent> select(const EventLog& log, const Selection& selection) {
  if (!log.is_arranged() || !log.is_plain()) return select(log, log.rows(), selection);
  std::vector<CodedEvent> out;
  for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) {
    const auto& ids = log.dyads()[dyad];
    if (!may_concern(selection, log.actors()[ids.source], log.actors()[ids.target])) continue;
    const std::span<const EventRow> rows = log.rows_of(dyad);
    for (CodedEvent& event : select(log, rows, selection)) {
      event.event += static_cast<std::uint32_t>(rows.data() - log.rows().data());
      out.push_back(event);
    }
  }
  std::sort(out.begin(), out.end(), by_day_and_key);
  return out;
}

namespace {

/// Calls `look` with each stretch of events that share their middle day.
template <class Look>
void for_each_day(std::vector<CodedEvent>& events, Look look) {
  for (std::size_t i = 0, end = 0; i < events.size(); i = end) {
    const Day day = events[i].date.middle();
    while (end < events.size() && events[end].date.middle() == day) ++end;
    look(std::span(events).subspan(i, end - i));
  }
}

auto what_one_a_day_compares(const CodedEvent& e) { return std::make_tuple(e.date, e.direction, e.others, e.code); }

bool is_firmer(const CodedEvent& a, const CodedEvent& b) {
  return std::make_tuple(b.mentions, a.status, a.key) < std::make_tuple(a.mentions, b.status, b.key);
}

}  // namespace

std::vector<CodedEvent> one_a_day(std::vector<CodedEvent> events) {
  std::sort(events.begin(), events.end(), by_day_and_key);
  std::vector<CodedEvent> out;
  for_each_day(events, [&](std::span<CodedEvent> day) {
    std::sort(day.begin(), day.end(), [](const CodedEvent& a, const CodedEvent& b) {
      const auto x = what_one_a_day_compares(a), y = what_one_a_day_compares(b);
      return x < y || (x == y && is_firmer(a, b));
    });
    const std::size_t first = out.size();
    for (std::size_t i = 0; i < day.size(); ++i)
      if (i == 0 || what_one_a_day_compares(day[i]) != what_one_a_day_compares(day[i - 1])) out.push_back(day[i]);
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), by_day_and_key);
  });
  return out;
}

std::vector<CodedEvent> mirrors_once(std::vector<CodedEvent> events, const MirrorTest& mirrors) {
  std::vector<bool> paired;
  for_each_day(events, [&](std::span<CodedEvent> day) {
    paired.assign(day.size(), false);
    for (std::size_t i = 0; i < day.size(); ++i) {
      for (std::size_t j = i + 1; j < day.size() && !paired[i]; ++j) {
        if (paired[j] || day[i].direction == day[j].direction || day[i].date != day[j].date) continue;
        if (!mirrors(day[i].code, day[j].code)) continue;
        paired[i] = paired[j] = true;
        day[i].weight /= 2;
        day[j].weight /= 2;
      }
    }
  });
  return events;
}

MirrorTest mirror_test(const EventLog& log, const Codebook& codebook) {
  struct Side {
    const CodeEntry* entry = nullptr;
    bool is_own_mirror = false, pays_visit = false, receives_visit = false;
  };
  std::vector<Side> sides(log.codes().size());
  for (SymbolId i = 0; i < sides.size(); ++i) {
    const CodeEntry* entry = codebook.find(log.codes()[i]);
    if (!entry) continue;
    const std::string& cameo = codebook.scheme() == "cameo" && entry->cameo.empty() ? entry->code : entry->cameo;
    sides[i] = {entry, is_cooperation(entry->quad) && entry->score > 0, cameo == "042", cameo == "043"};
  }
  return [sides = std::move(sides)](std::uint16_t code, std::uint16_t other) {
    const Side &a = sides[code], &b = sides[other];
    if (!a.entry || !b.entry) return false;
    if (a.entry == b.entry) return a.is_own_mirror;
    return (a.pays_visit && b.receives_visit) || (a.receives_visit && b.pays_visit);
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
  count_days(log, log.rows(), as_of, counts);
  return totals_of(counts);
}

void count_days(const EventLog& log, std::span<const EventRow> rows, std::optional<Day> as_of,
                std::map<Day, double>& counts) {
  for (const EventRow* row : latest_versions(log, rows, as_of)) ++counts[log.date(*row).middle()];
}

CodingRules with_totals(CodingRules rules, Exposure totals) {
  if (rules.volume != Volume::log) return rules;
  rules.volume = Volume::file;
  rules.exposure = std::move(totals);
  return rules;
}

std::vector<CodedEvent> apply_rules(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook,
                                    const CodingRules& rules) {
  if (rules.one_a_day) events = one_a_day(std::move(events));
  if (rules.mirrors == Mirrors::once) events = mirrors_once(std::move(events), mirror_test(log, codebook));
  events = weigh_mentions(std::move(events), rules.mentions);
  events = apply_volume(std::move(events), rules);
  return weigh_status(std::move(events), rules.status);
}

Coding score_events(const EventLog& log, std::span<const CodedEvent> events, const Codebook& codebook,
                    bool own_scores) {
  Coding out;
  std::map<std::string, std::size_t> unknown;
  for (const CodedEvent& coded : events) {
    if (coded.third_party) out.third_parties.push_back(coded.event);
    if (coded.third_party && coded.weight == 0) continue;
    ++out.events;
    const Event event = log.event(coded.row);
    const CodeEntry* entry = codebook.find(event.code);
    if (const auto score = score_of(event, coded.key, entry, own_scores))
      out.acts.push_back(make_act(coded, event, *score, entry));
    else
      ++unknown[event.code];
  }
  out.unknown.reserve(unknown.size());
  for (const auto& [code, count] : unknown) out.unknown.push_back({code, count});
  return out;
}

Coding code_events(const EventLog& log, const Selection& selection, const Codebook& codebook, const CodingRules& rules,
                   bool own_scores) {
  const CodingRules ready = rules.volume == Volume::log ? with_totals(rules, totals_of(log, selection.as_of)) : rules;
  return score_events(log, apply_rules(log, select(log, selection), codebook, ready), codebook, own_scores);
}

}  // namespace detente
