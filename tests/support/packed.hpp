#pragma once
/// \file
/// Compressed files for tests, written with the libraries that read them, if the build has these.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#if DETENTE_GZIP
#include <zlib.h>
#endif
#if DETENTE_ARCHIVES
#include <archive.h>
#include <archive_entry.h>
#endif

namespace detente::test {

/// Name and content; a name that ends in '/' is a folder.
using Members = std::vector<std::pair<std::string, std::string>>;

#if DETENTE_GZIP
/// One gzip member.
inline std::string gzip_of(const std::string& text) {
  ::z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(::deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(::deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  ::deflateEnd(&stream);
  return out;
}
#endif

#if DETENTE_ARCHIVES
/// "zip" holds the members, in this order; "stored" is a .zip without compression; "zst" holds the content of the only
/// member.
inline void write_archive(const std::filesystem::path& path, const std::string& kind, const Members& members) {
  ::archive* out = ::archive_write_new();
  if (kind == "zst") ::archive_write_add_filter_zstd(out);
  kind == "zst" ? ::archive_write_set_format_raw(out) : ::archive_write_set_format_zip(out);
  if (kind == "stored") ::archive_write_zip_set_compression_store(out);
  ASSERT_EQ(::archive_write_open_filename(out, path.c_str()), ARCHIVE_OK) << ::archive_error_string(out);
  for (const auto& [name, content] : members) {
    ::archive_entry* entry = ::archive_entry_new();
    ::archive_entry_set_pathname(entry, name.c_str());
    ::archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    ::archive_entry_set_perm(entry, 0644);
    if (!name.ends_with('/')) ::archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    ASSERT_EQ(::archive_write_header(out, entry), ARCHIVE_OK) << ::archive_error_string(out);
    EXPECT_EQ(::archive_write_data(out, content.data(), content.size()), static_cast<la_ssize_t>(content.size()));
    ::archive_entry_free(entry);
  }
  EXPECT_EQ(::archive_write_close(out), ARCHIVE_OK);
  ::archive_write_free(out);
}
#endif

/// What this build can unpack.
inline std::vector<std::string> packings() {
  std::vector<std::string> kinds;
#if DETENTE_GZIP
  kinds.emplace_back("gz");
#endif
#if DETENTE_ARCHIVES
  kinds.insert(kinds.end(), {"zst", "zip"});
#endif
  return kinds;
}

/// Any of `packings()`; a "gz" holds the content of the only member.
inline void write_packed(const std::filesystem::path& path, const std::string& kind, const Members& members) {
#if DETENTE_GZIP
  if (kind == "gz") {
    std::ofstream(path, std::ios::binary) << gzip_of(members.at(0).second);
    return;
  }
#endif
#if DETENTE_ARCHIVES
  write_archive(path, kind, members);
#endif
}

}  // namespace detente::test
