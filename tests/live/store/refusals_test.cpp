#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <system_error>

#include "detente/ground/error.hpp"
#include "detente/live/store/store.hpp"
#include "live/store/guard.hpp"
#include "support/raw_database.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;
using test::event_called;
using test::run_sql;
using test::StoreFile;

void make(const fs::path& file) { Store::create(file, {}).append({.events = {event_called("a")}}); }

/// A read transaction that is never ended.
class EndlessReader {
 public:
  explicit EndlessReader(const fs::path& file) {
    sqlite3_open(file.c_str(), &database_);
    sqlite3_exec(database_, "BEGIN; SELECT count(*) FROM batches", nullptr, nullptr, nullptr);
  }
  EndlessReader(const EndlessReader&) = delete;
  EndlessReader& operator=(const EndlessReader&) = delete;
  ~EndlessReader() { sqlite3_close(database_); }

 private:
  sqlite3* database_ = nullptr;
};

/// Files of this process can grow no further. (simulated_disk.hpp has a disk that is full.)
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit less{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &less);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  void (*before_)(int);
  rlimit limit_{};
};

void append_until_it_is_refused(Store& store) {
  for (int i = 0; i < 100000; ++i) {
    ReceivedEvent event = event_called(std::to_string(i));
    event.event.note.assign(2000, 'x');
    store.append({.events = {event}});
  }
}

enum class Kind : std::uint8_t { input, system };

struct Refusal {
  const char* name;
  std::function<void(const fs::path&)> act;
  Kind kind;
  std::error_code code;
  const char* says;  // {} is the path
};

std::error_code system_code(int error) { return {error, std::generic_category()}; }

void delete_and_append(const fs::path& file, const char* ending) {
  make(file);
  Store store = Store::open(file);
  fs::remove(file.string() + ending);
  store.append({.events = {event_called("b")}});
}

const std::vector<Refusal>& refusals() {
  static const std::vector<Refusal> all{
      {"two_writers",
       [](const fs::path& file) {
         make(file);
         const Store first = Store::open(file);
         (void)Store::open(file);
       },
       Kind::system, system_code(EAGAIN), "{}: a store has one writer; process "},
      {"missing", [](const fs::path& file) { (void)Store::open(file); }, Kind::system, system_code(ENOENT), "{}"},
      {"missing_to_a_reader", [](const fs::path& file) { (void)Store::open_read_only(file); }, Kind::system,
       system_code(ENOENT), "{}"},
      {"no_folder", [](const fs::path& file) { make(file / "sub" / "x.db"); }, Kind::system, system_code(ENOENT), "{}"},
      {"exists",
       [](const fs::path& file) {
         make(file);
         make(file);
       },
       Kind::input,
       {},
       "{}: exists already"},
      {"newer_schema",
       [](const fs::path& file) {
         make(file);
         run_sql(file, "PRAGMA user_version=2");
         (void)Store::open_read_only(file);
       },
       Kind::input,
       {},
       "{}: is of store version 2, and this program knows 1"},
      {"no_version",
       [](const fs::path& file) {
         make(file);
         run_sql(file, "PRAGMA user_version=0");
         (void)Store::open(file);
       },
       Kind::input,
       {},
       "{}: is damaged: it has no version"},
      {"text",
       [](const fs::path& file) {
         std::ofstream(file) << "date,source,target,event\n" << std::string(2000, 'x');
         (void)Store::open_read_only(file);
       },
       Kind::input,
       {},
       "{}: is no store: not an SQLite file"},
      {"another_programs",
       [](const fs::path& file) {
         run_sql(file, "CREATE TABLE notes(text)");
         (void)Store::open_read_only(file);
       },
       Kind::input,
       {},
       "{}: is no store but an SQLite file of another program"},
      {"empty",
       [](const fs::path& file) {
         std::ofstream out(file);
         out.close();
         (void)Store::open(file);
       },
       Kind::input,
       {},
       "{}: is empty"},
      {"truncated",
       [](const fs::path& file) {
         make(file);
         fs::resize_file(file, fs::file_size(file) / 2);
         (void)Store::open_read_only(file);
       },
       Kind::input,
       {},
       "{}: is damaged or truncated"},
      {"truncated_within_its_first_page",
       [](const fs::path& file) {
         make(file);
         fs::resize_file(file, 1000);
         (void)Store::open(file).head();
       },
       Kind::input,
       {},
       "{}: is damaged or truncated"},
      {"deleted_while_open", [](const fs::path& file) { delete_and_append(file, ""); }, Kind::system,
       system_code(ENOENT), "{}: the store was deleted or moved while open"},
      {"log_deleted_while_open", [](const fs::path& file) { delete_and_append(file, "-wal"); }, Kind::system,
       system_code(ENOENT), "{}-wal: the store was deleted or moved while open"},
      {"lock_deleted_while_open", [](const fs::path& file) { delete_and_append(file, ".writer"); }, Kind::system,
       system_code(ENOENT), "{}.writer: the store was deleted or moved while open"},
      {"replaced_while_open",
       [](const fs::path& file) {
         make(file);
         Store store = Store::open(file);
         fs::copy_file(file, file.string() + ".copy");
         fs::rename(file.string() + ".copy", file);
         store.append({.events = {event_called("b")}});
       },
       Kind::system, system_code(ESTALE), "{}: the store was replaced while open"},
      {"replaced_while_read",
       [](const fs::path& file) {
         make(file);
         const Store store = Store::open_read_only(file);
         fs::copy_file(file, file.string() + ".copy");
         fs::rename(file.string() + ".copy", file);
         (void)store.log();
       },
       Kind::system, system_code(ESTALE), "{}: the store was replaced while open"},
      {"a_file_that_may_not_grow",
       [](const fs::path& file) {
         make(file);
         Store store = Store::open(file);
         const SmallFiles small(1 << 20);
         append_until_it_is_refused(store);
       },
       Kind::system, system_code(EIO), "{}"},
      {"a_reader_that_never_ends",
       [](const fs::path& file) {
         make(file);
         Store store = Store::open(file, {.most_log_bytes = 200000, .patience = Milliseconds(50)});
         const EndlessReader reader(file);
         append_until_it_is_refused(store);
       },
       Kind::system, system_code(EBUSY), "nothing is appended until it ends (fuser -v '{}' lists"},
      {"checked_while_written",
       [](const fs::path& file) {
         make(file);
         const Store writer = Store::open(file);
         (void)Store::open_read_only(file).check();
       },
       Kind::system, system_code(EAGAIN), "{}: a store has one writer"},
  };
  return all;
}

