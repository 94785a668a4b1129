#include "detente/live/watch/feed.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/error.hpp"
#include "support/packed.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;

const std::string header = "id,date,source,target,event\n";
std::string row(const std::string& id, int day = 1) {
  return id + ",2025-01-0" + std::to_string(day) + ",USA,COL,sanction\n";
}

/// A folder, and a reader of one thing in it that remembers how far it came, as a store would.
class Followed {
 public:
  explicit Followed(std::string name = "notes.csv") : name_(std::move(name)) { again(); }

  fs::path path() const { return folder_.folder() / name_; }
  void write(const std::string& text, std::ios::openmode how = std::ios::trunc, const std::string& name = {}) const {
    std::ofstream(name.empty() ? path() : path() / name, std::ios::binary | how) << text;
  }
  void append(const std::string& text) const { write(text, std::ios::app); }
  /// As after a restart.
  void again() { feed_.reset(); }

  /// All that is there now.
  std::vector<Delivery> all() {
    if (!feed_)
      feed_ = open_feed(path(), {}, [this](std::string_view name) -> std::optional<FeedOffset> {
        const auto at = offsets_.find(std::string(name));
        return at == offsets_.end() ? std::nullopt : std::optional(at->second);
      });
    std::vector<Delivery> out;
    while (auto delivery = feed_->next()) {
      if (delivery->offset) offsets_[delivery->offset->feed] = *delivery->offset;
      out.push_back(std::move(*delivery));
    }
    return out;
  }
  std::string ids() {
    std::string out;
    for (const Delivery& delivery : all())
      for (const ReceivedEvent& received : delivery.events)
        out += (received.event.id.empty() ? "?" : received.event.id) + " ";
    return out;
  }
  std::vector<std::string> notes() { return feed_->notes(); }

 private:
  test::StoreFile folder_;
  std::string name_;
  std::map<std::string, FeedOffset> offsets_;
  std::unique_ptr<Feed> feed_;
};

TEST(Feed, ReadsTextToItsLastWholeRecordAndOnFromThere) {
  Followed file;
  file.write(header + row("a") + "b,2025-01-02,USA");
  EXPECT_EQ(file.ids(), "a ");
  ASSERT_EQ(file.notes().size(), 1U);
  EXPECT_EQ(file.ids(), "");
  EXPECT_TRUE(file.notes().empty());
  file.append(",COL,sanction\n" + row("c"));
  EXPECT_EQ(file.ids(), "b c ");
  file.again();
  EXPECT_EQ(file.ids(), "");
  file.append(row("d"));
  file.again();
  EXPECT_EQ(file.ids(), "d ");
}

TEST(Feed, WaitsForAHeaderAndForItsFirstRow) {
  Followed file;
  file.write("id,date,sou");
  EXPECT_EQ(file.ids(), "");
  file.write(header);
  EXPECT_EQ(file.ids(), "");
  file.append(row("a"));
  EXPECT_EQ(file.ids(), "a ");
}

TEST(Feed, AQuotedLineEndEndsNoRecord) {
  Followed file;
  file.write("id,date,source,target,event,note\na,2025-01-01,USA,COL,sanction,\"two\nli");
  EXPECT_EQ(file.ids(), "");
  file.append("nes\"\n");
  const std::vector<Delivery> all = file.all();
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].events.size(), 1U);
  EXPECT_EQ(all[0].events[0].event.line, 2U);
  file.append("b,2025-01-01,USA,COL,sanction,\n");
  EXPECT_EQ(file.all().at(0).events.at(0).event.line, 4U);
}

TEST(Feed, AGoodRowSurvivesADamagedOne) {
  Followed file;
  file.write(header + row("a"));
  (void)file.ids();
  file.append("b,someday,USA,COL,sanction\n" + row("c"));
  const std::vector<Delivery> all = file.all();
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].events.size(), 1U);
  EXPECT_EQ(all[0].events[0].event.id, "c");
  EXPECT_EQ(all[0].files.at(0).rejected.at("bad date"), 1U);
  EXPECT_EQ(all[0].files.at(0).examples.at(0).line, 3U);
}

TEST(Feed, AChangedBeginningIsReadAnewIfAllRowsHaveIds) {
  Followed file;
  file.write(header + row("a") + row("b"));
  EXPECT_EQ(file.ids(), "a b ");
  file.write(header + row("x") + row("a") + row("b"));
  EXPECT_EQ(file.ids(), "x a b ");  // while it is followed
  file.again();
  file.write(header + row("a"));
  EXPECT_EQ(file.ids(), "a ");  // and after a restart
}

