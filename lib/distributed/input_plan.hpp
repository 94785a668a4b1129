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
#include <span>
#include <string>
#include <vector>

#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"
#include "ground/bytes.hpp"
#include "readers/file_slice.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Slices that one process reads at a time.
struct InputTask {
  std::vector<FileSlice> slices;
  std::uint64_t bytes = 0;  ///< about: those of packed files are guessed
};

struct InputPlan {
  std::vector<std::filesystem::path> paths = {};
  /// The files, those of archives by themselves, with their names and formats and nothing else.
  std::vector<FileReport> files = {};
  std::vector<FileSlice> whole = {};
  std::vector<InputTask> tasks = {};
};

/// What is seen of the file at a path, with all that is packed in it, before it is read.
struct SeenFile {
  struct Member {
    std::string name, format;
  };
  std::vector<Member> members;
  bool is_whole = false;    ///< every process reads it
  bool can_be_cut = false;  ///< at any line end, but for the first ones of a file with a header
  bool has_header = false;
  std::uint64_t size = 0;   ///< in bytes
  std::uint64_t bytes = 0;  ///< about, unpacked
};

/// Throws `InputError` for what several processes cannot read (standard input, a pipe), and `std::system_error` for
/// what cannot be opened.
void require_files(std::span<const std::filesystem::path> paths);

/// Opens the file and recognises its format. Throws as `read_events` does.
SeenFile look_at(const std::filesystem::path& path, const ReadOptions& options);
/// All of them, by several threads. The error is that of the first file that has one.
std::vector<SeenFile> look_at_all(std::span<const std::filesystem::path> paths, const ReadOptions& options);

void put_seen(std::string& to, const SeenFile& seen);
SeenFile take_seen(ByteReader& from);

/// `task_bytes` is the size of a task; by default a 128th of all, from 64 KiB to 64 MiB.
InputPlan plan_input(const std::vector<std::filesystem::path>& paths, const std::vector<SeenFile>& seen,
                     const ReadOptions& options, std::optional<std::uint64_t> task_bytes);

/// "notes.csv", or "gdelt.tsv from byte 65536" for a part of it; of the first slice, and how many more there are.
std::string to_text(const InputPlan& plan, const InputTask& task);

}  // namespace detente::detail
#pragma GCC visibility pop
