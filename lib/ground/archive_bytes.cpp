#include "ground/archive_bytes.hpp"

#if DETENTE_ARCHIVES

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <numeric>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

/// One pass over an archive, member by member.
class ArchivePass {
 public:
  /// Of a file, read by its directory; `ByteSource` nullptr.
  ArchivePass(const std::filesystem::path& path, ByteSource* bytes)
      : path_(&path), bytes_(bytes), archive_(::archive_read_new()), buffer_(piece) {
    ::archive_read_support_filter_gzip(archive_.get());
    ::archive_read_support_filter_zstd(archive_.get());
    ::archive_read_support_format_zip(archive_.get());
    ::archive_read_support_format_raw(archive_.get());
    ::archive_read_support_format_empty(archive_.get());
    check(bytes ? ::archive_read_open(archive_.get(), this, nullptr, give, nullptr)
                : ::archive_read_open_filename(archive_.get(), path.c_str(), piece));
  }
  ArchivePass(const ArchivePass&) = delete;
  ArchivePass& operator=(const ArchivePass&) = delete;
  ~ArchivePass() = default;

  /// Goes on to the next member; false at the end.
  bool next() {
    const int result = ::archive_read_next_header(archive_.get(), &entry_);
    if (result == ARCHIVE_EOF) return false;
    check(result);
    ++place_;
    return true;
  }
  /// The member's number from 1 on, and its name.
  std::size_t place() const { return place_; }
  std::string name() const {
    const char* name = ::archive_entry_pathname(entry_);
    return name ? name : "";
  }
  /// Whether it holds data and is none of the shadows that a Macintosh packs beside every file.
  bool is_file() const { return ::archive_entry_filetype(entry_) == AE_IFREG && !name().starts_with("__MACOSX/"); }

  std::size_t read(std::span<char> into) {
    for (;;) {
      const auto got = ::archive_read_data(archive_.get(), into.data(), into.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (got != ARCHIVE_RETRY) check(static_cast<int>(got));
    }
  }

  std::uint64_t packed_bytes() const { return static_cast<std::uint64_t>(::archive_filter_bytes(archive_.get(), -1)); }

 private:
  /// What libarchive calls for more bytes. No exception may pass through it.
  static ::la_ssize_t give(::archive* archive, void* self, const void** bytes) {
    auto* pass = static_cast<ArchivePass*>(self);
    try {
      *bytes = pass->buffer_.data();
      return static_cast<::la_ssize_t>(pass->bytes_->read(pass->buffer_));
    } catch (...) {
      pass->thrown_ = std::current_exception();
      ::archive_set_error(archive, EIO, "it cannot be read");
      return -1;
    }
  }

  void check(int result) const {
    if (result == ARCHIVE_OK) return;
    if (thrown_) std::rethrow_exception(thrown_);
    const char* why = ::archive_error_string(archive_.get());
    throw InputError(fmt::format("{}: cannot be unpacked: {}: it is damaged or cut short; fetch it again",
                                 path_->string(), why ? why : "no reason is known"));
  }

  const std::filesystem::path* path_;
  ByteSource* bytes_;
  struct Free {
    void operator()(::archive* archive) const { ::archive_read_free(archive); }
  };
  std::unique_ptr<::archive, Free> archive_;
  ::archive_entry* entry_ = nullptr;
  std::vector<char> buffer_;
  std::exception_ptr thrown_;
  std::size_t place_ = 0;
};

/// The members one after the other, each from the start of a line.
class ArchiveBytes : public ByteSource {
 public:
  /// Without `by_name` in the order in which they lie there, which then has to be that of their names.
  ArchiveBytes(std::unique_ptr<ByteSource> bytes, std::filesystem::path path, bool by_name)
      : bytes_(std::move(bytes)), path_(std::move(path)), by_name_(by_name) {
    if (by_name_) order_members();
    begin_pass();
  }

  std::size_t read(std::span<char> into) override {
    while (inside_ || next_member()) {
      if (owes_line_end_) {
        owes_line_end_ = false;
        into[0] = '\n';
        return 1;
      }
      const std::size_t got = pass_->read(into);
      if (got > 0) last_ = into[got - 1];
      if (got > 0) return got;
      inside_ = false;
    }
    return 0;
  }

  std::optional<std::uint64_t> packed_bytes() const override { return pass_->packed_bytes(); }

 private:
  void begin_pass() { pass_.emplace(path_, by_name_ ? nullptr : bytes_.get()); }

  /// Looks through the directory.
  void order_members() {
    std::vector<std::pair<std::string, std::size_t>> members;
    begin_pass();
    while (pass_->next())
      if (pass_->is_file()) members.emplace_back(pass_->name(), pass_->place());
    if (members.empty()) throw InputError(fmt::format("{}: the archive holds no file", path_.string()));
    std::sort(members.begin(), members.end());
    for (const auto& [name, place] : members) order_.push_back(place);
  }

  bool next_member() {
    if (ended_) return false;
    ended_ = !(by_name_ ? next_by_name() : next_in_place());
    if (ended_) return false;
    inside_ = true;
    owes_line_end_ = last_ != '\n';
    return true;
  }

  bool next_by_name() {
    if (next_ == order_.size()) return false;
    const std::size_t wanted = order_[next_++];
    if (pass_->place() >= wanted) begin_pass();
    while (pass_->place() < wanted)
      if (!pass_->next()) throw InputError(fmt::format("{}: changed while it was read", path_.string()));
    return true;
  }

  bool next_in_place() {
    do {
      if (pass_->next()) continue;
      if (names_ == 0 && pass_->place() > 0)
        throw InputError(fmt::format("{}: the archive holds no file", path_.string()));
      return false;
    } while (!pass_->is_file());
    const std::string name = pass_->name();
    if (names_++ > 0 && name < name_)
      throw InputError(
          fmt::format("{}: '{}' lies behind '{}' in the archive, and a pipe is read as it comes: save the "
                      "archive as a file",
                      path_.string(), name, name_));
    name_ = name;
    return true;
  }

  std::unique_ptr<ByteSource> bytes_;
  std::filesystem::path path_;
  bool by_name_;
  std::optional<ArchivePass> pass_;
  std::vector<std::size_t> order_;  // places of the members, by name
  std::size_t next_ = 0;
  std::size_t names_ = 0;
  std::string name_;
  char last_ = '\n';
  bool inside_ = false;
  bool ended_ = false;
  bool owes_line_end_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path,
                                          bool is_zip) {
  std::error_code none;
  return std::make_unique<ArchiveBytes>(std::move(bytes), path, is_zip && std::filesystem::is_regular_file(path, none));
}

}  // namespace detente

#else  // without libarchive

namespace detente {

std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> /*bytes*/, const std::filesystem::path& /*path*/,
                                          bool /*is_zip*/) {
  return nullptr;
}

}  // namespace detente

#endif
