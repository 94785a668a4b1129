#include "contracts/latest_versions.hpp"

#include <unordered_map>

namespace detente::detail {

std::vector<const EventRow*> latest_versions(const EventLog& log, std::span<const EventRow> rows,
                                             std::optional<Day> as_of) {
  std::vector<const EventRow*> known;
  known.reserve(rows.size());
  for (const EventRow& row : rows)
    if (!as_of || log.reported(row) <= *as_of) known.push_back(&row);
  if (!log.has_versions()) {  // those that came in batches have one day, so they stand together
    std::size_t kept = 0;
    for (const EventRow* row : known) {
      const bool again = kept > 0 && known[kept - 1]->key == row->key && known[kept - 1]->dyad == row->dyad;
      if (!again)
        known[kept++] = row;
      else if (log.reported(*row) > log.reported(*known[kept - 1]))
        known[kept - 1] = row;
    }
    known.resize(kept);
    return known;
  }
  std::unordered_map<EventKey, const EventRow*> latest;
  for (const EventRow* row : known) {
    const auto [at, is_new] = latest.emplace(row->key, row);
    if (!is_new && log.reported(*row) > log.reported(*at->second)) at->second = row;
  }
  std::erase_if(known, [&](const EventRow* row) { return latest.at(row->key) != row; });
  return known;
}

}  // namespace detente::detail
