#include "readers/event_files.hpp"

#include <array>

#include "detente/ground/text.hpp"
#include "ground/peeked_bytes.hpp"
#include "readers/choose_format.hpp"

namespace detente {
namespace {

/// Whose ids the file of this number holds: as the user says, else the family's or nobody's.
IdSource ids_of(const EventFormat& format, const ReadOptions& options, std::size_t number) {
  IdSource ids = format.ids();
  if (options.sources.size() == 1) ids.name = options.sources.front();
  if (number < options.sources.size()) ids.name = options.sources[number];
  return ids;
}

}  // namespace

/// A file that is open.
class EventFiles::Reading {
 public:
  Reading(std::unique_ptr<ByteSource> own, ByteSource& source, std::string_view name, const ReadOptions& options,
          std::size_t number)
      : own_(std::move(own)), bytes_(source, head_bytes), file_(recognised(bytes_.head(), name, options, number)) {
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
  static std::shared_ptr<EventFile> recognised(std::string_view head, std::string_view name, const ReadOptions& options,
                                               std::size_t number) {
    auto file = std::make_shared<EventFile>();
    file->name = name;
    file->format = &choose_format(head, name, options);
    file->rows = file->format->open(head, options);
    file->ids = ids_of(*file->format, options, number);
    return file;
  }

  std::unique_ptr<ByteSource> own_;
  PeekedBytes bytes_;
  std::shared_ptr<EventFile> file_;
  std::optional<BlockReader> blocks_;
  bool begun_ = false;
};

EventFiles::EventFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options)
    : paths_(paths), options_(&options) {}

EventFiles::EventFiles(ByteSource& bytes, std::string_view name, const ReadOptions& options)
    : source_(&bytes), name_(name), options_(&options) {}

EventFiles::~EventFiles() = default;

bool EventFiles::open_next() {
  if (source_) {
    open(nullptr, *source_, name_);
    source_ = nullptr;
    return true;
  }
  if (paths_.empty()) return false;
  auto source = open_unpacked(paths_.front());
  ByteSource& bytes = *source;
  open(std::move(source), bytes, paths_.front().string());
  paths_ = paths_.subspan(1);
  return true;
}

void EventFiles::open(std::unique_ptr<ByteSource> own, ByteSource& source, std::string_view name) {
  reading_ = std::make_unique<Reading>(std::move(own), source, name, *options_, opened_++);
}

std::optional<EventBlock> EventFiles::next() {
  while (reading_ || open_next()) {
    if (auto block = reading_->next()) {
      block->bytes_read += bytes_before_;
      return block;
    }
    bytes_before_ += reading_->bytes_read();
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

}  // namespace detente
