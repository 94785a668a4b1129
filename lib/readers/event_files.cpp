#include "readers/event_files.hpp"

#include "detente/ground/text.hpp"
#include "ground/peeked_bytes.hpp"
#include "readers/formats/checked_rows.hpp"
#include "readers/formats/choose_format.hpp"

namespace detente::detail {
namespace {

/// The source of the ids in the file with this number: as the user says, else the family, or an unnamed source.
IdSource ids_of(const EventFormat& format, const ReadOptions& options, std::size_t number) {
  IdSource ids = format.ids();
  if (options.sources.size() == 1) ids.name = options.sources.front();
  if (number < options.sources.size()) ids.name = options.sources[number];
  return ids;
}

}  // namespace

/// An open file.
class EventFiles::Reading {
 public:
  Reading(ByteSource& source, std::string_view path, const ReadOptions& options, std::size_t number)
      : bytes_(source, head_bytes), file_(recognised(bytes_.head(), path, source.file_name(), options, number)) {
    const RowShape& shape = file_->rows->shape();
    blocks_.emplace(bytes_, Dialect{shape.delimiter, options.max_record, options.chunk, shape.quoted});
  }

  /// The next block; the first one even if it is empty.
  std::optional<EventBlock> next() {
    EventBlock next{file_, {}, 0};
    const bool is_first = !begun_;
    begun_ = true;
    const bool there = is_first && file_->rows->shape().header ? blocks_->next_behind_header(next.block, file_->header)
                                                               : blocks_->next(next.block);
    if (!there && !is_first) return std::nullopt;
    next.bytes_read = bytes_.bytes_read();
    return next;
  }

  std::uint64_t bytes_read() const { return bytes_.bytes_read(); }

 private:
  static std::shared_ptr<EventFile> recognised(std::string_view head, std::string_view path, const std::string& within,
                                               const ReadOptions& options, std::size_t number) {
    auto file = std::make_shared<EventFile>();
    file->path = path;
    file->name = within.empty() ? file->path : file->path + "/" + within;
    file->format = &choose_format(head, file->name, options);
    file->rows = open_checked(*file->format, head, visible_path(file->name), options);
    file->ids = ids_of(*file->format, options, number);
    return file;
  }

  PeekedBytes bytes_;
  std::shared_ptr<EventFile> file_;
  std::optional<BlockReader> blocks_;
  bool begun_ = false;
};

EventFiles::EventFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options)
    : paths_(paths), options_(&options) {}

EventFiles::EventFiles(ByteSource& bytes, std::string_view name, const ReadOptions& options)
    : source_(&bytes), path_(name), options_(&options), is_fresh_(true), opened_(1) {}

EventFiles::~EventFiles() = default;

bool EventFiles::open_source() {
  if (paths_.empty()) return false;
  own_ = open_unpacked(paths_.front());
  source_ = own_.get();
  path_ = paths_.front().string();
  ++opened_;
  paths_ = paths_.subspan(1);
  return true;
}

bool EventFiles::open_next() {
  if (!is_fresh_ && !(source_ && source_->next_file())) {
    bytes_before_ += bytes_of_source_;
    bytes_of_source_ = 0;
    if (!open_source()) return false;
  }
  is_fresh_ = false;
  reading_ = std::make_unique<Reading>(*source_, path_, *options_, opened_ - 1);
  return true;
}

std::optional<EventBlock> EventFiles::next() {
  while (reading_ || open_next()) {
    if (auto block = reading_->next()) {
      block->bytes_read += bytes_before_;
      return block;
    }
    bytes_of_source_ = reading_->bytes_read();
    reading_.reset();
  }
  return std::nullopt;
}

std::optional<std::uint64_t> EventFiles::total_bytes() const {
  if (source_) return std::nullopt;
  std::uint64_t total = 0;
  for (const std::filesystem::path& path : paths_) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    total += std::filesystem::file_size(path, error);
    if (error) return std::nullopt;
  }
  return total;
}

}  // namespace detente::detail
