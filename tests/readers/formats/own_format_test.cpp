/// A format that a program brings is read like those that détente knows: the same damage report, threads, blocks and
/// ways in. One that is wrong is named with file and line, for any number of threads.

#include "detente/readers/formats/event_format.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/questions/relation/file_codebook.hpp"
#include "detente/questions/relation/file_profile.hpp"
#include "readers/chronologies.hpp"
#include "readers/formats/vendor.hpp"

namespace detente {
namespace {

using namespace test;

FileReport report_of(const std::string& text) {
  return read_text(text, {.formats = vendor()}, "vendor.psv").files.at(0);
}

TEST(OwnFormat, HasTheDamageReportOfEveryFormat) {
  const FileReport report = report_of(vendor_text(1));
  EXPECT_EQ(report.format, "vendor");
  EXPECT_EQ(report.rows, 7U);
  EXPECT_EQ(report.kept, 3U);
  EXPECT_EQ(report.set_aside, (std::map<std::string, std::size_t>{{"drill", 1}}));
  EXPECT_EQ(report.rejected, (std::map<std::string, std::size_t>{
                                 {"bad date", 1}, {"text after a closing quote", 1}, {"wrong number of fields", 1}}));
  ASSERT_EQ(report.examples.size(), 3U);
  EXPECT_EQ(to_text(report, report.examples[0]), "vendor.psv:5:2: '2025-02-30': bad date: 2025-02 has days 01 to 28");
  EXPECT_EQ(report.examples[0].column_name, "day");
  EXPECT_EQ(report.examples[1].line, 8U);
}

TEST(OwnFormat, KeepsIdLineNoteAndSource) {
  const ReadResult read = read_text(vendor_text(1), {.formats = vendor()}, "vendor.psv");
  std::vector<Event> events = events_of(read.log);
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.line < b.line; });
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[0].line, 2U);
  EXPECT_EQ(events[0].id, "0a");
  EXPECT_EQ(events[1].note, "a bar | and a line end");  // a line end becomes a blank, as in all notes of machines
  EXPECT_EQ(events[2].note, "caf\xC3\xA9");             // and Latin-1 becomes UTF-8
}

TEST(OwnFormat, SaysWhichCodebookAndProfileItsFilesHave) {
  auto own = std::make_shared<Codebook>("ours", "1", std::vector<CodeEntry>{{.code = "threat", .score = -5}});
  class WithBook : public Vendor {
   public:
    explicit WithBook(std::shared_ptr<const Codebook> book) {
      info_ = Vendor::info();
      info_.codebook = book->name();
      info_.own_codebook = std::move(book);
      info_.profile = "gdelt";
    }
    const FormatInfo& info() const override { return info_; }

   private:
    FormatInfo info_;
  };
  std::vector<FileReport> files;
  {
    const ReadOptions options{.formats = {std::make_shared<WithBook>(own)}};
    files = read_text(vendor_text(1), options).files;
  }  // the report outlives the format
  EXPECT_EQ(codebook_of_files(files).name, "ours");
  EXPECT_EQ(codebook_of_files(files).codebook().hash(), own->hash());
  EXPECT_EQ(profile_of_files(files).profile.name, "gdelt");
  EXPECT_EQ(codebook_of_files(std::vector<FileReport>{report_of(vendor_text(1))}).codebook().name(), "plain");
}

TEST(OwnFormat, IsTriedFirstAndNamedWhereNothingFits) {
  const std::string chronology = "date,source,target,event\n2025-01-01,USA,COL,threat\n";
  EXPECT_EQ(read_text(chronology, {.formats = vendor()}).files[0].format, "chronology");
  class Greedy : public Vendor {
   public:
    using Vendor::Vendor;
    Match match(std::string_view /*head*/, const ReadOptions& /*options*/) const override { return {}; }
  };
  EXPECT_EQ(read_text(chronology, {.formats = {std::make_shared<Greedy>()}}).files[0].format, "vendor");
  try {
    read_text(chronology, {.format = "vendor", .formats = vendor()});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.code(), ErrorCode::unknown_format);
    EXPECT_NE(error.message().find("vendor: it does not begin with id|day|"), std::string::npos) << error.what();
  }
}

TEST(OwnFormat, IsOfOneCallAlone) {
  (void)read_text(vendor_text(1), {.formats = vendor()});
  EXPECT_THROW(read_text(vendor_text(1)), InputError);
}

TEST(OwnFormat, HasANameOfItsOwn) {
  const auto refused = [](std::vector<std::shared_ptr<const EventFormat>> formats) {
    EXPECT_THROW(read_text(vendor_text(1), {.formats = std::move(formats)}), std::invalid_argument);
  };
  refused({nullptr});
  refused({std::make_shared<Vendor>("")});
  refused({std::make_shared<Vendor>("auto")});
  refused({std::make_shared<Vendor>("icews")});
  refused({std::make_shared<Vendor>(), std::make_shared<Vendor>()});
}

// ---- a format that is wrong ----

