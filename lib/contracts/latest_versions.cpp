#include "contracts/latest_versions.hpp"

#include <algorithm>

#include "contracts/log_internals.hpp"
#include "contracts/settling.hpp"

namespace detente::detail {
SettledRows::SettledRows(const EventLog& log) : rows_(log.rows()), versions_(&LogInternals::versions(log)) {
  if (!log.is_arranged() && !log.empty()) settle(log);
}

void SettledRows::settle(const EventLog& log) {
  own_.assign(log.rows().begin(), log.rows().end());
  std::sort(own_.begin(), own_.end(), [](const EventRow& a, const EventRow& b) { return a.dyad < b.dyad; });
  Settlement found;
  for (std::size_t i = 0, end = 0; i < own_.size(); i = end) {
    while (end < own_.size() && own_[end].dyad == own_[i].dyad) ++end;
    settle_dyad(log, std::span(own_).subspan(i, end - i), LogInternals::was_arranged(log), found);
  }
  settle_versions(log, own_, found, own_versions_);
  refuse_unsaid(log, found);
  const std::vector<std::uint32_t> dropped = found.dropped();
  std::erase_if(own_,
                [&](const EventRow& row) { return std::binary_search(dropped.begin(), dropped.end(), row.number); });
  rows_ = own_;
  versions_ = &own_versions_;
}

namespace {

bool is_later(const EventLog& log, const EventRow& a, const EventRow& b) {
  const Day day = log.reported(a), other = log.reported(b);
  return day > other || (day == other && log.revision(a).value_or(0) > log.revision(b).value_or(0));
}

}  // namespace

std::vector<const EventRow*> latest_versions(const EventLog& log, std::span<const EventRow> rows,
                                             const VersionIndex& versions, std::optional<Day> as_of) {
  std::vector<const EventRow*> known;
  known.reserve(rows.size());
  const bool some_move = !versions.empty();
  for (const EventRow& row : rows) {
    if (as_of && log.reported(row) > *as_of) continue;
    if (some_move && can_move(row) && !versions.counts(row, as_of)) continue;
    const bool again = row.identity == Identity::report && !known.empty() && known.back()->key == row.key &&
                       known.back()->dyad == row.dyad;
    if (!again)
      known.push_back(&row);
    else if (is_later(log, row, *known.back()))
      known.back() = &row;
  }
  return known;
}

std::vector<const EventRow*> latest_versions(const EventLog& log, const SettledRows& settled,
                                             std::optional<Day> as_of) {
  return latest_versions(log, settled.rows(), settled.versions(), as_of);
}

}  // namespace detente::detail
