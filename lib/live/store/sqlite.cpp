#include "live/store/sqlite.hpp"

#include <cerrno>
#include <new>
#include <system_error>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

int flags_of(Database::Access access) {
  const int create = access == Database::Access::create ? SQLITE_OPEN_CREATE : 0;
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | create;
}

/// The error of the system that stands for SQLite's; 0 if it is none of the system's.
int system_code(int code, int told) {
  switch (code & 0xff) {
    case SQLITE_FULL: return ENOSPC;
    case SQLITE_IOERR: return told != 0 ? told : EIO;
    case SQLITE_CANTOPEN: return told != 0 ? told : ENOENT;
    case SQLITE_PERM: return EACCES;
    case SQLITE_READONLY: return told != 0 ? told : EROFS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return EBUSY;
    default: return 0;
  }
}

}  // namespace

Database::Database(std::filesystem::path file, Access access, const std::string& vfs, Milliseconds patience)
    : path_(std::move(file)) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path_.c_str(), &opened, flags_of(access), vfs.empty() ? nullptr : vfs.c_str());
  handle_.reset(opened);
  expect(code);
  expect(sqlite3_busy_timeout(opened, static_cast<int>(patience.count())));
  if (access == Access::read) run("PRAGMA query_only=1");
}

Database::Database() : path_("") {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2("", &opened, flags_of(Access::create), nullptr);
  handle_.reset(opened);
  expect(code);
  run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
}

void Database::run(const char* statements) {
  expect(sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const char* query) {
  Statement statement(*this, query);
  return statement.step() ? statement.number(0) : 0;
}

std::string Database::text(const char* query) {
  Statement statement(*this, query);
  return statement.step() ? std::string(statement.bytes(0)) : std::string();
}

void Database::expect(int code) const {
  if (code != SQLITE_OK) fail(code);
}

void Database::fail(int code) const {
  if ((code & 0xff) == SQLITE_NOMEM || !handle_) throw std::bad_alloc();
  const std::string name = path_.string();
  if (const int error = system_code(code, sqlite3_system_errno(handle_.get())); error != 0)
    throw std::system_error(error, std::generic_category(), name);
  if (code == SQLITE_NOTADB)
    throw InputError(ErrorCode::unknown_format, visible_path(name) + ": is no store: not an SQLite file");
  throw InputError(ErrorCode::damaged,
                   visible_path(name) + ": is damaged or truncated: " + sqlite3_errmsg(handle_.get()));
}

// ---- statements ----

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  handle_.reset(made);
  database.expect(code);
}

Statement& Statement::bind(std::int64_t number) {
  database_->expect(sqlite3_bind_int64(handle_.get(), ++bound_, number));
  return *this;
}

Statement& Statement::bind_text(std::string_view text) {
  database_->expect(
      sqlite3_bind_text64(handle_.get(), ++bound_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* begin = bytes.empty() ? "" : bytes.data();  // no pointer would be NULL
  database_->expect(sqlite3_bind_blob64(handle_.get(), ++bound_, begin, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const int extended = sqlite3_extended_errcode(database_->handle());
  reset();
  database_->fail(extended);
}

void Statement::run() {
  while (step()) continue;
  reset();
}

void Statement::reset() noexcept {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
  bound_ = 0;
}

std::string_view Statement::bytes(int column) const {
  const void* begin = sqlite3_column_blob(handle_.get(), column);
  return {static_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string Statement::cell(int column) const {
  const char type = static_cast<char>('0' + sqlite3_column_type(handle_.get(), column));
  return type + std::string(bytes(column));
}

// ---- transactions ----

Transaction::Transaction(Database& database, Kind kind) : database_(&database) {
  database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (database_ != nullptr && sqlite3_get_autocommit(database_->handle()) == 0)
    sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_->run("COMMIT");
  database_ = nullptr;
}

}  // namespace detente::detail