TEST(Feed, AChangedBeginningOfRowsWithoutIdsIsRefused) {
  const std::string plain = "date,source,target,event\n";
  const std::string act = "2025-01-01,USA,COL,sanction\n";
  Followed file;
  file.write(plain + act);
  EXPECT_EQ(file.ids(), "? ");
  file.append(act);
  EXPECT_EQ(file.ids(), "? ");  // two equal rows are two events
  file.again();
  file.write(plain + "2025-02-01,USA,COL,sanction\n" + act + act);
  try {
    (void)file.ids();
    FAIL() << "taken";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("is no longer what was read of it, and the row in line 2 has no id"),
              std::string::npos)
        << error.what();
  }
}

TEST(Feed, RowsWithoutIdsAreKnownByWhereTheyCameFrom) {
  Followed file;
  file.write("date,source,target,event\n2025-01-01,USA,COL,sanction\n2025-01-01,USA,COL,sanction\n");
  const std::vector<Delivery> all = file.all();
  const EventOrigin &first = all.at(0).events.at(0).origin, &second = all.at(0).events.at(1).origin;
  EXPECT_EQ(first.feed, fs::canonical(file.path()).string());
  EXPECT_EQ(first.delivery, all[0].offset->hash);
  EXPECT_EQ(first.position, 2U);
  EXPECT_EQ(second.position, 3U);
}

TEST(Feed, APackedFileIsReadOnceItIsWhole) {
  const std::string text = header + row("a") + row("b");
  for (const std::string& kind : test::packings()) {
    const std::string name = "a.csv." + kind;
    Followed file(name);
    test::write_packed(file.path(), kind, {{"a.csv", text}});
    const std::string packed = read_all(file.path());
    for (std::size_t size = 4; size < packed.size(); size += 7) {
      file.write(packed.substr(0, size));
      EXPECT_EQ(file.ids(), "") << name << " of " << size << " bytes";
      EXPECT_LE(file.notes().size(), 1U);
    }
    file.write(packed);
    EXPECT_EQ(file.ids(), "a b ") << name;
    EXPECT_EQ(file.ids(), "");
    file.again();
    EXPECT_EQ(file.ids(), "");
  }
}

TEST(Feed, AFolderIsReadByNameAndFileByFile) {
  Followed folder("in");
  fs::create_directory(folder.path());
  folder.write(header + row("b"), std::ios::trunc, "2.csv");
  folder.write(header + row("a"), std::ios::trunc, "1.csv");
  folder.write(header + row("z"), std::ios::trunc, "3.csv.part");
  folder.write("Read me first.\n", std::ios::trunc, "README.txt");
  EXPECT_EQ(folder.ids(), "a b ");
  const std::vector<std::string> notes = folder.notes();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(notes[0].find("left out: "), std::string::npos);
  EXPECT_NE(notes[0].find("README.txt"), std::string::npos);
  fs::rename(folder.path() / "3.csv.part", folder.path() / "3.csv");
  folder.write(header + row("b") + row("c"), std::ios::trunc, "2.csv");
  EXPECT_EQ(folder.ids(), "c z ");
  EXPECT_TRUE(folder.notes().empty());
}

TEST(Feed, NamesEachMissingQuarterHourOnce) {
  EXPECT_EQ(missing_quarter_hours({"20251231233000.export.CSV.zip", "20260101001500.export.CSV", "notes.csv",
                                   "20260101010000.export.CSV.zip", "20260101010000.mentions.CSV.zip"}),
            (std::vector<std::string>{"20251231234500 to 20260101000000", "20260101003000 to 20260101004500"}));
  EXPECT_EQ(missing_quarter_hours({"20260101000000.export.CSV", "20260101003000.export.CSV"}),
            std::vector<std::string>{"20260101001500"});
  EXPECT_TRUE(missing_quarter_hours({"20260101000000.export.CSV", "20260101000100.export.CSV"}).empty());
  Followed folder("gdelt");
  fs::create_directory(folder.path());
  folder.write("", std::ios::trunc, "20260101000000.export.CSV");
  folder.write("", std::ios::trunc, "20260101003000.export.CSV");
  EXPECT_EQ(folder.ids(), "");
  ASSERT_EQ(folder.notes().size(), 1U);
  EXPECT_EQ(folder.ids(), "");
  EXPECT_TRUE(folder.notes().empty());
}

TEST(Feed, SaysWhenAFileIsGone) {
  Followed file;
  EXPECT_THROW((void)file.ids(), std::system_error);
  file.write(header + row("a"));
  EXPECT_EQ(file.ids(), "a ");
  fs::remove(file.path());
  EXPECT_EQ(file.ids(), "");
  EXPECT_EQ(file.notes().size(), 1U);
}

}  // namespace
}  // namespace detente