/// What reading says of a format that does this with the rows whose id is `bad`; the same by any blocks and threads.
std::string fault(const Wrongdoing& wrong) {
  const Wrongdoing only_bad = [&](const FieldRow& row, Intake& into) {
    return !row.fields[0].empty() && row.fields[0] == "bad" && wrong(row, into);
  };
  std::string text = vendor_text(3) + "bad|2025-01-01|USA|COL|threat|\n" + vendor_text(3).substr(vendor_header.size()) +
                     "bad|2025-01-01|USA|COL|threat|\n";
  std::string first;
  for (const std::size_t threads : {1U, 4U})
    for (const std::size_t chunk : {1U, 50U, 200U, 100'000U}) try {
        read_text(text, {.chunk = chunk, .threads = threads, .formats = vendor(only_bad)}, "v.psv");
        ADD_FAILURE() << "nothing is said";
      } catch (const InputError& error) {
        EXPECT_EQ(error.code(), ErrorCode::format_failed);
        if (first.empty()) first = error.message();
        EXPECT_EQ(error.message(), first) << threads << " threads, blocks of " << chunk;
      }
  return first;
}

/// Keeps an event like this.
Wrongdoing keeping(const BriefEvent& event) {
  return [=](const FieldRow& /*row*/, Intake& into) {
    into.keep(event);
    return true;
  };
}

const Day some_day = Day::from_civil(2025, 1, 1);

TEST(WrongFormat, IsNamedWithFileAndLine) {
  EXPECT_EQ(fault([](const FieldRow&, Intake&) -> bool { throw std::runtime_error("no such column"); }),
            "v.psv:29: its format vendor failed: no such column");
  EXPECT_EQ(fault([](const FieldRow&, Intake&) -> bool { throw 5; }),
            "v.psv:29: its format vendor failed: it threw what is no std::exception");
}

TEST(WrongFormat, PassesARowOnOnce) {
  EXPECT_EQ(fault([](const FieldRow&, Intake&) { return true; }),
            "v.psv:29: its format vendor failed: it neither keeps the row, nor sets it aside, nor rejects it");
  EXPECT_EQ(fault([](const FieldRow& row, Intake& into) {
              into.set_aside("once");
              into.reject(row, {"twice", "a rule"});
              return true;
            }),
            "v.psv:29: its format vendor failed: it passes the row on twice");
}

TEST(WrongFormat, KeepsNoEventThatCannotBe) {
  const auto said = [](const BriefEvent& event) { return fault(keeping(event)); };
  EXPECT_EQ(said({.day = Day{1 << 30}, .source = "USA", .target = "COL", .code = "threat"}),
            "v.psv:29: its format vendor failed: day = 1073741824 days from 1970: a day is of the years 1400 to 9999");
  EXPECT_NE(said({.day = some_day, .reported = Day{-1 << 30}, .source = "USA", .target = "COL", .code = "a"})
                .find("reported = "),
            std::string::npos);
  EXPECT_NE(said({.day = some_day, .source = "", .target = "COL", .code = "threat"}).find("source"), std::string::npos);
  EXPECT_NE(said({.day = some_day, .source = "COL", .target = "COL", .code = "a"}).find("differ"), std::string::npos);
  EXPECT_NE(said({.day = some_day, .source = "USA", .target = "COL", .code = ""}).find("code"), std::string::npos);
  EXPECT_NE(said({.day = some_day, .source = "USA", .target = "COL", .code = "a", .mentions = 0}).find("mentions"),
            std::string::npos);
  const auto full = [](const Event& event) {
    return fault([=](const FieldRow& /*row*/, Intake& into) {
      into.keep(event);
      return true;
    });
  };
  Event event{.date = DateSpan::on(Day{1 << 30}), .source = "USA", .target = "COL", .code = "threat"};
  EXPECT_NE(full(event).find("date = "), std::string::npos);
  event.date = DateSpan::on(some_day);
  event.source.clear();
  EXPECT_NE(full(event).find("an event has a source"), std::string::npos);
}

TEST(WrongFormat, IsNamedWhenItCannotTellAFileOrOpenIt) {
  class Throws : public Vendor {
   public:
    Match match(std::string_view /*head*/, const ReadOptions& /*options*/) const override {
      throw std::out_of_range("beyond the head");
    }
  };
  class Opens : public Vendor {
   public:
    explicit Opens(bool nothing) : nothing_(nothing) {}
    std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const override {
      return nothing_ ? nullptr : std::make_unique<Shaped>(Vendor::open(head, options));
    }

   private:
    /// Asks for its columns in descending order.
    class Shaped : public RowReader {
     public:
      explicit Shaped(std::unique_ptr<const RowReader> rows) : rows_(std::move(rows)) {}
      const RowShape& shape() const override { return shape_; }
      std::span<const std::string> column_names() const override { return rows_->column_names(); }
      void take(const FieldRow& row, Intake& into) const override { rows_->take(row, into); }

     private:
      std::unique_ptr<const RowReader> rows_;
      RowShape shape_{.delimiter = '|', .columns = {3, 1}};
    };
    bool nothing_;
  };
  const auto said = [](std::shared_ptr<const EventFormat> format) -> std::string {
    try {
      read_text(vendor_text(1), {.formats = {std::move(format)}}, "v.psv");
      return "nothing";
    } catch (const InputError& error) {
      EXPECT_EQ(error.code(), ErrorCode::format_failed);
      return error.message();
    }
  };
  EXPECT_EQ(said(std::make_shared<Throws>()), "v.psv: its format vendor failed: beyond the head");
  EXPECT_EQ(said(std::make_shared<Opens>(true)),
            "v.psv: its format vendor failed: it opens a file that fits it without a reader");
  EXPECT_EQ(said(std::make_shared<Opens>(false)),
            "v.psv: its format vendor failed: the columns of its shape do not ascend");
}

TEST(WrongFormat, TextThatIsNotUtf8IsAFaultOfTheRow) {
  const FileReport report =
      report_of(vendor_header + "1|2025-01-01|USA|C\xD4TE|threat|\n2|2025-01-01|USA|COL|threat|\n");
  EXPECT_EQ(report.kept, 1U);
  EXPECT_EQ(report.rejected, (std::map<std::string, std::size_t>{{"not UTF-8", 1}}));
  EXPECT_EQ(report.examples.at(0).line, 2U);
}

}  // namespace
}  // namespace detente
