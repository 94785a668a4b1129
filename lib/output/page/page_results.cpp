#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "detente/ground/text.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

std::string words_of_scale(const ScaleWords& words) {
  std::vector<std::string> parts;
  for (const WordBand& b : words.bands)
    parts.push_back(parts.empty() ? fmt::format("below {} {}", rounded(b.to), b.word)
                                  : fmt::format("from {} {}", rounded(b.from), b.word));
  return parts.empty() ? "" : fmt::format("Words of the index: {}.", fmt::join(parts, ", "));
}

std::string words_of_sides(const IndexReport& report) {
  if (!report.series.provenance.profile) return "The index of both directions is the mean of the two sides.";
  return "The index of both directions is that of what both did together, not the mean of the two sides; each side is "
         "shown as if the other did the same. 0 and 100 are not its ends.";
}

std::string lifts_of(const MeasureSpell& m) {
  std::vector<std::string> parts;
  for (const MeasureSpell::Lift& l : m.lifts)
    parts.push_back(fmt::format("{} – {}", to_text(l.from), to_text(l.to - 1)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string last_day_of(const MeasureSpell& m, Day shown_until) {
  if (m.to == end_of_time) return fmt::format("in force on {}", to_text(shown_until));
  return to_text(m.to - 1);
}

/// The distance between two values, if both are known.
std::optional<double> width_of(std::optional<double> low, std::optional<double> high) {
  return low && high ? std::optional(*high - *low) : std::nullopt;
}

std::string comparison(const IndexRow& row) {
  const auto band = width_of(row.lower, row.upper), envelope = width_of(row.lowest, row.highest);
  if (!envelope) return {};
  std::string text = fmt::format("On {} the envelope reaches {} ({} points wide)", to_text(row.period.last_day()),
                                 range_text(row.lowest, row.highest), rounded(*envelope));
  if (!band) return text + ".";
  text += fmt::format(", the coding band {} ({} points wide). ", range_text(row.lower, row.upper), rounded(*band));
  return text + (*envelope > *band ? "Our own choices move the index more than dates, doubt and codebooks do."
                                   : "Our own choices move the index less than dates, doubt and codebooks do.");
}

}  // namespace

std::string how_to_read(const IndexReport& report) {
  const ScaleWords& words = report.series.words;
  std::string out = paragraph(fmt::format(
      "The index says how strained the relation is; {} is neutral, more is more hostile. {} Heat is the same "
      "with a short memory: how hot it is now. Measures in force are counted undiminished, in points of the "
      "codebook.",
      rounded(words.neutral), words_of_scale(words)));
  out += paragraph(words_of_sides(report));
  out += paragraph(
      "The coding band shows how far the index could lie from its line because dates are vague, acts are doubtful and "
      "codebooks disagree. It does not cover wrong sources and it is no forecast. The envelope shows how far the index "
      "would move had we chosen other half-lives, scales or codebooks; it is no probability.");
  out += paragraph(
      "Silence is not calm: where nothing was reported, the index only fades, and the column “support” says how much "
      "evidence is left behind it. A gap in a line is a missing value, not a zero.");
  return section("reading", "How to read this", "<div class=\"columns\">\n" + out + "</div>\n");
}

std::string measures_section(const IndexReport& report) {
  HtmlTable table(
      "First and last day in force; vague dates at their middle. Points are tension points of the codebook.",
      {{"Measure"}, {"About"}, {"Imposed"}, {"First day"}, {"Last day"}, {"Lifted"}, {"Points", true}});
  for (const MeasureSpell& m : report.measures.spells) {
    const Dyad way = report.names.of(who(m.others, m.direction, report.pair));
    table.add({spoken(m.measure), m.object, arrow_name(way), to_text(m.from), last_day_of(m, report.headline.day),
               lifts_of(m), rounded(m.points, 1)});
  }
  return section("measures", "Measures in force", table.empty() ? "" : table.html("Measures"));
}

namespace {

std::string period_terms(const IndexReport& report) {
  return terms(
      "What the columns mean",
      {{"Index", fmt::format("how strained the relation is; {} is neutral, more is more hostile",
                             rounded(report.series.words.neutral))},
       {"Band",
        "the coding band: where the index could lie because dates are vague, acts doubtful and "
        "codebooks not of one mind; no forecast"},
       {"Envelope",
        "where the index would lie had we chosen other half-lives, scales or codebooks; no "
        "probability"},
       {"Level",
        "the sum of acts and measures behind the index, in points of tension; acts fade by half in each "
        "half-life, measures do not"},
       {"Heat", "the same with a short memory: how hot it is now"},
       {"Measures", "measures in force (a sanction, a visa ban) in points, undiminished until they are lifted"},
       {arrow_name(report.names.of(report.pair)) + " and back", "the index of each side's acts"},
       {"Support",
        "how many events, weighted as they fade, are still behind the index; next to none means that "
        "nothing recent was reported"},
       {"–", "missing: it cannot be computed; not a zero"}});
}

}  // namespace

std::string periods_section(const IndexReport& report, const Links& links, const PageOptions& options) {
  const auto& rows = report.series.rows;
  const std::size_t shown = std::min(rows.size(), options.most_periods);
  const Dyad pair = report.names.of(report.pair);
  HtmlTable table(shown < rows.size() ? fmt::format("The latest {} of {} periods.", shown, rows.size()) : "",
                  {{"Period"},
                   {"Index", true},
                   {"Band", true},
                   {"Envelope", true},
                   {"Level", true},
                   {"Heat", true},
                   {"Measures", true},
                   {arrow_name(pair), true},
                   {arrow_name(pair.reversed()), true},
                   {"Events", true},
                   {"Support", true}},
                  true);
  const std::string none = "–";
  const int digits = report.series.words.digits;
  const auto label = [&](const Period& period) {
    const auto id = links.periods.find(period.first);
    return id == links.periods.end() ? period.label() : link_to(id->second, period.label());
  };
  for (const IndexRow& r : std::span(rows).last(shown))
    table.add_markup({label(r.period), rounded(r.index, digits + 1, none),
                      range_text(r.lower, r.upper, digits, "–", none),
                      range_text(r.lowest, r.highest, digits, "–", none), rounded(r.level, 1, none),
                      rounded(r.heat, digits, none), rounded(r.measures, 1, none), rounded(r.forward, digits, none),
                      rounded(r.backward, digits, none), std::to_string(r.events), rounded(r.support, 1, none)});
  return section("periods", "Period by period", table.empty() ? "" : period_terms(report) + table.html("Periods"));
}

std::string sensitivity_section(const IndexReport& report) {
  if (!report.sensitivity || report.series.rows.empty()) return {};
  HtmlTable table(fmt::format("Each choice varied alone; the index of {} is {}.", to_text(report.headline.day),
                              rounded(report.headline.index, 1, "missing")),
                  {{"Had we chosen"}, {"Index", true}, {"Difference", true}});
  for (const Alternative& a : report.sensitivity->alternatives) {
    const auto index = a.path.index.empty() ? std::nullopt : a.path.index.back();
    const bool both = index && report.headline.index;
    table.add({a.choice, rounded(index, 1, "–"), both ? signed_figure(*index - *report.headline.index) : ""});
  }
  const std::string words = comparison(report.series.rows.back());
  return section("sensitivity", "Had we chosen otherwise",
                 (words.empty() ? "" : paragraph(words)) + table.html("Other choices"));
}

}  // namespace detente::detail::page
