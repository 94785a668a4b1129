#pragma once
/// \file
/// Reads the blocks of files on several threads, and merges them in their order into a log and a report for each file.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"
#include "readers/event_files.hpp"
#include "readers/rows/merged_file.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Where the events go, and what is found of each file.
struct ReadInto {
  EventLog* log;
  std::vector<FileReport>* reports;
  /// May be null.
  RejectedRows* rejects;
  /// Called when all blocks of a file have been merged.
  std::function<void(const EventFile& file, MergedFile& merged)> ended;
};

/// Throws as `read_events` does, but settles nothing and allows any number of rejected rows.
void read_blocks(EventFiles& files, const ReadOptions& options, const ReadInto& into);

/// How many threads the options mean.
std::size_t reading_threads(const ReadOptions& options);
/// Throws if the options break a rule of theirs.
void check_reading(const ReadOptions& options, std::size_t files);
/// The same for the files: each is named once, and none is the file of rejected rows.
void check_paths(std::span<const std::filesystem::path> paths, const ReadOptions& options);
/// Throws for a file without rows.
void require_rows(const FileReport& report);
/// Throws if there are more rejected rows than the options allow.
void refuse_too_many_rejects(std::span<const FileReport> files, const ReadOptions& options);

}  // namespace detente::detail
#pragma GCC visibility pop
