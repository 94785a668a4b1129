#pragma once
/// \file
/// The files that every process reads (input_plan.hpp), and which of their events each part of the panel needs.

#include <cstdint>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "distributed/input_plan.hpp"
#include "distributed/part_router.hpp"
#include "readers/slice_findings.hpp"

namespace detente::detail {

/// The events in order of arrival, and what was found of each file.
SlicesRead read_whole_files(const InputPlan& plan, const ReadOptions& options);

/// The rows of the log that a part needs: those that may belong to one of its pairs or affect it, and all versions of
/// those that may move. By part, the numbers of the rows in order of arrival. O(rows log rows).
std::vector<std::vector<std::uint32_t>> rows_by_part(const EventLog& log, const PartRouter& router);

/// Adds rows of one log to another, as they are.
void add_rows(EventLog& to, const EventLog& from, const std::vector<std::uint32_t>& rows);

}  // namespace detente::detail
