#include "contracts/endings.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {

void OpenedByOthers::add(const CodedEvent& event) {
  if (!event.is_third_party() || event.weight == 0) return;
  if (const CodeEntry* entry = entry_of(event); entry && !entry->opens.empty())
    opened_.insert({event.others, entry->opens, object_of(event)});
}

bool OpenedByOthers::are_closed_by(const CodedEvent& event) const {
  const CodeEntry* entry = entry_of(event);
  return entry && !entry->closes.empty() && opened_.contains({event.others, entry->closes, object_of(event)});
}

WithEndings part_endings(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook) {
  if (std::none_of(events.begin(), events.end(), is_of_no_weight)) return {std::move(events), {}};
  OpenedByOthers opened(log, codebook);
  for (const CodedEvent& event : events) opened.add(event);
  return part_endings(std::move(events), opened);
}

WithEndings part_endings(std::vector<CodedEvent> events, const OpenedByOthers& opened) {
  WithEndings out;
  for (CodedEvent& event : events) {
    const bool ends = is_of_no_weight(event) && opened.are_closed_by(event);
    if (ends) event.touch = Touch::ends;
    if (ends || event.touch == Touch::counts) (ends ? out.endings : out.events).push_back(event);
  }
  return out;
}

}  // namespace detente::detail
