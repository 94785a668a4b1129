#include <fmt/format.h>
#include <fmt/ranges.h>

#include "output/page/page_parts.hpp"
#include "output/wording/citation.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

/// A term and its description; nothing if the description is empty.
std::string item(std::string_view term, const std::string& text) {
  return text.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(term), escaped(text));
}

std::string list_of(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& s : sentences) out += fmt::format("<li>{}</li>\n", escaped(s));
  return out.empty() ? out : "<ul>\n" + out + "</ul>\n";
}

std::string codebook_text(const Provenance& p) {
  std::string text = fmt::format("{} {}, hash {}", p.codebook, p.codebook_version, p.codebook_hash);
  return p.codebook_title.empty() ? text : text + ": " + p.codebook_title;
}

std::string reasons_of(const std::map<std::string, std::size_t>& reasons) {
  std::vector<std::string> parts;
  parts.reserve(reasons.size());
  for (const auto& [reason, rows] : reasons) parts.push_back(fmt::format("{} {}", rows, reason));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string files_html(std::span<const FileReport> files) {
  HtmlTable table("Every row is kept, set aside (no event and no fault) or rejected (it breaks a rule).",
                  {{"File"},
                   {"Format"},
                   {"Rows", true},
                   {"Kept", true},
                   {"Set aside"},
                   {"Rejected"},
                   {"First day"},
                   {"Last day"},
                   {"Days without reports", true}});
  for (const FileReport& f : files)
    table.add({f.name, f.format, std::to_string(f.rows), std::to_string(f.kept), reasons_of(f.set_aside),
               reasons_of(f.rejected), f.first_day ? to_text(*f.first_day) : "", f.last_day ? to_text(*f.last_day) : "",
               std::to_string(f.days_without_reports)});
  return table.empty() ? "" : table.html("Files");
}

std::string damage_html(std::span<const FileReport> files) {
  std::vector<std::string> lines;
  for (const FileReport& f : files) {
    for (const DamageExample& e : f.examples) lines.push_back(to_text(f, e));
    if (!f.unknown_columns.empty())
      lines.push_back(fmt::format("{}: further columns, kept and shown with the events: {}", f.name,
                                  fmt::join(f.unknown_columns, ", ")));
    if (!f.unknown_names.empty())
      lines.push_back(fmt::format("{}: names that are unknown: {}", f.name, unknown_names_text(f)));
  }
  return list_of(lines);
}

std::string unknown_html(const IndexReport& report) {
  HtmlTable table("Codes that the codebook does not know. They are not scored: not as 0, not at all.",
                  {{"Code"}, {"Events", true}});
  for (const UnknownCode& u : report.unknown) table.add({u.code, std::to_string(u.events)});
  return table.empty() ? "" : table.html("Unknown codes");
}

}  // namespace

std::string making_section(const IndexReport& report) {
  const Provenance& p = report.series.provenance;
  std::string items = item("Codebook", codebook_text(p));
  items += item("Model", p.model);
  items += item("Source profile", p.profile ? to_text(*p.profile) + ": " + p.profile->basis : "");
  items += item("Scale", p.scale);
  items += item("Rules", p.rules);
  items += item("Weights by status", p.status_weights);
  items += item("Uncertainty", p.band);
  items += item("Only the issue", p.issue);
  items += item("As known on", p.as_of ? to_text(*p.as_of) : "");
  items += item("Value of a period", std::string(to_text(report.series.at)));
  items += item("Program", "détente " + p.version);
  std::string body = "<dl>\n" + items + "</dl>\n";
  if (!p.assumptions.empty()) body += "<h3>Assumptions</h3>\n" + list_of(p.assumptions);
  return section("making", "How it was made", body);
}

std::string input_section(const IndexReport& report, std::span<const FileReport> files) {
  return section("input", "What was read", files_html(files) + damage_html(files) + unknown_html(report));
}

}  // namespace detente::detail::page