class Refused : public testing::TestWithParam<Refusal> {};

std::string with_path(std::string text, const std::string& path) {
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, path);
  return text;
}

TEST_P(Refused, by_name) {
  const StoreFile file;
  const std::string says = with_path(GetParam().says, file.path().string());
  try {
    GetParam().act(file.path());
    FAIL() << "nothing was refused";
  } catch (const InputError& error) {
    EXPECT_EQ(GetParam().kind, Kind::input);
    EXPECT_NE(std::string(error.what()).find(says), std::string::npos) << error.what();
  } catch (const std::system_error& error) {
    EXPECT_EQ(GetParam().kind, Kind::system) << error.what();
    EXPECT_EQ(error.code(), GetParam().code) << error.what();
    EXPECT_NE(std::string(error.what()).find(says), std::string::npos) << error.what();
  }
}

INSTANTIATE_TEST_SUITE_P(Store, Refused, testing::ValuesIn(refusals()),
                         [](const auto& test) { return std::string(test.param.name); });

// ---- after a refusal ----

std::size_t events_in(const fs::path& file) { return Store::open_read_only(file).log().size(); }

TEST(StoreAfter, a_file_could_not_grow_goes_on_once_it_can) {
  const StoreFile file;
  make(file.path());
  Store store = Store::open(file.path());
  {
    const SmallFiles small(1 << 20);
    EXPECT_THROW(append_until_it_is_refused(store), std::system_error);
  }
  const std::size_t events = events_in(file.path());
  EXPECT_EQ(store.append({.events = {event_called("new")}}).appended, 1U);
  EXPECT_EQ(events_in(file.path()), events + 1);
  EXPECT_TRUE(store.check().sound());
}

TEST(StoreAfter, an_endless_reader_goes_on_once_it_ends) {
  const StoreFile file;
  make(file.path());
  Store store = Store::open(file.path(), {.most_log_bytes = 200000, .patience = Milliseconds(50)});
  {
    const EndlessReader reader(file.path());
    EXPECT_THROW(append_until_it_is_refused(store), std::system_error);
    EXPECT_LT(fs::file_size(file.path().string() + "-wal"), 300000U);
  }
  EXPECT_EQ(store.append({.events = {event_called("new")}}).appended, 1U);
}

TEST(StoreAfter, a_second_writer_was_refused_the_first_goes_on) {
  const StoreFile file;
  make(file.path());
  Store store = Store::open(file.path());
  EXPECT_THROW((void)Store::open(file.path()), std::system_error);
  EXPECT_EQ(store.append({.events = {event_called("b")}}).appended, 1U);
}

TEST(StoreAfter, a_creation_that_was_cut_short_can_be_created) {
  const StoreFile file;
  std::ofstream(file.path()).close();
  EXPECT_EQ(Store::create(file.path(), {}).head().sequence, 0U);
}

TEST(NetworkFileSystem, is_known_by_its_number) {
  EXPECT_EQ(detail::network_file_system(0x6969), "NFS");
  EXPECT_EQ(detail::network_file_system(0xff534d42), "CIFS");
  EXPECT_EQ(detail::network_file_system(0xef53), "");  // ext4
}

}  // namespace
}  // namespace detente
