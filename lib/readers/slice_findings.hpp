#pragma once
/// \file
/// What is found of a slice of a file by one of several readers, and how the findings of all become the files' reports:
/// counts add up, lines count on from slice to slice, and the first examples of each reason are those of the file.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"
#include "ground/bytes.hpp"
#include "readers/file_slice.hpp"
#include "readers/rows/days_covered.hpp"
#include "readers/rows/reported_days.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

struct SliceFindings {
  /// Which of the paths, and which file within an archive.
  std::size_t file = 0, member = 0;
  /// Of the slice alone: lines count from its first, `first_number` is of the log that the slice was read into.
  FileReport report = {};
  std::uint64_t lines = 0;
  DaysCovered days = {};
  ReportedDays reported = {};
  std::string header = {};
  /// The rejected rows unchanged, if they were asked for.
  std::vector<std::string> rejected = {};
};

/// Events of some slices, in order of arrival and not settled.
struct SlicesRead {
  EventLog log;
  std::vector<SliceFindings> found = {};
};

/// Reads slices of the files; rejected rows are kept if the options name a file for them, and any number is allowed.
/// Throws as `read_events` does.
SlicesRead read_slices(std::span<const std::filesystem::path> paths, const std::vector<FileSlice>& slices,
                       const ReadOptions& options);

/// The report of each file, from the findings of all its slices in order. Throws `InputError` for a file without rows.
std::vector<FileReport> reports_of(std::span<const SliceFindings> found);
/// Writes the file of rejected rows, if the options name one.
void write_rejects(std::span<const SliceFindings> found, const ReadOptions& options);

/// The findings as bytes; those of a program's own format cannot be.
void put_findings(std::string& to, const SliceFindings& findings);
SliceFindings take_findings(ByteReader& from);

}  // namespace detente::detail
#pragma GCC visibility pop
