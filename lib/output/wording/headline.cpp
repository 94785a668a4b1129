#include "detente/output/wording/headline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "detente/output/wording/outlook_text.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

std::string measures_text(const Headline& h) {
  const std::string points = rounded(*h.measures);
  if (h.open_measures == 0 && points == "0") return "no measures in force";
  return fmt::format("measures in force {} point{} ({} open)", points, points == "1" ? "" : "s", h.open_measures);
}

/// " by the gdelt profile (uncalibrated scale)"; "own profile" is in the words already.
std::string profile_note(const Headline& h) {
  if (!h.profile) return {};
  const bool own = h.profile->standing == ProfileStanding::users;
  const std::string name = own ? fmt::format("a profile of the user's own for {}", h.profile->source())
                               : fmt::format("the {} profile", h.profile->name);
  const std::string_view caution = own && !h.profile->own_scale ? "" : caution_of(*h.profile);
  return fmt::format(" by {}{}", name, caution.empty() ? "" : fmt::format(" ({})", caution));
}

std::string index_text(const Headline& h) {
  if (!h.index) return "no index";
  const bool small = h.word.empty() && std::abs(*h.index) < 10;  // a z-score, say
  const std::string index = h.word_to ? rounded_below(*h.index, *h.word_to) : rounded(*h.index, small ? 1 : 0);
  return (h.word.empty() ? index : fmt::format("{} ({})", index, h.word)) + profile_note(h);
}

std::string phase_text(const Phase& phase) {
  const std::string since = to_text(phase.from);
  switch (phase.kind) {
    case PhaseKind::escalation: return "rising since " + since;
    case PhaseKind::thaw: return fmt::format("cooling since {}: mostly acts", since);
    case PhaseKind::cooling_by_silence: return fmt::format("cooling since {}: mostly silence", since);
    case PhaseKind::warmth_fading: return "warmth fading since " + since;
  }
  return {};
}

std::string largest_text(const Headline& h) {
  std::string text = "largest: " + h.largest_label;
  if (h.largest_day) text += ", " + to_text(*h.largest_day);
  return text;
}

}  // namespace

std::string arrow_name(const Dyad& dyad, Script script) {
  return dyad.source + (script == Script::ascii ? "->" : "→") + dyad.target;
}

std::string dyad_name(const Dyad& pair, DirectionChoice direction, Script script) {
  const Dyad dyad = chosen_dyad(pair, direction);
  if (direction != DirectionChoice::both) return arrow_name(dyad, script);
  return dyad.source + (script == Script::ascii ? "-" : "–") + dyad.target;
}

std::string warming_up_text(Day warm_from) {
  return fmt::format("Until {} the sums are still filling: the index reads low.", to_text(warm_from));
}

std::string warming_up_text(const IndexSeries& series) {
  const bool any = std::any_of(series.rows.begin(), series.rows.end(), [](const IndexRow& r) { return r.warming_up; });
  return any && series.warm_from ? warming_up_text(*series.warm_from) : std::string();
}

std::string reading_text(const Headline& h) {
  std::vector<std::string> parts{index_text(h)};
  if (h.warm_from) parts.push_back(fmt::format("reads low until {}, while it warms up", to_text(*h.warm_from)));
  if (h.heat) parts.push_back("heat " + rounded(*h.heat));
  if (h.measures) parts.push_back(measures_text(h));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string movement_text(const Headline& h) {
  std::vector<std::string> parts;
  if (h.phase) parts.push_back(phase_text(*h.phase));
  if (!h.largest_label.empty()) parts.push_back(largest_text(h));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string to_text(const Headline& h, DirectionChoice direction, Script script) {
  const std::string movement = movement_text(h);
  const std::string outlook = h.outlook ? outlook_text(*h.outlook, script) : std::string();
  return fmt::format("{} on {}: {}{}{}{}{}", dyad_name(h.dyad, direction, script), to_text(h.day), reading_text(h),
                     movement.empty() ? "" : "; ", movement, outlook.empty() ? "" : "; ", outlook);
}

}  // namespace detente
