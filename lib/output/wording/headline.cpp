#include "detente/output/wording/headline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "detente/output/wording/outlook_text.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/headline_sentences.hpp"

namespace detente {
using namespace detail;
namespace {

/// " by the gdelt profile (uncalibrated scale)"; "own profile" is in the words already.
std::string profile_note(const Headline& h) {
  if (!h.profile) return {};
  const bool own = h.profile->standing == ProfileStanding::users;
  const std::string name = own ? fmt::format("a profile of the user's own for {}", h.profile->source())
                               : fmt::format("the {} profile", h.profile->name);
  const std::string_view caution = own && !h.profile->own_scale ? "" : caution_of(*h.profile);
  return fmt::format(" by {}{}", name, caution.empty() ? "" : fmt::format(" ({})", caution));
}

std::string_view dash_of(Script script) { return script == Script::ascii ? "-" : "–"; }

std::string band_text(const Headline& h, Script script) {
  if (!h.lower || !h.upper) return {};
  const bool is_small = std::abs(*h.index) < 10 && h.word.empty();
  return fmt::format(" ({})", range_text(h.lower, h.upper, is_small ? 1 : 0, std::string(dash_of(script))));
}

/// "72 of 100", or a figure of a scale without an end.
std::string figure_of(const Headline& h) {
  const bool is_small = h.word.empty() && std::abs(*h.index) < 10;  // a z-score, say
  const std::string index = h.word_to ? rounded_below(*h.index, *h.word_to) : rounded(*h.index, is_small ? 1 : 0);
  return h.most ? fmt::format("{} of {}", index, rounded(*h.most)) : index;
}

std::string over(PeriodKind kind) {
  return kind == PeriodKind::day ? "since the day before" : fmt::format("this {}", to_text(kind));
}

/// The two causes that did most, of which silence may be one: "silence −4.4, agreement −0.5".
std::string causes_of(const Movement& movement, Script script) {
  std::vector<std::pair<double, std::string>> causes{{movement.silence, "silence"}};
  for (const Mover& mover : movement.movers) causes.emplace_back(mover.index, mover.label);
  std::stable_sort(causes.begin(), causes.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
  std::vector<std::string> out;
  for (const auto& [points, name] : causes)
    if (out.size() < 2 && std::abs(points) >= 0.05)
      out.push_back(fmt::format("{} {}", name, signed_figure(points, 1, script == Script::ascii)));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// " (index −4.2 by 3 February 2026: acts −3.1, silence −1.1)", to the phase's extreme; nothing where nothing can be
/// shared out.
std::string index_in(const Phase& phase, Script script) {
  if (!phase.movement) return {};
  const Movement& m = *phase.movement;
  const bool ascii = script == Script::ascii;
  std::vector<std::string> causes;
  const auto add = [&](const char* name, double points) {
    if (std::abs(points) >= 0.05) causes.push_back(fmt::format("{} {}", name, signed_figure(points, 1, ascii)));
  };
  add("acts", m.causes.acts);
  add("measures", m.causes.measures);
  add("releases", m.causes.releases);
  add("silence", m.change() - m.deeds());
  if (causes.empty()) return {};
  return fmt::format(" (index {} by {}: {})", signed_figure(m.change(), 1, ascii), day_in_words(phase.to),
                     fmt::join(causes, ", "));
}

/// Which kind of deed brought the index down most.
std::string_view main_deed(const Phase& thaw) {
  if (!thaw.movement) return "acts";
  const Change& c = thaw.movement->causes;
  if (c.acts <= std::min(c.measures, c.releases)) return "acts";
  return c.releases <= c.measures ? "releases" : "measures";
}

std::string phase_words(const Phase& phase) {
  const std::string since = day_in_words(phase.from);
  switch (phase.kind) {
    case PhaseKind::escalation: return "rising since " + since;
    case PhaseKind::thaw: return fmt::format("cooling since {}, mostly by {}", since, main_deed(phase));
    case PhaseKind::cooling_by_silence: return fmt::format("cooling since {}, mostly by silence", since);
    case PhaseKind::warmth_fading: return "warmth fading since " + since;
    case PhaseKind::easing: return fmt::format("rising since {}, but the index is not", since);
    case PhaseKind::hardening: return fmt::format("cooling since {}, but the index is not", since);
  }
  return {};
}

std::string phase_text(const Phase& phase, Script script) { return phase_words(phase) + index_in(phase, script); }

}  // namespace

namespace detail {

std::string warming_sentence(const Headline& h) {
  return h.warm_from ? fmt::format("It reads low until {}, while it warms up", day_in_words(*h.warm_from)) : "";
}

std::string rank_sentence(const Headline& h) {
  if (!h.rank) return {};
  const std::string since = "since " + month_in_words(h.rank->since);
  if (h.rank->is_highest) return "Tenser than on any other day " + since;
  if (h.rank->is_lowest) return "Calmer than on any other day " + since;
  const bool tenser = h.rank->below >= h.rank->above;
  const std::string tenth = rounded(10 * std::max(h.rank->below, h.rank->above));
  if (tenth == "0") return "As on nearly all days " + since;
  const std::string days =
      tenth == "10" ? "nearly all days" : fmt::format("{} day{} of 10", tenth, tenth == "1" ? "" : "s");
  return fmt::format("{} than on {} {}", tenser ? "Tenser" : "Calmer", days, since);
}

std::string change_sentence(const Headline& h, Script script) {
  if (!h.movement) return {};
  const double change = h.movement->change();
  const std::string size = rounded(std::abs(change), 1), when = over(h.movement->period.kind);
  const std::string text =
      size == "0.0" ? "Unchanged " + when : fmt::format("{} {} {}", change > 0 ? "Up" : "Down", size, when);
  const std::string causes = causes_of(*h.movement, script);
  return causes.empty() ? text : fmt::format("{}: {}", text, causes);
}

std::string measures_sentence(const Headline& h) {
  if (!h.measures) return {};
  const std::string points = rounded(*h.measures);
  if (h.open_measures == 0 && points == "0") return "No measure stands";
  const std::string number = capitalised(number_in_words(h.open_measures));
  return fmt::format("{} measure{} ({} point{})", number, h.open_measures == 1 ? " stands" : "s stand", points,
                     points == "1" ? "" : "s");
}

std::string heat_sentence(const Headline& h, Script script) {
  const std::string heat = h.heat ? "Heat " + rounded(*h.heat) : std::string();
  const std::string phase = h.phase ? phase_text(*h.phase, script) : std::string();
  return heat.empty() || phase.empty() ? capitalised(heat + phase) : heat + ", " + phase;
}

std::string peak_sentence(const Headline& h) {
  if (!h.rank || h.rank->is_highest) return {};
  return fmt::format("Peak {} on {}", rounded(h.rank->highest), day_in_words(h.rank->peak));
}

std::string largest_sentence(const Headline& h) {
  if (h.movement || h.largest_label.empty()) return {};
  return "Largest: " + h.largest_label + (h.largest_day ? ", " + day_in_words(*h.largest_day) : "");
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences)
    if (!sentence.empty()) out += (out.empty() ? "" : " ") + sentence + ".";
  return out;
}

}  // namespace detail

namespace {

/// The sign between two names, with room around it where names have blanks themselves.
std::string joined_by(const Dyad& dyad, const std::string& sign) {
  const bool has_blanks = (dyad.source + dyad.target).find(' ') != std::string::npos;
  return dyad.source + (has_blanks ? " " + sign + " " : sign) + dyad.target;
}

}  // namespace

std::string arrow_name(const Dyad& dyad, Script script) {
  return joined_by(dyad, script == Script::ascii ? "->" : "→");
}

std::string dyad_name(const Dyad& pair, DirectionChoice direction, Script script) {
  const Dyad dyad = chosen_dyad(pair, direction);
  if (direction != DirectionChoice::both) return arrow_name(dyad, script);
  return joined_by(dyad, script == Script::ascii ? "-" : "–");
}

std::string warming_up_text(Day warm_from) {
  return fmt::format("Until {} the sums are still filling: the index reads low.", to_text(warm_from));
}

std::string warming_up_text(const IndexSeries& series) {
  const bool any = std::any_of(series.rows.begin(), series.rows.end(), [](const IndexRow& r) { return r.warming_up; });
  return any && series.warm_from ? warming_up_text(*series.warm_from) : std::string();
}

std::string reading_text(const Headline& h, Script script) {
  if (!h.index) return "no index";
  const std::string word = h.word.empty() ? std::string() : fmt::format(", {}", h.word);
  return figure_of(h) + word + band_text(h, script) + profile_note(h);
}

std::string context_text(const Headline& h, Script script) {
  return joined({warming_sentence(h), rank_sentence(h), change_sentence(h, script), measures_sentence(h),
                 heat_sentence(h, script), peak_sentence(h), largest_sentence(h)});
}

std::string to_text(const Headline& h, DirectionChoice direction, Script script) {
  const std::string first = fmt::format("{} on {}: {}", dyad_name(h.names.of(h.dyad), direction, script),
                                        day_in_words(h.day), reading_text(h, script));
  const std::string outlook = h.outlook ? capitalised(outlook_text(*h.outlook, script)) : std::string();
  const std::string context = context_text(h, script);
  return joined({first}) + (context.empty() ? "" : " ") + context + (outlook.empty() ? "" : " ") + joined({outlook});
}

}  // namespace detente
