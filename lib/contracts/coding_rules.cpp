#include "detente/contracts/coding_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "contracts/by_day_and_key.hpp"
#include "contracts/code_rules.hpp"
#include "contracts/endings.hpp"
#include "contracts/mirrors.hpp"
#include "contracts/weigh_alone.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

/// Calls `look` with each run of events that share their middle day.
template <class Look>
void for_each_day(std::vector<CodedEvent>& events, Look look) {
  for (std::size_t i = 0, end = 0; i < events.size(); i = end) {
    const Day day = events[i].date.middle();
    while (end < events.size() && events[end].date.middle() == day) ++end;
    look(std::span(events).subspan(i, end - i));
  }
}

std::uint16_t shared_number(const SharedNumbers& shared, std::uint16_t code) {
  return shared.empty() ? code : shared[code];
}

bool is_firmer(const CodedEvent& a, const CodedEvent& b) {
  return std::make_tuple(b.mentions, a.status(), a.key()) < std::make_tuple(a.mentions, b.status(), b.key());
}

double mention_weight(std::uint32_t mentions, Mentions rule) {
  if (rule == Mentions::one) return 1;
  return rule == Mentions::count ? mentions : std::log1p(static_cast<double>(mentions));
}

Exposure totals_of(const std::vector<CodedEvent>& events) {
  std::map<Day, double> counts;
  for (const CodedEvent& e : events) ++counts[e.date.middle()];
  return Exposure(std::vector<std::pair<Day, double>>(counts.begin(), counts.end()));
}

std::vector<CodedEvent> apply_volume(std::vector<CodedEvent> events, const CodingRules& rules) {
  if (rules.volume == Volume::none) return events;
  if (rules.volume == Volume::log) throw_invalid("volume", "log", "needs the log's totals first (with_totals)");
  const Exposure totals = rules.volume == Volume::dyad ? totals_of(events) : rules.exposure;
  return weigh_volume(std::move(events), totals);
}

}  // namespace

std::string to_text(const CodingRules& rules) {
  return fmt::format("one-a-day {}, mirrors {}, mentions {}, volume {}", rules.one_a_day ? "on" : "off",
                     to_text(rules.mirrors), to_text(rules.mentions), to_text(rules.volume));
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

SharedNumbers shared_numbers(const EventLog& log, const Codebook& codebook) {
  if (!codebook.takes_spellings()) return {};
  SharedNumbers out(log.codes().size());
  FirstSpellings spellings(codebook);
  for (SymbolId i = 0; i < out.size(); ++i) out[i] = spellings.first_of(log.codes()[i], static_cast<std::uint16_t>(i));
  return out;
}

std::vector<CodedEvent> one_a_day(std::vector<CodedEvent> events, const SharedNumbers& shared) {
  const auto compared = [&](const CodedEvent& e) {
    return std::make_tuple(e.date, e.direction, e.others, shared_number(shared, e.code()));
  };
  put_in_order(events);
  std::vector<CodedEvent> out;
  out.reserve(events.size());
  for_each_day(events, [&](std::span<CodedEvent> day) {
    if (day.size() == 1) {
      out.push_back(day.front());
      return;
    }
    std::sort(day.begin(), day.end(), [&](const CodedEvent& a, const CodedEvent& b) {
      const auto x = compared(a), y = compared(b);
      return x < y || (x == y && is_firmer(a, b));
    });
    const std::size_t first = out.size();
    for (std::size_t i = 0; i < day.size(); ++i)
      if (i == 0 || compared(day[i]) != compared(day[i - 1])) out.push_back(day[i]);
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), detail::by_day_and_key);
  });
  return out;
}

std::vector<CodedEvent> mirrors_once(std::vector<CodedEvent> events, const MirrorTest& mirrors) {
  for_each_day(events, [&](std::span<CodedEvent> day) {
    if (day.size() > 1) halve_mirrors(day, mirrors);
  });
  return events;
}

MirrorTest mirror_test(const EventLog& log, const Codebook& codebook) {
  MirrorSides sides(codebook);
  for (SymbolId i = 0; i < log.codes().size(); ++i) sides.add(log.codes()[i]);
  return sides;
}

CodeTables code_tables(const EventLog& log, const Codebook& codebook, const CodingRules& rules) {
  CodeTables out;
  if (rules.one_a_day) out.shared = shared_numbers(log, codebook);
  if (rules.mirrors == Mirrors::once) out.mirrors = mirror_test(log, codebook);
  if (rules.mirrors == Mirrors::any) out.mirrors = std::equal_to<>();
  return out;
}

std::vector<CodedEvent> thin_out(std::vector<CodedEvent> events, const CodingRules& rules, const CodeTables& tables) {
  if (rules.one_a_day) events = one_a_day(std::move(events), tables.shared);
  if (rules.mirrors != Mirrors::twice) events = mirrors_once(std::move(events), tables.mirrors);
  return weigh_mentions(std::move(events), rules.mentions);
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
  for (CodedEvent& e : events) e.probability *= status[e.status()];
  return events;
}

void detail::weigh_alone(CodedEvent& event, const CodingRules& rules) {
  event.weight *= mention_weight(event.mentions, rules.mentions);
  if (rules.volume == Volume::file) event.weight /= rules.exposure.relative_volume(event.date.middle());
  event.probability *= rules.status[event.status()];
}

CodingRules with_totals(CodingRules rules, Exposure totals) {
  if (rules.volume != Volume::log) return rules;
  rules.volume = Volume::file;
  rules.exposure = std::move(totals);
  return rules;
}

std::vector<CodedEvent> apply_rules(const EventLog& log, std::vector<CodedEvent> selected, const Codebook& codebook,
                                    const CodingRules& rules) {
  auto [events, endings] = part_endings(log, std::move(selected), codebook);
  events = thin_out(std::move(events), rules, code_tables(log, codebook, rules));
  events = apply_volume(std::move(events), rules);
  events.insert(events.end(), endings.begin(), endings.end());
  put_in_order(events);
  return weigh_status(std::move(events), rules.status);
}

}  // namespace detente
