#pragma once
/// \file
/// SQLite as this library throws: what the system refused as `std::system_error` with the path, a file that cannot be
/// used as `InputError`.

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "detente/live/store/store_options.hpp"

namespace detente::detail {

class Database {
 public:
  enum class Access : std::uint8_t { read, write, create };
  Database(std::filesystem::path file, Access access, const std::string& vfs, Milliseconds patience);
  /// A database of its own that disappears with the object.
  Database();

  /// Runs statements that give no rows.
  void run(const char* statements);
  std::int64_t number(const char* query);
  std::string text(const char* query);
  sqlite3* handle() const noexcept { return handle_.get(); }
  const std::filesystem::path& path() const noexcept { return path_; }
  /// Throws unless `code` says that all is well.
  void expect(int code) const;
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement, which is run as often as one likes: bind, step, …, reset. What it gives is valid until the
/// next step.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  Statement& bind(std::int64_t number);
  Statement& bind_text(std::string_view text);
  Statement& bind_blob(std::string_view bytes);
  /// Whether there is a row.
  bool step();
  /// Steps to the end and resets.
  void run();
  /// Forgets rows and what was bound.
  void reset() noexcept;

  std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  std::string_view bytes(int column) const;
  int columns() const { return sqlite3_column_count(handle_.get()); }
  /// Type and value, for comparing.
  std::string cell(int column) const;

 private:
  struct Finish {
    void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finish> handle_;
  int bound_ = 0;
};

/// Rolled back at the end unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };
  Transaction(Database& database, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database* database_;
};

}  // namespace detente::detail
