#include "detente/output/page/page.hpp"

#include <fmt/format.h>

#include "detente/output/chart/chart.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/chart/chart_links.hpp"
#include "output/chart/chart_words.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/answers.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

std::string warming_paragraph(const IndexSeries& series) {
  const std::string text = warming_up_text(series);
  return text.empty() ? text : page::paragraph(text);
}

std::string answers(const IndexReport& report) {
  std::string out;
  for (const Answer& a : answers_of(report))
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(a.question), escaped(a.text));
  return out.empty() ? out : "<dl class=\"answers\">\n" + out + "</dl>\n";
}

std::string heading(const IndexReport& report, const PageOptions& options) {
  return options.title.empty() ? dyad_name(report.names.of(report.headline.dyad), report.direction) + ": tension"
                               : options.title;
}

std::string opening(const IndexReport& report, const PageOptions& options) {
  const Headline& h = report.headline;
  return fmt::format(
      "<header>\n<h1><bdi>{}</bdi></h1>\n<p class=\"headline\">{} on {}: <strong>{}</strong>.</p>\n{}{}"
      "</header>\n",
      escaped(heading(report, options)), escaped(dyad_name(h.names.of(h.dyad), report.direction)), day_in_words(h.day),
      escaped(reading_text(h)), answers(report), warming_paragraph(report.series));
}

/// One of the charts that the style sheet shows by the width of the screen.
std::string chart_of(const IndexReport& report, const page::Links& links, const char* name, double width) {
  return fmt::format("<div class=\"chart {}\">\n{}</div>\n", name,
                     chart::linked_chart_svg(report, {.title = false, .id = name, .width = width}, &links));
}

/// What the dashed lines are.
std::string shifts_note(const IndexReport& report) {
  if (!report.shifts || report.shifts->shifts.empty()) return {};
  const std::size_t shifts = report.shifts->shifts.size();
  return fmt::format("<p>{}: since then the acts that are reported have another mean score ({}).</p>\n",
                     shifts == 1 ? "The dashed line" : capitalised(number_in_words(shifts)) + " dashed lines",
                     page::link_to("shifts", "what makes the difference"));
}

std::string figure(const IndexReport& report, const page::Links& links) {
  std::string out = "<figure id=\"chart\">\n<a class=\"skip\" href=\"#chart-end\">Skip the chart</a>\n";
  out += chart_of(report, links, "for-desk", 1200) + chart_of(report, links, "for-tablet", 720) +
         chart_of(report, links, "for-phone", 358);
  out += fmt::format(
      "<figcaption id=\"chart-end\"><p>{}</p>\n{}<p class=\"pointer\">A mark leads to its event, a period of the index "
      "to "
      "what moved it.</p></figcaption>\n</figure>\n",
      escaped(chart::chart_in_words(report)), shifts_note(report));
  return out;
}

std::string cite(const IndexReport& report) {
  return page::section("cite", "To cite it", "<p class=\"cite\"><bdi>" + escaped(citation(report)) + "</bdi></p>\n");
}

std::string page_title(const IndexReport& report, const PageOptions& options) {
  return options.title.empty() ? to_text(report.headline, report.direction) : options.title;
}

}  // namespace

std::string page_html(const IndexReport& report, std::span<const FileReport> files, const PageOptions& options) {
  const page::Links links = page::anchors_of(report, options);
  std::string out =
      page::document_head(report.series.provenance.version, page_title(report, options)) + "<body>\n<main>\n";
  out += opening(report, options);
  out += figure(report, links);
  out += page::ahead_section(report);
  out += page::landmarks_section(report);
  out += page::issues_section(report);
  out += page::sides_section(report);
  out += page::moves_section(report, links, options);
  out += page::how_to_read(report);
  out += page::events_section(report, links, options);
  out += page::measures_section(report);
  out += page::phases_section(report);
  out += page::periods_section(report, links, options);
  out += page::sensitivity_section(report);
  out += page::rivals_section(report);
  out += page::making_section(report);
  out += page::input_section(report, files);
  out += page::data_section(report);
  out += cite(report);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace detente
