/// Chronologies that cannot be read at all, and files that the system does not give: each says what is wrong.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronologies.hpp"
#include "readers/malformed_rows.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace std::string_literals;

// ---- files that cannot be read at all ----

struct BadFile {
  std::string name;
  std::string text;
  std::vector<std::string> says;
};

void PrintTo(const BadFile& bad, std::ostream* out) { *out << bad.name; }

const std::string rest = "\n2025-01-01,USA,COL,threat\n";

std::string utf16(std::string_view ascii, bool big, bool mark) {
  std::string out;
  if (mark) out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) out += big ? "\0"s + c : c + "\0"s;
  return out;
}

const std::vector<BadFile> bad_files{
    {"empty", "", {"t.csv", "holds no events", "empty"}},
    {"blank", " \n\r\n\t\n", {"t.csv", "holds no events", "empty"}},
    {"byte_order_mark_only", "\xEF\xBB\xBF", {"t.csv", "holds no events"}},
    {"header_only", "date,source,target,event\n", {"t.csv", "holds no events", "nothing follows the header"}},
    {"header_without_a_line_end", "date,source,target,event", {"holds no events"}},
    {"no_date", "day,source,target,event" + rest, {"no column 'date'"}},
    {"no_source", "date,src,target,event" + rest, {"no column 'source' (nearest: 'src')", "'src'"}},
    {"no_target", "date,source,tagret,event" + rest, {"no column 'target' (nearest: 'tagret')"}},
    {"no_code", "date,source,target,events" + rest, {"no column 'event' (nearest: 'events')"}},
    {"two_missing", "datum,source,ziel,event" + rest, {"no column 'date' (nearest: 'datum')", "no column 'target'"}},
    {"no_header",
     "2025-01-01,USA,COL,threat\n",
     {"format is not known", "it begins with '2025-01-01', 'USA'", "'date'"}},
    {"only_unknown_names", "a,b,c\n1,2,3\n", {"format is not known", "'a', 'b', 'c'", "nearest is chronology"}},
    {"known_column_twice", "date,source,target,event,Date\n", {"'date' stands 2 times"}},
    {"prose", "Dear Sir or Madam,\nwe regret\n", {"format is not known", "Dear Sir or Madam"}},
    {"utf16_little", utf16("date,source,target,event" + rest, false, true), {"UTF-16", "save the file as UTF-8"}},
    {"utf16_big", utf16("date,source,target,event" + rest, true, true), {"UTF-16"}},
    {"utf16_without_a_mark", utf16("date,source,target,event" + rest, false, false), {"UTF-16"}},
    {"latin_1_header", "date,source,target,event,pa\xEDs" + rest, {"header is not UTF-8"}},
    {"returns_alone", "date,source,target,event\r2025-01-01,USA,COL,threat\r", {"carriage return alone"}},
    {"quote_in_the_header",
     "date,source,target,\"event\n2025-01-01,USA,COL,threat\n",
     {"header is damaged", "quote not closed"}},
    {"ten_megabytes_without_an_end", std::string(10'000'000, 'x'), {"format is not known", "xxx"}},
    {"ten_megabytes_of_header",
     "date,source,target,event" + std::string(10'000'000, ',') + rest,
     {"header is damaged", "line too long"}},
    {"a_zip",
     "PK\x03\x04\x14\x00\x00\x00\x08\x00"s + std::string(50, '\xFF'),
     {"is a .zip within an archive", "unpack the outer one first"}},
    {"html", "<!DOCTYPE html>\n<html>404</html>\n", {"format is not known", "<!DOCTYPE html>"}},
    {"json", "{\"date\": \"2025\"}\n", {"format is not known"}},
};

class MalformedFile : public testing::TestWithParam<BadFile> {};

TEST_P(MalformedFile, SaysWhatIsWrong) {
  const BadFile& bad = GetParam();
  try {
    read_text(bad.text);
    ADD_FAILURE() << "was read";
  } catch (const InputError& error) {
    const std::string message = error.what();
    EXPECT_TRUE(message.starts_with("t.csv: ")) << message;
    for (const std::string& part : bad.says) EXPECT_NE(message.find(part), std::string::npos) << message;
    EXPECT_TRUE(is_utf8(message));
    EXPECT_LE(message.size(), 1000U) << message;
  }
}

INSTANTIATE_TEST_SUITE_P(Chronology, MalformedFile, testing::ValuesIn(bad_files),
                         [](const auto& file) { return file.param.name; });

// ---- files that the system does not give ----

/// The message of the error, which names the path.
std::string io_error(const std::filesystem::path& path, std::errc expected) {
  try {
    read_events(path);
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), expected) << error.what();
    return error.what();
  }
  ADD_FAILURE() << path << " was read";
  return {};
}

TEST(Malformed, AMissingFileIsNamed) {
  const Folder folder;
  EXPECT_NE(io_error(folder.path() / "none.csv", std::errc::no_such_file_or_directory).find("none.csv"),
            std::string::npos);
}

TEST(Malformed, AFolderIsNoFile) {
  const Folder folder;
  EXPECT_NE(io_error(folder.path(), std::errc::is_a_directory).find(folder.path().string()), std::string::npos);
}

/// Whoever is the superuser is somebody without rights for a while.
class AsNobody {
 public:
  AsNobody() {
    if (::geteuid() == 0) changed_ = ::seteuid(65534) == 0;
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (changed_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }

 private:
  bool changed_ = false;
};

TEST(Malformed, AnUnreadableFileIsNamed) {
  const Folder folder;
  const auto path = folder.write("closed.csv", header);
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const AsNobody nobody;  // the superuser reads everything
  EXPECT_NE(io_error(path, std::errc::permission_denied).find("closed.csv"), std::string::npos);
}

TEST(Malformed, ASecondFileIsReadAsStrictlyAsTheFirst) {
  const Folder folder;
  const std::vector<std::filesystem::path> paths{folder.write("good.csv", header + before),
                                                 folder.write("empty.csv", "")};
  EXPECT_THROW(read_events(paths), InputError);
}

}  // namespace
}  // namespace detente
