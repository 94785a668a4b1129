#pragma once
/// \file
/// Hand-made results for the tests of output: small, with every kind of thing that output prints, and hostile text.

#include <optional>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"
#include "detente/scales/words.hpp"

namespace detente::test {

/// Markup, quotes, a control byte, a byte that is no UTF-8, and letters beyond ASCII.
inline const std::string hostile_text = "<script>alert(\"1\")</script> & 'quoted' \x01 \xff Bogotá";

inline Provenance sample_provenance() {
  Provenance p;
  p.sources = {"sample.csv"};
  p.codebook = "plain";
  p.codebook_version = "2026-11";
  p.codebook_hash = "0123456789abcdef";
  p.codebook_title = "Plain terms";
  p.model = "decayed_sum half_life_verbal=14";
  p.scale = "softsign kappa=10";
  p.rules = "one-a-day off";
  p.status_weights = "confirmed=1";
  p.band = "90 % coding band, 1000 draws, seed 1";
  p.version = "1.2.3";
  p.assumptions = {"2 events do not say when they were reported"};
  return p;
}

/// One event, which has the id 0: that of a line of an attribution made by hand.
inline EventLog sample_log() {
  EventLog log;
  log.add({.id = "E1",
           .date = DateSpan::on(Day::from_civil(2025, 1, 5)),
           .source = "USA",
           .target = "COL",
           .code = "threat",
           .note = "a, b",
           .url = "https://example.org/1"});
  return log;
}

inline EventMark sample_event(std::uint32_t number, Day day, Direction direction, QuadClass quad, std::string label,
                              double points) {
  EventMark e;
  e.event = {number};
  e.source.id = "E" + std::to_string(number);
  e.source.date = DateSpan::on(day);
  e.source.source = direction == Direction::forward ? "COL" : "USA";
  e.source.target = direction == Direction::forward ? "USA" : "COL";
  e.source.code = "code" + std::to_string(number);
  e.day = day;
  e.direction = direction;
  e.quad = quad;
  e.label = std::move(label);
  e.points = e.impact = points;
  e.now = points / 2;
  e.line = number + 2;
  return e;
}

/// Two months; the index is missing from 10 to 19 February.
inline void fill_days(IndexReport& r) {
  const Day first = Day::from_civil(2025, 1, 1), end = Day::from_civil(2025, 3, 1);
  for (Day d = first; d < end; ++d) {
    const bool gap = d >= Day::from_civil(2025, 2, 10) && d < Day::from_civil(2025, 2, 20);
    const double value = 50 + static_cast<double>(d - first) / 4;
    const auto at = [&](double v) { return gap ? std::nullopt : std::optional(v); };
    r.daily.days.push_back(d);
    r.daily.index.push_back(at(value));
    r.daily.lower.push_back(at(value - 3));
    r.daily.upper.push_back(at(value + 3));
    r.daily.lowest.push_back(at(value - 8));
    r.daily.highest.push_back(at(value + 8));
    r.daily.heat.push_back(at(value - 10));
  }
}

inline void fill_rows(IndexReport& r) {
  IndexRow january;
  january.period = period_of(PeriodKind::month, Day::from_civil(2025, 1, 1));
  january.index = 57.5, january.lower = 54.5, january.upper = 60.25, january.lowest = 49.5, january.highest = 65.5;
  january.level = 1.7647058823529411, january.heat = 0.1, january.measures = 5, january.forward = 52,
  january.backward = 62, january.events = 3, january.support = 2.5;
  IndexRow february;
  february.period = january.period.next();
  february.events = 0;
  r.series.rows = {january, february};
  r.series.dyad = r.pair;
  r.series.provenance = sample_provenance();
  r.series.words = scale_words(r.series.provenance.model, Scale());
}

inline void fill_events(IndexReport& r) {
  const auto jan = [](int d) { return Day::from_civil(2025, 1, d); };
  r.events = {sample_event(0, jan(5), Direction::backward, QuadClass::verbal_conflict, "threat of force", 6),
              sample_event(1, jan(9), Direction::forward, QuadClass::verbal_cooperation, "phone call", -2),
              sample_event(2, jan(12), Direction::backward, QuadClass::material_conflict, "visa revoked", 5),
              sample_event(3, jan(20), Direction::backward, QuadClass::material_cooperation, "visa granted", -2)};
  r.events[0].source.note = hostile_text;
  r.events[0].source.url = "https://example.org/a?b=1&c=\"2\"";  // a quote: not a link that we follow
  r.events[1].source.url = "https://www.example.org/call?a=1&b=2";
  r.events[1].source.date = {jan(6), jan(12), SpanKind::one_day, 0};
  r.events[2].source.url = "javascript:alert(1)";
  r.events[2].source.extra = {{"coder", "A & B"}};
  r.events[3].source.status = Status::alleged;
  EventMark third = sample_event(4, jan(25), Direction::forward, QuadClass::material_conflict, "armed intervention", 0);
  third.points = 10;
  third.source.source = "USA", third.source.target = "VEN";
  third.third_party = true;
  third.now = std::nullopt;
  r.events.push_back(third);
}

inline void fill_measures(IndexReport& r) {
  MeasureSpell ban;
  ban.measure = "visa_ban", ban.object = "head of state", ban.direction = Direction::backward, ban.points = 5;
  ban.opening_event = {2}, ban.from = Day::from_civil(2025, 1, 12);
  ban.lifts = {{Day::from_civil(2025, 1, 20), Day::from_civil(2025, 1, 25), {3}}};
  MeasureSpell tariff;
  tariff.measure = "tariff", tariff.direction = Direction::forward, tariff.points = 4;
  tariff.from = Day::from_civil(2025, 1, 6), tariff.to = Day::from_civil(2025, 2, 6);
  r.measures.spells = {tariff, ban};
}

inline void fill_headline(IndexReport& r) {
  r.phases = {{PhaseKind::escalation, Day::from_civil(2025, 1, 1), Day::from_civil(2025, 1, 12), 0, 11, 1, false},
              {PhaseKind::thaw, Day::from_civil(2025, 1, 12), Day::from_civil(2025, 2, 28), 11, 2, 0.62, true}};
  Headline& h = r.headline;
  h.dyad = r.pair;
  h.day = Day::from_civil(2025, 2, 28);
  h.index = 64.5, h.word = "strained", h.heat = 54.4, h.measures = 4.6, h.open_measures = 1;
  h.phase = r.phases.back();
  h.largest_label = "threat of force";
  h.largest_day = Day::from_civil(2025, 1, 5);
}

/// January only: February has no index at its end.
inline void fill_movements(IndexReport& r) {
  const auto jan = [](int d) { return Day::from_civil(2025, 1, d); };
  r.movements = {Movement{.period = period_of(PeriodKind::month, jan(1)),
                          .from = 50,
                          .to = 57.5,
                          .silence = -1.25,
                          .movers = {{{0}, jan(5), Direction::backward, "threat of force", 5.25},
                                     {{2}, jan(12), Direction::backward, "visa revoked", 4.5},
                                     {{1}, jan(9), Direction::forward, "phone call", -0.75}},
                          .others = -0.25,
                          .more = 1}};
}

/// Two months: another level since February, two issues, both sides, two rivals.
inline void fill_further(IndexReport& r) {
  const Period january = r.series.rows[0].period, february = r.series.rows[1].period;
  r.shifts =
      LevelShifts{.periods = {january, february}, .values = {1.5, 4.25}, .found = {}, .shifts = {}, .breaks = {}};
  r.shifts->shifts = {{.period = february,
                       .before = 1.5,
                       .after = 4.25,
                       .sd_before = 1,
                       .sd_after = 2,
                       .periods_before = 1,
                       .periods_after = 1,
                       .causes = {{"threat", "threat <of> force", 0, 3}},
                       .others = -0.25}};
  r.issues = IssueLevels{.periods = {january, february},
                         .levels = {1.75, 4},
                         .issues = {{hostile_text, {2, 3.5}}, {"trade", {-0.75, -1}}},
                         .others = {0.5, 1.5},
                         .joined = 1};
  r.asymmetry = Asymmetry{.periods = {january, february},
                          .forward = {52, 58},
                          .backward = {62, 71},
                          .latest = february,
                          .forward_now = 58,
                          .backward_now = 71,
                          .since = january,
                          .lead = {.lag = 0, .correlation = 1, .changes = 1}};
  r.rivals = {{"period_sum", "period_sum every=month", "", {6, 1.5}, std::nullopt, 1},
              {"conflict_share", "conflict_share every=month", "", {80, std::nullopt}, 0.5, 1}};
}

inline IndexReport sample_report() {
  IndexReport r;
  r.pair = {"COL", "USA"};
  fill_days(r);
  fill_rows(r);
  fill_events(r);
  fill_measures(r);
  fill_headline(r);
  fill_movements(r);
  fill_further(r);
  r.unknown = {{"visa_revokd", 2}};
  Sensitivity s;
  s.alternatives = {{"half-lives x 2", {{1.0}, {71.25}}}, {"codebook <gdelt>", {{}, {std::nullopt}}}};
  r.sensitivity = s;
  return r;
}

inline FileReport sample_file() {
  FileReport f;
  f.name = "sample.csv", f.format = "chronology";
  f.rows = 7, f.kept = 4, f.set_aside = {{"empty row", 1}}, f.rejected = {{"bad date", 1}, {"unknown status", 1}};
  f.examples = {{4, 2, "date", "bad date", "2025-02 has days 01 to 28", "2025-02-29"}};
  f.first_day = Day::from_civil(2025, 1, 5), f.last_day = Day::from_civil(2025, 1, 25);
  f.days_without_reports = 16;
  f.unknown_columns = {"coder"};
  f.unknown_names = {{"Atlantis", 1}, {"Ruritania", 2}};
  return f;
}

/// Thousands of events over decades.
inline IndexReport long_report(std::size_t events, int years) {
  IndexReport r = sample_report();
  r.daily = {};
  r.events.clear();
  const Day first = Day::from_civil(1985, 1, 1), end = Day::from_civil(1985 + years, 1, 1);
  for (Day d = first; d < end; ++d) {
    r.daily.days.push_back(d);
    r.daily.index.push_back(50.0 + static_cast<double>(d.value % 37));
  }
  r.daily.heat = r.daily.lower = r.daily.upper = r.daily.lowest = r.daily.highest = r.daily.index;
  r.series.rows.clear();
  for (const Period& p : periods_between(PeriodKind::year, first, end)) {
    r.series.rows.emplace_back();
    r.series.rows.back().period = p;
  }
  const std::int64_t days = end - first;
  for (std::size_t i = 0; i < events; ++i) {
    const auto day = first + static_cast<std::int32_t>(static_cast<std::int64_t>(i) * 7919 % days);
    r.events.push_back(sample_event(static_cast<std::uint32_t>(i), day,
                                    i % 2 ? Direction::forward : Direction::backward, quad_classes[i % 4],
                                    "some act with a name", i % 4 < 2 ? -2.0 : 4.0));
  }
  return r;
}

}  // namespace detente::test
