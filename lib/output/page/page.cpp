#include "detente/output/page/page.hpp"

#include <fmt/format.h>

#include "detente/output/chart/chart.hpp"
#include "detente/output/wording/headline.hpp"
#include "detente/output/wording/outlook_text.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// What a calibration says, with its reliability.
std::string outlook_paragraph(const Headline& h) {
  return h.outlook ? fmt::format("<p class=\"outlook\">{}</p>\n", escaped(outlook_lines(*h.outlook))) : std::string();
}

std::string warming_paragraph(const IndexSeries& series) {
  const std::string text = warming_up_text(series);
  return text.empty() ? text : page::paragraph(text);
}

std::string opening(const IndexReport& report) {
  const Headline& h = report.headline;
  return fmt::format(
      "<header>\n<h1>{}: tension</h1>\n<p class=\"headline\">On {}: <strong>{}</strong>. {}</p>\n{}{}</header>\n",
      escaped(dyad_name(h.dyad, report.direction)), day_in_words(h.day), escaped(reading_text(h)),
      escaped(context_text(h)), outlook_paragraph(h), warming_paragraph(report.series));
}

std::string figure(const IndexReport& report) {
  return "<figure>\n<div class=\"chart\">\n" + chart_svg(report, {.title = false}) +
         "</div>\n<figcaption class=\"pointer\">Hold the pointer over a mark, a lane or a phase to read what it "
         "is.</figcaption>\n</figure>\n";
}

std::string cite(const IndexReport& report) {
  return page::section("cite", "To cite it", "<p class=\"cite\"><bdi>" + escaped(citation(report)) + "</bdi></p>\n");
}

}  // namespace

std::string page_html(const IndexReport& report, std::span<const FileReport> files, const PageOptions& options) {
  const page::Links links = page::anchors_of(report, options);
  std::string out = page::document_head(report.series.provenance.version, to_text(report.headline, report.direction)) +
                    "<body>\n<main>\n";
  out += opening(report);
  out += figure(report);
  out += page::moves_section(report, links, options);
  out += page::how_to_read(report);
  out += page::events_section(report, links, options);
  out += page::measures_section(report);
  out += page::phases_section(report);
  out += page::periods_section(report, links, options);
  out += page::sensitivity_section(report);
  out += page::making_section(report);
  out += page::input_section(report, files);
  out += cite(report);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace detente
