#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/diff_table.hpp"

namespace detente {
using namespace detail;
namespace {

/// The line of the file, or nothing for an event that is not there or was made in memory.
std::string line_in(const EventFinder& log, const std::optional<EventId>& id) {
  const std::uint64_t line = id ? log.event(*id).line : 0;
  return line > 0 ? std::to_string(line) : std::string();
}

std::string told(const EventFinder& log, const std::optional<EventId>& id) {
  if (!id) return {};
  const Event event = log.event(*id);
  return fmt::format("{} {}", to_text(event.date), event.code);
}

/// The fields that differ; for an event that only one coder has, the event.
std::vector<FieldDifference> fields_of(const DiffView& view, const EventDifference& d) {
  if (d.left && d.right) return d.fields;
  return {{"event", told(view.left, d.left), told(view.right, d.right)}};
}

/// The columns that all lines of a difference begin with.
std::string beginning(const DiffView& view, const EventDifference& d, std::size_t number) {
  const Event event = event_of(view, d);
  return fmt::format("{},{},{},{},{},{},{}", number, shortest(d.effect), to_text(d.effect_day), csv_field(event.source),
                     csv_field(event.target), line_in(view.left, d.left), line_in(view.right, d.right));
}

}  // namespace

std::string diff_csv(const DiffView& view) {
  std::string out = "number,effect,effect_day,source,target,left_line,right_line,field,left,right\n";
  std::size_t number = 0;
  for (const EventDifference& d : view.diff.differences) {
    const std::string first = beginning(view, d, ++number);
    for (const FieldDifference& f : fields_of(view, d))
      out += fmt::format("{},{},{},{}\n", first, csv_field(f.field), csv_field(f.left), csv_field(f.right));
  }
  return out;
}

}  // namespace detente
