#include "readers/event_files.hpp"

#include <algorithm>

#include "detente/ground/text.hpp"
#include "ground/line_range.hpp"
#include "ground/peeked_bytes.hpp"
#include "readers/formats/checked_rows.hpp"
#include "readers/formats/choose_format.hpp"

namespace detente::detail {

IdSource ids_of(const EventFormat& format, const ReadOptions& options, std::size_t number) {
  IdSource ids = format.ids();
  if (options.sources.size() == 1) ids.name = options.sources.front();
  if (number < options.sources.size()) ids.name = options.sources[number];
  return ids;
}

namespace {

/// The format of a file that begins so, and its reader.
EventFile recognised(std::string_view head, std::string_view path, const std::string& within,
                     const ReadOptions& options, std::size_t number) {
  EventFile file;
  file.path = path;
  file.name = within.empty() ? file.path : file.path + "/" + within;
  file.format = &choose_format(head, file.name, options);
  file.rows = open_checked(*file.format, head, visible_path(file.name), options);
  file.ids = ids_of(*file.format, options, number);
  file.number = number;
  return file;
}

}  // namespace

std::vector<RecognisedFile> recognised_files(const std::filesystem::path& path, const ReadOptions& options,
                                             bool& plain) {
  std::vector<RecognisedFile> out;
  const auto source = open_unpacked(path);
  plain = !source->packed_bytes();
  do {
    const PeekedBytes bytes(*source, head_bytes);
    const EventFile file = recognised(bytes.head(), path.string(), source->file_name(), options, 0);
    out.push_back({file.name, file.format, file.rows->shape().quoted, file.rows->shape().header});
  } while (source->next_file());
  return out;
}

/// An open file.
class EventFiles::Reading {
 public:
  /// `head` is the beginning of the file if `source` is a part of it; the first part is what `begins` it.
  Reading(ByteSource& source, const std::optional<std::string>& head, bool begins, std::string_view path,
          const ReadOptions& options, std::size_t number, std::size_t member)
      : bytes_(source, head_bytes),
        file_(std::make_shared<EventFile>(
            recognised(head ? *head : bytes_.head(), path, source.file_name(), options, number))),
        behind_header_(begins && file_->rows->shape().header) {
    file_->member = member;
    const RowShape& shape = file_->rows->shape();
    blocks_.emplace(bytes_, Dialect{shape.delimiter, options.max_record, options.chunk, shape.quoted, begins});
  }

  /// The next block; the first one even if it is empty.
  std::optional<EventBlock> next() {
    EventBlock next{file_, {}, 0};
    const bool is_first = !begun_;
    begun_ = true;
    const bool there =
        is_first && behind_header_ ? blocks_->next_behind_header(next.block, file_->header) : blocks_->next(next.block);
    if (!there && !is_first) return std::nullopt;
    next.bytes_read = bytes_.bytes_read();
    return next;
  }

  std::uint64_t bytes_read() const { return bytes_.bytes_read(); }

 private:
  PeekedBytes bytes_;
  std::shared_ptr<EventFile> file_;
  bool behind_header_;
  std::optional<BlockReader> blocks_;
  bool begun_ = false;
};

EventFiles::EventFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options)
    : paths_(paths), options_(&options) {
  for (std::size_t file = 0; file < paths.size(); ++file) slices_.push_back({file});
}

EventFiles::EventFiles(std::span<const std::filesystem::path> paths, std::vector<FileSlice> slices,
                       const ReadOptions& options)
    : paths_(paths), slices_(std::move(slices)), options_(&options) {}

EventFiles::EventFiles(ByteSource& bytes, std::string_view name, const ReadOptions& options)
    : source_(&bytes), path_(name), options_(&options), is_fresh_(true) {}

EventFiles::~EventFiles() = default;

bool EventFiles::open_source() {
  if (opened_ == slices_.size()) return false;
  slice_ = slices_[opened_++];
  const std::filesystem::path& path = paths_[slice_.file];
  own_ = slice_.is_whole() ? open_unpacked(path) : lines_that_begin_in(path, slice_.begin, slice_.end);
  source_ = own_.get();
  path_ = path.string();
  member_ = 0;
  return true;
}

bool EventFiles::open_next() {
  if (!is_fresh_ && source_ && source_->next_file()) {
    ++member_;
  } else if (!is_fresh_) {
    bytes_before_ += bytes_of_source_;
    bytes_of_source_ = 0;
    if (!open_source()) return false;
  }
  is_fresh_ = false;
  std::optional<std::string> head;
  if (!slice_.is_whole()) head = PeekedBytes(*open_bytes(path_), head_bytes).head();
  reading_ = std::make_unique<Reading>(*source_, head, slice_.begin == 0, path_, *options_, slice_.file, member_);
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
  for (const FileSlice& slice : slices_) {
    const std::filesystem::path& path = paths_[slice.file];
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error) return std::nullopt;
    total += std::min(slice.end, size) - std::min(slice.begin, size);
  }
  return total;
}

}  // namespace detente::detail
