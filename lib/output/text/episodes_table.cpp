#include "detente/output/text/episodes_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "detente/ground/number.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/series_words.hpp"

namespace detente {
using namespace detail;
namespace {

/// The most breaks that a table shows; CSV and JSON have all.
constexpr std::size_t most_breaks = 12;
constexpr std::size_t named_movers = 2;

/// Prints a report part by part.
class EpisodesText {
 public:
  EpisodesText(const EpisodeReport& report, Script script) : r_(report), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const { return phases() + "\n" + shifts() + "\n" + breaks(); }

 private:
  std::string phases() const {
    const std::string_view path = to_text(r_.phase_options.path);
    const std::string who = dyad_name(r_.names.of(r_.dyad), r_.direction, script_);
    std::string out =
        fmt::format("{}, {} to {}: {} of {}, of {} points or more\n", who, to_text(r_.first), to_text(r_.last),
                    counted(r_.phases.size(), "phase"), path, shortest(r_.phase_options.delta));
    if (r_.phases.empty()) return out;
    TextTable table({{"phase"},
                     {"from"},
                     {"to"},
                     {std::string(path), Align::right},
                     {"index", Align::right},
                     {"acts", Align::right},
                     {"measures", Align::right},
                     {"releases", Align::right},
                     {"silence", Align::right},
                     {"agreement", Align::right},
                     {"what moved the index", Align::left, 60}},
                    glyphs_.cut);
    for (std::size_t i = 0; i < r_.phases.size(); ++i) table.add(phase_cells(i));
    return out + "\n" + table.text() + phase_notes();
  }

  std::vector<std::string> phase_cells(std::size_t i) const {
    const Phase& p = r_.phases[i];
    std::vector<std::string> cells{std::string(to_text(p.kind)), to_text(p.from),
                                   to_text(p.to) + (p.ongoing ? " so far" : ""), from_to(p.heat_from, p.heat_to)};
    if (!p.movement)
      cells.insert(cells.end(), 5, "");
    else
      for (std::string& cell : movement_cells(*p.movement)) cells.push_back(std::move(cell));
    cells.push_back(r_.agreement.empty() ? "" : rounded(100 * r_.agreement[i]) + " %");
    cells.push_back(p.movement ? movers(*p.movement) : "");
    return cells;
  }

  std::vector<std::string> movement_cells(const Movement& m) const {
    return {from_to(m.from, m.to), points(m.causes.acts), points(m.causes.measures), points(m.causes.releases),
            points(m.change() - m.deeds())};
  }

  std::string from_to(double from, double to) const {
    return fmt::format("{} {} {}", rounded(from, 1), glyphs_.arrow, rounded(to, 1));
  }

  /// Nothing for what rounds to nothing.
  std::string points(double value) const {
    return std::abs(value) < 0.05 ? std::string() : signed_figure(value, 1, script_ == Script::ascii);
  }

  std::string movers(const Movement& m) const {
    std::vector<std::string> out;
    for (const Mover& mover : m.movers)
      if (out.size() < named_movers && std::abs(mover.index) >= 0.05)
        out.push_back(mover.label + " " + signed_figure(mover.index, 1, script_ == Script::ascii));
    return fmt::format("{}", fmt::join(out, ", "));
  }

  std::string phase_notes() const {
    const std::string_view path = to_text(r_.phase_options.path);
    const bool shared = std::any_of(r_.phases.begin(), r_.phases.end(), [](const Phase& p) { return p.movement; });
    std::string out =
        shared ? "\nActs, measures, releases and silence are points of the index, as explain gives them for the same "
                 "days. "
                 "A fall\nis a thaw, and a rise an escalation, if deeds supply at least half of the index's change"
               : "\nThis index is not shared out among acts. A fall is a thaw, and a rise an escalation, if new acts "
                 "supply at least\nhalf of it in the heat";
    out += fmt::format("; in easing and\nhardening the index does not follow the {}.\n", path);
    if (!r_.agreement.empty())
      out +=
          "Agreement is the share of draws of vague dates, doubtful acts and scores that find the phase: no "
          "probability.\n";
    return out;
  }

  std::string shifts() const {
    const ChangePoints& found = r_.shifts.found;
    std::size_t values = 0;
    for (const SeriesSegment& segment : found.segments) values += segment.count;
    std::string out = fmt::format(
        "{} in the {} by {} ({}, {})\n",
        r_.shifts.shifts.empty() ? "No shift for good" : counted(r_.shifts.shifts.size(), "shift") + " for good",
        series_name(r_.change_options.change_in), period_name(r_.shifts), penalty_text(found),
        counted(values, "period") + " with a value");
    if (r_.shifts.shifts.empty()) return out;
    TextTable table({{"since"},
                     {"before", Align::right},
                     {"after", Align::right},
                     {"change", Align::right},
                     {"sd before", Align::right},
                     {"sd after", Align::right},
                     {"periods", Align::right},
                     {"what makes the difference", Align::left, 70}},
                    glyphs_.cut);
    for (const LevelShift& s : r_.shifts.shifts) table.add(shift_cells(s));
    return out + "\n" + table.text();
  }

  std::vector<std::string> shift_cells(const LevelShift& s) const {
    const bool ascii = script_ == Script::ascii;
    return {s.period.label(),
            rounded(s.before, 2),
            rounded(s.after, 2),
            signed_figure(s.size(), 2, ascii),
            rounded(s.sd_before, 2),
            rounded(s.sd_after, 2),
            fmt::format("{}, {}", s.periods_before, s.periods_after),
            causes_text(s, ascii)};
  }

  static std::string penalty_text(const ChangePoints& found) {
    std::string out = fmt::format("{} {}", name_of(found.rule), rounded(found.penalty, 1));
    if (found.inflation != 1)
      out += fmt::format(" times {} for autocorrelation {}", rounded(found.inflation, 2),
                         rounded(found.noise.autocorrelation, 2));
    return out;
  }

  std::string breaks() const {
    const std::vector<Break>& all = r_.shifts.breaks;
    std::string out = fmt::format("{} on which the level jumped (residuals of a local level beyond {}{})\n",
                                  all.empty() ? "No day" : counted(all.size(), "day"),
                                  script_ == Script::ascii ? "+-" : "±", rounded(r_.least_residual, 1));
    if (all.empty()) return out;
    TextTable table({{"day"}, {"direction"}, {"residual", Align::right}}, glyphs_.cut);
    for (const Break& b : largest(all))
      table.add({to_text(b.day), arrow_name(r_.names.of(who(std::nullopt, b.direction, r_.pair)), script_),
                 signed_figure(b.residual, 1, script_ == Script::ascii)});
    out += "\n" + table.text();
    if (all.size() > most_breaks)
      out += fmt::format("and {} smaller ones; CSV and JSON have all\n", all.size() - most_breaks);
    return out;
  }

  /// The largest, by day.
  static std::vector<Break> largest(std::vector<Break> breaks) {
    if (breaks.size() <= most_breaks) return breaks;
    std::stable_sort(breaks.begin(), breaks.end(),
                     [](const Break& a, const Break& b) { return std::abs(a.residual) > std::abs(b.residual); });
    breaks.resize(most_breaks);
    std::stable_sort(breaks.begin(), breaks.end(), [](const Break& a, const Break& b) { return a.day < b.day; });
    return breaks;
  }

  const EpisodeReport& r_;
  Script script_;
  Glyphs glyphs_;
};

}  // namespace

std::string episodes_table(const EpisodeReport& report, Script script) { return EpisodesText(report, script).text(); }

}  // namespace detente
