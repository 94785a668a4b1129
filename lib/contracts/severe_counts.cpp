#include "detente/contracts/severe_counts.hpp"

#include <algorithm>

namespace detente {
using namespace detail;

std::vector<SevereAct> severe_acts(std::span<const Act> acts, const Codebook& codebook) {
  std::vector<SevereAct> out;
  for (const Act& act : acts) {
    const double weight = act.weight * act.probability;
    if (act.others || !(weight > 0)) continue;
    const CodeEntry* entry = codebook.find(act.code);
    if (!entry || !entry->severe) continue;
    for (const Day day : days_of_observation(act)) out.push_back({day, act.direction, weight, act.event});
  }
  return out;
}

SevereCodes::SevereCodes(const EventLog& log, const Codebook& codebook) {
  severe_.reserve(log.codes().size());
  for (SymbolId code = 0; code < log.codes().size(); ++code) {
    const CodeEntry* entry = codebook.find(log.codes()[code]);
    severe_.push_back(entry && entry->severe);
  }
}

std::vector<SevereAct> severe_acts(std::span<const CodedEvent> events, const SevereCodes& codes) {
  std::vector<SevereAct> out;
  for (const CodedEvent& event : events) {
    const double weight = event.weight * event.probability;
    if (event.is_third_party() || !(weight > 0) || !codes.has(event.code())) continue;
    out.push_back({event.date.middle(), event.direction, weight, event.id()});
  }
  return out;
}

std::vector<double> severe_counts(std::span<const SevereAct> acts, std::span<const Period> periods) {
  std::vector<double> out(periods.size(), 0.0);
  for (const SevereAct& act : acts) {
    const auto after = std::upper_bound(periods.begin(), periods.end(), act.day,
                                        [](Day day, const Period& period) { return day < period.first; });
    if (after == periods.begin() || !std::prev(after)->contains(act.day)) continue;
    out[static_cast<std::size_t>(after - periods.begin()) - 1] += act.weight;
  }
  return out;
}

}  // namespace detente
