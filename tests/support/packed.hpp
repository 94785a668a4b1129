#pragma once
/// \file
/// Archives for tests, written by libarchive, where it is part of the build.

#if DETENTE_ARCHIVES

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace detente::test {

/// Name and content; a name that ends in '/' is a folder.
using Members = std::vector<std::pair<std::string, std::string>>;

/// "zip" holds the members, in this order; "gz" and "zst" the content of the one that there is.
inline void write_packed(const std::filesystem::path& path, const std::string& kind, const Members& members) {
  ::archive* out = ::archive_write_new();
  if (kind == "gz") ::archive_write_add_filter_gzip(out);
  if (kind == "zst") ::archive_write_add_filter_zstd(out);
  kind == "zip" ? ::archive_write_set_format_zip(out) : ::archive_write_set_format_raw(out);
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

}  // namespace detente::test

#endif
