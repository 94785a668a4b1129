#include <algorithm>

#include "contracts/log_internals.hpp"
#include "contracts/settling.hpp"
#include "detente/contracts/event_log.hpp"
#include "ground/grouping.hpp"

namespace detente {
using namespace detail;

void EventLog::forget_order() {
  dyad_begin_.clear();
  arranged_ = false;
}

void EventLog::group(std::size_t threads) {
  group_rows(threads, [](std::size_t) {});
}

/// Calls `finish(dyad)` for every dyad once its rows are together, from any thread.
template <class Finish>
void EventLog::group_rows(std::size_t threads, const Finish& finish) {
  const std::span<Row> rows{rows_.data(), rows_.size()};
  Grouping grouping(rows, dyads_.size(), [](const Row& row) -> std::size_t { return row.dyad; });
  dyad_begin_ = grouping.begins();
  arranged_ = false;
  grouping.run(threads, finish);
}

Settlement EventLog::arrange(std::size_t threads) {
  std::vector<Settlement> by_dyad(dyads_.size());
  group_rows(threads, [&](std::size_t d) {
    const std::span<Row> rows{rows_.data() + dyad_begin_[d], dyad_begin_[d + 1] - dyad_begin_[d]};
    detail::settle_dyad(*this, rows, was_arranged_, by_dyad[d]);
  });
  was_arranged_ = true;
  Settlement found = LogInternals::settle_versions(*this);
  for (const Settlement& settled : by_dyad) found.add(settled);
  found.sort();
  if (const auto dropped = found.dropped(); !dropped.empty()) drop(dropped);
  arranged_ = true;
  return found;
}

Settlement LogInternals::settle_versions(EventLog& log) {
  Settlement found;
  log.versions_ = {};
  if (log.moving_ > 0) detail::settle_versions(log, log.rows(), found, log.versions_);
  found.sort();
  refuse_unsaid(log, found);
  return found;
}

Settlement LogInternals::settle(const EventLog& log, std::vector<EventRow>& rows) {
  Settlement found;
  settle_dyad(log, rows, log.was_arranged_, found);
  const std::vector<std::uint32_t> dropped = found.dropped();
  if (!dropped.empty())
    std::erase_if(rows,
                  [&](const EventRow& row) { return std::binary_search(dropped.begin(), dropped.end(), row.number); });
  return found;
}

void EventLog::drop(const std::vector<std::uint32_t>& numbers) {
  std::size_t kept = 0;
  for (std::size_t i = 0, dyad = 0; i < rows_.size(); ++i) {
    for (; dyad < dyad_begin_.size() && dyad_begin_[dyad] == i; ++dyad) dyad_begin_[dyad] = kept;
    if (std::binary_search(numbers.begin(), numbers.end(), rows_[i].number))
      moving_ -= can_move(rows_[i]) ? 1U : 0U;
    else
      rows_[kept++] = rows_[i];
  }
  for (std::size_t& begin : dyad_begin_)
    if (begin == rows_.size()) begin = kept;
  rows_.shrink(kept);
}

std::span<const EventRow> EventLog::rows_of(std::uint32_t dyad) const {
  if (dyad + 1 >= dyad_begin_.size()) return {};
  return {rows_.data() + dyad_begin_[dyad], dyad_begin_[dyad + 1] - dyad_begin_[dyad]};
}

void LogInternals::forget_rows(EventLog& log) {
  std::vector<EventRow> stay;
  std::copy_if(log.rows().begin(), log.rows().end(), std::back_inserter(stay), can_move);
  log.rows_.release();
  log.rows_.append(stay);
  log.forget_order();
}

}  // namespace detente
