#pragma once
/// \file
/// The files of one call, or slices of them, as one sequence of blocks, in the order given. A file is opened, and its
/// format recognised, when the last block of the one before has been returned. The files in an archive are treated like
/// any other, each with its own header. A slice is recognised by the beginning of its file, and has a header only if it
/// begins it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/formats/event_format.hpp"
#include "readers/file_slice.hpp"
#include "readers/rows/blocks.hpp"

namespace detente::detail {

/// What all blocks of a file share.
struct EventFile {
  /// As given by the caller.
  std::string path;
  /// The same, followed for an archive of several files by a slash and the file's name: "2019.zip/a.csv".
  std::string name;
  const EventFormat* format = nullptr;
  std::unique_ptr<const RowReader> rows;
  /// The source of its ids.
  IdSource ids;
  /// The header unchanged, if the format has one.
  std::string header;
  /// Where it, or the archive that holds it, stands among the paths, and how manieth of the archive it is.
  std::size_t number = 0, member = 0;
};

struct EventBlock {
  std::shared_ptr<const EventFile> file;
  Block block;
  /// How many bytes of all files had been read when this block was cut.
  std::uint64_t bytes_read = 0;
};

/// The source of the ids in the file with this number: as the user says, else the family, or an unnamed source.
IdSource ids_of(const EventFormat& format, const ReadOptions& options, std::size_t number);

/// What is seen of a file before it is read.
struct RecognisedFile {
  std::string name;
  const EventFormat* format = nullptr;
  bool quoted = false, header = false;
};
/// The file at a path, or all that are packed in it; `plain` becomes whether it is not packed. Throws as `read_events`
/// does for a file of no known format.
std::vector<RecognisedFile> recognised_files(const std::filesystem::path& path, const ReadOptions& options,
                                             bool& plain);

class EventFiles {
 public:
  /// The paths and options must outlive it.
  EventFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options);
  /// Slices of the files, in this order.
  EventFiles(std::span<const std::filesystem::path> paths, std::vector<FileSlice> slices, const ReadOptions& options);
  /// One source under this name; both must outlive it.
  EventFiles(ByteSource& bytes, std::string_view name, const ReadOptions& options);
  ~EventFiles();

  /// The next block; each file has at least one, which may be empty. Throws as `read_events` does.
  std::optional<EventBlock> next();
  /// The total size of all files on disk, if known.
  std::optional<std::uint64_t> total_bytes() const;

 private:
  class Reading;
  bool open_source();
  bool open_next();

  std::span<const std::filesystem::path> paths_;
  std::vector<FileSlice> slices_;
  std::size_t opened_ = 0;  // slices
  FileSlice slice_;         // being read
  std::unique_ptr<ByteSource> own_;
  ByteSource* source_ = nullptr;  // of the path being read
  std::string path_;
  const ReadOptions* options_;
  std::unique_ptr<Reading> reading_;
  bool is_fresh_ = false;  // whether the source's first file has not been started
  std::uint64_t bytes_before_ = 0, bytes_of_source_ = 0;
  std::size_t member_ = 0;  // of the archive being read
};

}  // namespace detente::detail
