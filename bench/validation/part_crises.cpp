// (b) (ii) Dated crises: does the index peak when histories say so?

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "validation/crises.hpp"
#include "validation/parts.hpp"

namespace validation {
namespace {

std::string off_text(const CrisisFinding& finding) {
  const std::string off =
      finding.off == 0 ? "0" : fmt::format("{}{}", finding.off < 0 ? "−" : "+", std::abs(finding.off));
  return finding.found ? "**" + off + "**" : off;
}

std::vector<std::string> summary_of(const Monthly& series, const CrisisFindings& found) {
  return {series.name, fmt::format("{} of {}", found.found, found.crises.size()),
          fmt::format("{} of {}", found.found_unseen, found.unseen),
          fmt::format("{} of {}", found.false_alarms, found.high)};
}

void write_one_by_one(Document& out, const std::vector<Monthly>& series, const std::vector<CrisisFindings>& found) {
  std::vector<std::string> names{"crisis"};
  for (const Monthly& s : series) names.push_back(s.name);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < found.front().crises.size(); ++i) {
    const Crisis& crisis = *found.front().crises[i].crisis;
    std::vector<std::string> row{fmt::format("{} {} {}{}", detente::to_text(crisis.pair), crisis.month.label(),
                                             crisis.what, crisis.seen ? " (seen)" : "")};
    for (const CrisisFindings& f : found) row.push_back(off_text(f.crises[i]));
    rows.push_back(std::move(row));
  }
  out.say("Months from the listed one to the highest within half a year; bold where the crisis is found:");
  out.table(names, rows);
}

}  // namespace

void write_crises(Document& out, const Levant& levant, const std::filesystem::path& file, Summary& summary) {
  out.heading("Dated crises", 3);
  const std::vector<Crisis> crises = read_crises(file);
  const std::vector<Monthly> series = monthly(Levant::columns(levant.events(), levant.request(looked_at())));
  std::vector<CrisisFindings> found;
  std::vector<std::vector<std::string>> rows;
  for (const Monthly& s : series) {
    found.push_back(find_crises(s, crises));
    rows.push_back(summary_of(s, found.back()));
    summary.rows[s.name].crises = rows.back()[1];
  }
  out.say(
      "A crisis is *found* if the highest value from six months before it to six months after lies within a month of "
      "the "
      "month that histories give. The months marked *seen* stood in the references that the models were developed "
      "with. "
      "*False alarms* are months above the pair's own 98th percentile that are more than two months from every listed "
      "crisis; the list is not complete, so this is an upper bound.");
  out.table({"input", "found", "of those not seen", "false alarms"}, rows);
  const std::size_t ours = found.front().found, count = found.back().found;
  out.say(verdict(ours >= count, fmt::format("`two_speed` finds {}, the count of hostile events {}", ours, count)));
  write_one_by_one(out, series, found);
}

}  // namespace validation
