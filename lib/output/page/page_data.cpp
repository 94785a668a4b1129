#include <fmt/format.h>

#include <string_view>

#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/wording/headline.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/citation.hpp"

namespace detente::detail::page {
namespace {

/// Text within a link: what would end it or be read otherwise is written as %XX. A CSV of digits is shorter so than in
/// base 64.
std::string in_link(std::string_view text) {
  constexpr std::string_view plain = "-_.~!*'(),:;=@/+?";
  std::string out;
  for (const char c : text) {
    const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       plain.find(c) != std::string_view::npos;
    if (stays)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

/// A line of the notes above the data; nothing of a text may end it.
std::string note(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  return text.empty() ? text : "# " + printable(text) + "\n";
}

constexpr std::string_view columns[]{
    "source, target: the pair, or who acts on whom",
    "period, first_day, last_day: the days, the last one included",
    "index: how strained the relation is; its scale is named below",
    "lower, upper: the coding band: what vague dates, doubtful acts and codebooks leave open",
    "level: the sum behind the index, in points",
    "heat: the same with a short memory, on the scale of the index",
    "measures: the measures in force, in points",
    "events: how many in the period; support: how much evidence is left",
    "warming_up: true where the model has not seen enough yet; empty if it needs no time",
    "An empty field is a missing value, not a zero. Lines that begin with # are not data."};

std::string notes_of(const IndexReport& report) {
  const Provenance& p = report.series.provenance;
  std::string out = note(to_text(report.headline, report.direction)) + note(citation(report));
  for (const std::string_view column : columns) out += note(std::string(column));
  out += note("scale: " + p.scale) + note("model: " + p.model) + note("rules: " + p.rules);
  for (const std::string& source : p.sources) out += note("read from: " + source);
  for (const std::string& sentence : p.assumptions) out += note("assumed: " + sentence);
  return out;
}

std::string file_name(const IndexReport& report) {
  std::string out = "detente-" + report.pair.source + "-" + report.pair.target + "-" + to_text(report.headline.day);
  for (char& c : out)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '-';
  return out + ".csv";
}

}  // namespace

std::string data_section(const IndexReport& report) {
  if (report.series.rows.empty()) return {};
  const std::string csv = notes_of(report) + index_csv(report.series);
  return section(
      "data", "Data to save",
      fmt::format("<p><a download=\"{}\" href=\"data:text/csv;charset=utf-8,{}\">Save the periods as a "
                  "CSV</a>. It opens with lines that begin with # and say what the columns mean and how it was "
                  "made; pandas skips them with <code>comment=&quot;#&quot;</code>, R with "
                  "<code>comment.char=&quot;#&quot;</code>.</p>\n",
                  file_name(report), escaped(in_link(csv))));
}

}  // namespace detente::detail::page
