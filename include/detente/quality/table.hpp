#pragma once
/// \file
/// The study as text: a table for people, sorted best first, and a CSV of every cell.

#include <string>
#include <vector>

#include "detente/quality/study.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// One block per truth: rank correlation under each way of reporting, coverage, and how far the level follows volume.
/// Models are in the order of their rank correlation under tenfold reporting.
std::string text_table(const std::vector<Cell>& cells);

/// ".74", "-.05", "1.00"; a dash for a missing value.
std::string share(const std::optional<double>& value);

/// A row per cell; a missing value is empty.
std::string csv_table(const std::vector<Cell>& cells);

}  // namespace detente::quality
#pragma GCC visibility pop
