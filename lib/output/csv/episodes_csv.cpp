#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/episodes_table.hpp"
#include "output/wording/series_words.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr const char* episodes_header =
    "what,kind,source,target,from,to,path_from,path_to,index_from,index_to,acts,measures,releases,silence,acts_share,"
    "agreement,before,after,residual,causes,ongoing\n";

std::string figure_or_nothing(const std::optional<double>& value) { return value ? shortest(*value) : std::string(); }

/// A line of the file; what stays empty does not apply.
struct Line {
  std::string_view what, kind;
  Dyad dyad;
  std::string from, to = {};
  std::optional<double> path_from = {}, path_to = {}, index_from = {}, index_to = {};
  std::optional<double> acts = {}, measures = {}, releases = {}, silence = {}, acts_share = {}, agreement = {};
  std::optional<double> before = {}, after = {}, residual = {};
  std::string causes = {};
  std::string_view ongoing = {};

  std::string text() const {
    std::string out =
        fmt::format("{},{},{},{},{},{}", what, kind, csv_field(dyad.source), csv_field(dyad.target), from, to);
    for (const auto* value : {&path_from, &path_to, &index_from, &index_to, &acts, &measures, &releases, &silence,
                              &acts_share, &agreement, &before, &after, &residual})
      out += "," + figure_or_nothing(*value);
    return out + fmt::format(",{},{}\n", csv_field(causes), ongoing);
  }
};

std::string movers_of(const Movement& movement) {
  std::string out;
  for (const Mover& mover : movement.movers)
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", mover.label, shortest(mover.index));
  return out;
}

Line line_of(const Phase& p, const Dyad& pair) {
  Line line{.what = "phase",
            .kind = to_text(p.kind),
            .dyad = pair,
            .from = to_text(p.from),
            .to = to_text(p.to),
            .path_from = p.heat_from,
            .path_to = p.heat_to,
            .acts_share = p.acts_share,
            .ongoing = p.ongoing ? "yes" : "no"};
  if (!p.movement) return line;
  const Movement& m = *p.movement;
  line.index_from = m.from;
  line.index_to = m.to;
  line.acts = m.causes.acts;
  line.measures = m.causes.measures;
  line.releases = m.causes.releases;
  line.silence = m.change() - m.deeds();
  line.causes = movers_of(m);
  return line;
}

}  // namespace

std::string episodes_csv(const EpisodeReport& report) {
  std::string out = episodes_header;
  for (std::size_t i = 0; i < report.phases.size(); ++i) {
    Line line = line_of(report.phases[i], report.shown());
    if (!report.agreement.empty()) line.agreement = report.agreement[i];
    out += line.text();
  }
  for (const LevelShift& s : report.shifts.shifts)
    out += Line{.what = "shift",
                .kind = name_of(report.change_options.change_in),
                .dyad = report.shown(),
                .from = to_text(s.period.first),
                .before = s.before,
                .after = s.after,
                .causes = causes_text(s, true, "; ")}
               .text();
  for (const Break& b : report.shifts.breaks)
    out += Line{.what = "break",
                .kind = b.residual > 0 ? "up" : "down",
                .dyad = who(std::nullopt, b.direction, report.pair),
                .from = to_text(b.day),
                .residual = b.residual}
               .text();
  return out;
}

}  // namespace detente
