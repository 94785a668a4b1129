#pragma once
/// \file
/// The files of one reading as one sequence of blocks, in the order in which they were given. A file is opened, and its
/// format recognised, when the last block of the one before has been handed out. The files in an archive are files like
/// any other, each with its own header.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "readers/formats/event_format.hpp"
#include "readers/rows/blocks.hpp"

namespace detente::detail {

/// What all blocks of a file share.
struct EventFile {
  /// As it was given.
  std::string path;
  /// The same, and behind a slash the file within an archive of several: "2019.zip/a.csv".
  std::string name;
  const EventFormat* format = nullptr;
  std::unique_ptr<const RowReader> rows;
  /// Whose ids it holds.
  IdSource ids;
  /// The header as it stands, if the format has one.
  std::string header;
};

struct EventBlock {
  std::shared_ptr<const EventFile> file;
  Block block;
  /// Bytes of all files that had been read when this block was cut.
  std::uint64_t bytes_read = 0;
};

class EventFiles {
 public:
  /// The paths and options outlive it.
  EventFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options);
  /// One source under this name; both outlive it.
  EventFiles(ByteSource& bytes, std::string_view name, const ReadOptions& options);
  ~EventFiles();

  /// The next block; each file has at least one, if an empty one. Throws as `read_events` does.
  std::optional<EventBlock> next();
  /// Of all files, as they lie on the disk, if that is known.
  std::optional<std::uint64_t> total_bytes() const;

 private:
  class Reading;
  bool open_source();
  bool open_next();

  std::span<const std::filesystem::path> paths_;  // that have not been opened
  std::unique_ptr<ByteSource> own_;
  ByteSource* source_ = nullptr;  // of the path that is being read
  std::string path_;
  const ReadOptions* options_;
  std::unique_ptr<Reading> reading_;
  bool is_fresh_ = false;  // the source's first file has not been begun
  std::uint64_t bytes_before_ = 0, bytes_of_source_ = 0;
  std::size_t opened_ = 0;  // paths
};

}  // namespace detente::detail
