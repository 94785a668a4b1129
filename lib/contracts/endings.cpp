#include "contracts/endings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace detente::detail {
namespace {

bool is_of_no_weight(const CodedEvent& event) { return event.is_third_party() && event.weight == 0; }

/// The measures of others that are opened by events that count.
class OpenedByOthers {
 public:
  OpenedByOthers(const EventLog& log, const Codebook& codebook, const std::vector<CodedEvent>& events)
      : log_(&log), codebook_(&codebook) {
    for (const CodedEvent& event : events)
      if (event.is_third_party() && event.weight != 0)
        if (const CodeEntry* entry = entry_of(event); entry && !entry->opens.empty())
          opened_.insert({event.others, entry->opens, object_of(event)});
  }

  bool are_closed_by(const CodedEvent& event) const {
    const CodeEntry* entry = entry_of(event);
    return entry && !entry->closes.empty() && opened_.contains({event.others, entry->closes, object_of(event)});
  }

 private:
  const CodeEntry* entry_of(const CodedEvent& event) const { return codebook_->find(log_->codes()[event.code()]); }
  std::string object_of(const CodedEvent& event) const { return log_->event(event.row).object; }

  const EventLog* log_;
  const Codebook* codebook_;
  std::set<std::tuple<std::uint64_t, std::string, std::string>> opened_;
};

}  // namespace

WithEndings part_endings(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook) {
  if (std::none_of(events.begin(), events.end(), is_of_no_weight)) return {std::move(events), {}};
  const OpenedByOthers opened(log, codebook, events);
  WithEndings out;
  for (CodedEvent& event : events) {
    const bool ends = is_of_no_weight(event) && opened.are_closed_by(event);
    if (ends) event.touch = Touch::ends;
    if (ends || event.touch == Touch::counts) (ends ? out.endings : out.events).push_back(event);
  }
  return out;
}

}  // namespace detente::detail
