#include "output/wording/citation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/output/wording/headline.hpp"

namespace detente::detail {
namespace {

std::string codebook_text(const Provenance& p) {
  return fmt::format("codebook {}{}{} ({})", p.codebook, p.codebook_version.empty() ? "" : " ", p.codebook_version,
                     p.codebook_hash);
}

std::string range_text(const IndexReport& report) {
  const auto& rows = report.series.rows;
  if (rows.empty()) return to_text(report.headline.day);
  return fmt::format("{} to {}", to_text(rows.front().period.first), to_text(rows.back().period.last_day()));
}

}  // namespace

std::string short_source(const Provenance& p) {
  const std::string caution(p.profile ? caution_of(*p.profile) : "");
  return fmt::format("détente {} · {} · {} · {}{}{}", p.version, codebook_text(p), p.model, p.scale,
                     caution.empty() ? "" : ", ", caution);
}

std::string citation(const IndexReport& report) {
  const Provenance& p = report.series.provenance;
  std::vector<std::string> parts{codebook_text(p), "model " + p.model, "scale " + p.scale, "rules " + p.rules,
                                 "status " + p.status_weights};
  if (p.profile) parts.push_back("source profile " + to_text(*p.profile));
  if (!p.band.empty()) parts.push_back(p.band);
  if (!p.issue.empty()) parts.push_back("issue " + p.issue);
  if (p.as_of) parts.push_back("as known on " + to_text(*p.as_of));
  if (!p.sources.empty()) parts.push_back(fmt::format("from {}", fmt::join(p.sources, ", ")));
  return fmt::format("Tension index {}, {}, computed with détente {}: {}.",
                     dyad_name(report.names.of(report.headline.dyad), report.direction), range_text(report), p.version,
                     fmt::join(parts, "; "));
}

}  // namespace detente::detail
