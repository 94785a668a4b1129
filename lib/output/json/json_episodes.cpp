#include "detente/output/json/json_episodes.hpp"

#include "output/json/json_movement.hpp"
#include "output/wording/series_words.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_phases(const EpisodeReport& report) {
  Json out = Json::array();
  for (std::size_t i = 0; i < report.phases.size(); ++i) {
    Json phase = json_of_phase(report.phases[i], report.pair);
    phase["agreement"] = report.agreement.empty() ? Json(nullptr) : json_of(report.agreement[i]);
    out.push_back(std::move(phase));
  }
  return out;
}

Json json_of_shift(const LevelShift& s) {
  const auto cause = [](const ShiftCause& c) {
    return Json{{"code", c.code}, {"label", c.label}, {"before", json_of(c.before)}, {"after", json_of(c.after)}};
  };
  return {{"period", s.period.label()},         {"first_day", json_of(s.period.first)},
          {"before", json_of(s.before)},        {"after", json_of(s.after)},
          {"sd_before", json_of(s.sd_before)},  {"sd_after", json_of(s.sd_after)},
          {"periods_before", s.periods_before}, {"periods_after", s.periods_after},
          {"causes", list_of(s.causes, cause)}, {"others", json_of(s.others)}};
}

Json json_of_shifts(const EpisodeReport& report) {
  const LevelShifts& all = report.shifts;
  Json periods = Json::array();
  for (std::size_t i = 0; i < all.periods.size(); ++i)
    periods.push_back({{"period", all.periods[i].label()}, {"value", json_of(all.values[i])}});
  return {{"every", period_name(all)},
          {"change_in", name_of(report.change_options.change_in)},
          {"rule", name_of(all.found.rule)},
          {"penalty", json_of(all.found.penalty)},
          {"inflation", json_of(all.found.inflation)},
          {"autocorrelation", json_of(all.found.noise.autocorrelation)},
          {"noise_sd", json_of(all.found.noise.sd)},
          {"periods", std::move(periods)},
          {"found", list_of(all.shifts, json_of_shift)}};
}

Json json_of_break(const Break& b, const Dyad& pair) {
  const Dyad way = who(std::nullopt, b.direction, pair);
  return {{"day", json_of(b.day)}, {"source", way.source}, {"target", way.target}, {"residual", json_of(b.residual)}};
}

}  // namespace

std::string episodes_json(const EpisodeReport& r) {
  return json_text({{"source", r.shown().source},
                    {"target", r.shown().target},
                    {"names", Json(r.names.all())},
                    {"direction", to_text(r.direction)},
                    {"first_day", json_of(r.first)},
                    {"last_day", json_of(r.last)},
                    {"path", to_text(r.phase_options.path)},
                    {"delta", json_of(r.phase_options.delta)},
                    {"phases", json_of_phases(r)},
                    {"shifts", json_of_shifts(r)},
                    {"breaks", list_of(r.shifts.breaks, [&](const Break& b) { return json_of_break(b, r.pair); })},
                    {"unknown_codes", json_of_unknown_codes(r.unknown)},
                    {"provenance", json_of(r.provenance)}});
}

}  // namespace detente
