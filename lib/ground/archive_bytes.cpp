#include "ground/archive_bytes.hpp"

#if DETENTE_ARCHIVES

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/error.hpp"
#include "ground/unpacked.hpp"

namespace detente::detail {
namespace {

/// What to do with a document that is a .zip inside (such as a workbook); "" for an archive of files.
std::string_view document_with(std::string_view first_file) {
  for (const std::string_view part : {"[Content_Types].xml", "_rels/", "docProps/", "xl/"})
    if (first_file.starts_with(part)) return "is an Excel workbook (.xlsx): save its sheet as CSV UTF-8";
  if (first_file == "mimetype") return "is an OpenDocument file (.ods): save its sheet as CSV, in UTF-8";
  return {};
}

/// libarchive's archive, file by file.
class Archive {
 public:
  enum class Kind : std::uint8_t { zip, zstd };

  /// Opens a file, which is read by its directory, or, if `bytes` is given, reads these as they come.
  Archive(Kind kind, const std::filesystem::path& path, ByteSource* bytes)
      : path_(&path), bytes_(bytes), archive_(::archive_read_new()), buffer_(unpacked_piece) {
    if (kind == Kind::zip) ::archive_read_support_format_zip(archive_.get());
    if (kind == Kind::zstd) ::archive_read_support_filter_zstd(archive_.get());
    if (kind == Kind::zstd) ::archive_read_support_format_raw(archive_.get());
    ::archive_read_support_format_empty(archive_.get());
    check(bytes ? ::archive_read_open(archive_.get(), this, nullptr, give, nullptr)
                : ::archive_read_open_filename(archive_.get(), path.c_str(), unpacked_piece));
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() = default;

  /// Goes on to the next file; false at the end. Skips folders and the metadata files that macOS adds beside every
  /// file.
  bool next() {
    name_.clear();
    for (;;) {
      const int result = ::archive_read_next_header(archive_.get(), &entry_);
      if (result == ARCHIVE_EOF) return false;
      check(result);
      const char* name = ::archive_entry_pathname(entry_);
      name_ = name ? name : "";
      if (::archive_entry_filetype(entry_) == AE_IFREG && !name_.starts_with("__MACOSX/")) break;
    }
    if (::archive_entry_is_encrypted(entry_) != 0)
      throw InputError(ErrorCode::damaged, fmt::format("{}: is encrypted: unpack it with its password first", place()));
    return true;
  }
  const std::string& name() const { return name_; }

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
    auto* from = static_cast<Archive*>(self);
    try {
      *bytes = from->buffer_.data();
      return static_cast<::la_ssize_t>(from->bytes_->read(from->buffer_));
    } catch (...) {
      from->thrown_ = std::current_exception();
      ::archive_set_error(archive, EIO, "it cannot be read");
      return -1;
    }
  }

  void check(int result) const {
    if (result == ARCHIVE_OK) return;
    if (thrown_) std::rethrow_exception(thrown_);
    const char* why = ::archive_error_string(archive_.get());
    throw InputError(ErrorCode::damaged,
                     fmt::format("{}: cannot be unpacked: {}: it is damaged or cut short; fetch it again", place(),
                                 why ? why : "no reason is known"));
  }

  /// "t.zip", or "t.zip/a.csv" within the file.
  std::string place() const { return name_.empty() ? path_->string() : path_->string() + "/" + name_; }

  const std::filesystem::path* path_;
  ByteSource* bytes_;
  struct Free {
    void operator()(::archive* archive) const { ::archive_read_free(archive); }
  };
  std::unique_ptr<::archive, Free> archive_;
  ::archive_entry* entry_ = nullptr;
  std::string name_;
  std::vector<char> buffer_;
  std::exception_ptr thrown_;
};

/// The one text of a .zst.
class ZstdBytes : public ByteSource {
 public:
  ZstdBytes(std::unique_ptr<ByteSource> bytes, std::filesystem::path path)
      : bytes_(std::move(bytes)), path_(std::move(path)), archive_(Archive::Kind::zstd, path_, bytes_.get()) {
    has_text_ = archive_.next();
  }

  std::size_t read(std::span<char> into) override { return has_text_ ? archive_.read(into) : 0; }
  std::optional<std::uint64_t> packed_bytes() const override { return archive_.packed_bytes(); }

 private:
  std::unique_ptr<ByteSource> bytes_;
  std::filesystem::path path_;
  Archive archive_;
  bool has_text_ = false;
};

/// The files of a .zip.
class ZipBytes : public ByteSource {
 public:
  ZipBytes(std::unique_ptr<ByteSource> bytes, std::filesystem::path path)
      : bytes_(std::move(bytes)), path_(std::move(path)) {
    std::error_code none;
    const bool has_directory = std::filesystem::is_regular_file(path_, none);
    if (has_directory) look_ahead();
    archive_.emplace(Archive::Kind::zip, path_, has_directory ? nullptr : bytes_.get());
    if (!archive_->next())
      throw InputError(ErrorCode::no_events, fmt::format("{}: the archive holds no file", path_.string()));
    if (const auto document = document_with(archive_->name()); !document.empty())
      throw InputError(ErrorCode::unknown_format, fmt::format("{}: {}", path_.string(), document));
  }

  std::size_t read(std::span<char> into) override { return archive_->read(into); }
  bool next_file() override { return archive_->next(); }
  std::string file_name() const override { return is_single_ ? std::string() : archive_->name(); }
  std::optional<std::uint64_t> packed_bytes() const override { return archive_->packed_bytes(); }

 private:
  /// A single file gets the name of its archive. For a pipe, it cannot be known that there is only one.
  void look_ahead() {
    Archive archive(Archive::Kind::zip, path_, nullptr);
    is_single_ = archive.next() && !archive.next();
  }

  std::unique_ptr<ByteSource> bytes_;
  std::filesystem::path path_;
  bool is_single_ = false;
  std::optional<Archive> archive_;
};

}  // namespace

std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path,
                                          bool is_zip) {
  if (is_zip) return std::make_unique<ZipBytes>(std::move(bytes), path);
  return std::make_unique<ZstdBytes>(std::move(bytes), path);
}

}  // namespace detente::detail

#else  // without libarchive

namespace detente::detail {

std::unique_ptr<ByteSource> archive_bytes(std::unique_ptr<ByteSource> /*bytes*/, const std::filesystem::path& /*path*/,
                                          bool /*is_zip*/) {
  return nullptr;
}

}  // namespace detente::detail

#endif
