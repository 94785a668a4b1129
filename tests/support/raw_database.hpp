#pragma once
/// \file
/// A file as plain SQLite and plain bytes see it, for tests that change it behind a store's back.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace detente::test {

/// Runs statements on the file, without waiting for the disk.
inline void run_sql(const std::filesystem::path& file, const std::string& statements) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
  char* wrong = nullptr;
  sqlite3_exec(database, ("PRAGMA synchronous=OFF;" + statements).c_str(), nullptr, nullptr, &wrong);
  EXPECT_EQ(wrong, nullptr) << (wrong == nullptr ? "" : wrong) << ": " << statements;
  sqlite3_free(wrong);
  sqlite3_close(database);
}

inline std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

inline std::string with_flipped_bit(std::string bytes, std::size_t bit) {
  bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
  return bytes;
}

/// "x'00ff'"
inline std::string sql_blob(const std::string& bytes) {
  std::string out = "x'";
  for (const char c : bytes) {
    out.push_back("0123456789abcdef"[static_cast<unsigned char>(c) >> 4]);
    out.push_back("0123456789abcdef"[static_cast<unsigned char>(c) & 15]);
  }
  return out + "'";
}

}  // namespace detente::test
