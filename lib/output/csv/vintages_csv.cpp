#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/vintages_table.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::string_view vintages_header =
    "source,target,period,first_day,last_day,as_of,lag_days,index,revision,late,corrected,withdrawn,affected,"
    "remainder,events,largest_index,largest_cause,largest_date,largest_source,largest_target,largest_code,largest_id,"
    "largest_reported\n";
constexpr std::size_t revision_columns = 15;

std::string or_empty(const std::optional<double>& value) { return value ? shortest(*value) : std::string(); }

/// The points of all events to which this happened.
std::string points_by(const Revision& revision, RevisionCause cause) {
  std::optional<double> sum;
  for (const RevisionLine& line : revision.lines)
    if (line.index) sum = sum.value_or(0) + (line.cause == cause ? *line.index : 0);
  return or_empty(sum);
}

std::vector<std::string> largest_fields(const VintagesView& view, const Revision& revision) {
  if (revision.lines.empty()) return std::vector<std::string>(8);
  const RevisionLine& line = revision.lines.front();
  const Event event = view.events.event(line.event);
  const Dyad way = who(line.others, line.direction, view.report.pair);
  return {or_empty(line.index),  std::string(to_text(line.cause)),
          to_text(event.date),   csv_field(way.source),
          csv_field(way.target), csv_field(event.code),
          csv_field(event.id),   line.reported ? to_text(*line.reported) : std::string()};
}

std::vector<std::string> revision_fields(const VintagesView& view, const Revision& revision) {
  std::vector<std::string> out{or_empty(revision.size())};
  for (const RevisionCause cause :
       {RevisionCause::late, RevisionCause::corrected, RevisionCause::withdrawn, RevisionCause::affected})
    out.push_back(points_by(revision, cause));
  const bool is_shared_out = !revision.lines.empty() && revision.lines.front().index;
  out.push_back(is_shared_out ? shortest(revision.remainder) : std::string());
  out.push_back(std::to_string(revision.lines.size()));
  for (std::string& field : largest_fields(view, revision)) out.push_back(std::move(field));
  return out;
}

std::string line_of(const VintageReport& report, const RevisedPeriod& of, Day as_of, const std::optional<double>& value,
                    const std::vector<std::string>& revision) {
  const Period& period = of.period;
  return fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_field(report.dyad.source), csv_field(report.dyad.target),
                     period.label(), to_text(period.first), to_text(period.last_day()), to_text(as_of),
                     as_of - period.last_day(), or_empty(value), fmt::join(revision, ","));
}

}  // namespace

std::string vintages_csv(const VintagesView& view) {
  std::string out(vintages_header);
  for (const RevisedPeriod& period : view.report.periods) {
    if (!period.first_as_of) continue;
    out += line_of(view.report, period, *period.first_as_of, period.first, std::vector<std::string>(revision_columns));
    for (const Revision& revision : period.revisions)
      out += line_of(view.report, period, revision.to, revision.after, revision_fields(view, revision));
  }
  return out;
}

}  // namespace detente
