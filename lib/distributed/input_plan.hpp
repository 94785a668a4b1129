#pragma once
/// \file
/// How the input of one panel is shared out among processes. Every process makes the same plan from the same files, so
/// nobody has to be asked:
///
/// - Files whose events may move from pair to pair, affect third parties or last (chronologies, data sets of deadly
///   events, a program's own formats) are *whole*: every process reads them, because they are few and concern everyone.
/// - All others are cut into *tasks* of about one size, which does not depend on how many processes there are, so that
///   what was done by four can be gone on with by six. A task is some files, or a part of one large text file without
///   quotes; packed files stay whole.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"
#include "readers/file_slice.hpp"

namespace detente::detail {

/// Slices that one process reads at a time.
struct InputTask {
  std::vector<FileSlice> slices;
  std::uint64_t bytes = 0;  ///< about: those of packed files are guessed
};

struct InputPlan {
  std::vector<std::filesystem::path> paths;
  /// Of each path in bytes.
  std::vector<std::uint64_t> sizes;
  /// The files, those of archives by themselves, with their names and formats and nothing else.
  std::vector<FileReport> files;
  std::vector<FileSlice> whole;
  std::vector<InputTask> tasks;
};

/// Opens every file to see its format. `task_bytes` is the size of a task; by default a 128th of all, from 64 KiB to
/// 64 MiB. Throws as `read_events` does, and `InputError` for standard input, which can be read only once.
InputPlan plan_input(const std::vector<std::filesystem::path>& paths, const ReadOptions& options,
                     std::optional<std::uint64_t> task_bytes);

/// "notes.csv", or "gdelt.tsv from byte 65536" for a part of it; of the first slice, and how many more there are.
std::string to_text(const InputPlan& plan, const InputTask& task);

}  // namespace detente::detail
