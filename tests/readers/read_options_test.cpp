#include "detente/readers/read_options.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/chronologies.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

TEST(ReadOptions, ACodeColumnIsPicked) {
  const std::string text = "date,source,target,event,CAMEO\n2025-01-01,USA,COL,threat,138\n";
  const ReadResult read = read_text(text, {.code_column = "cameo"});
  EXPECT_EQ(nth_event(read.log, 0).code, "138");
  EXPECT_EQ(nth_event(read.log, 0).extra, (std::vector<std::pair<std::string, std::string>>{{"event", "threat"}}));
  EXPECT_EQ(nth_event(read_text(text).log, 0).code, "threat");
}

TEST(ReadOptions, ACodeColumnThatIsNotThereIsAnError) {
  const std::string text = "date,source,target,event,cameo,score\n2025-01-01,USA,COL,threat,138,1\n";
  try {
    read_text(text, {.code_column = "cemeo"});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("no column 'cemeo' (nearest: 'cameo')"), std::string::npos);
  }
}

TEST(ReadOptions, ColumnsMayHaveOtherNames) {
  const std::string text = "Event Date,Sender,target,Action,date\n2025-01-01,USA,COL,threat,ignored\n";
  const ReadOptions options{.columns = parse_column_layout("date=Event Date, source = SENDER ,event=action").value()};
  const ReadResult read = read_text(text, options);
  ASSERT_EQ(read.log.size(), 1U);
  EXPECT_EQ(nth_event(read.log, 0).source, "USA");
  EXPECT_EQ(nth_event(read.log, 0).code, "threat");
  EXPECT_EQ(read.files[0].unknown_columns, (std::vector<std::string>{"date"}));
}

TEST(ReadOptions, AMappedColumnThatIsNotThereIsAnError) {
  EXPECT_THROW(read_text("date,source,target,event\n2025-01-01,USA,COL,x\n", {.columns = {{"note", "remark"}}}),
               InputError);
}

TEST(ReadOptions, ALayoutIsReadOrBreaksARule) {
  EXPECT_EQ(parse_column_layout("date=Event Date,source=From").value(),
            (ColumnLayout{{"date", "Event Date"}, {"source", "From"}}));
  EXPECT_EQ(parse_column_layout("note=a=b").value(), (ColumnLayout{{"note", "a=b"}}));
  EXPECT_TRUE(parse_column_layout("").value().empty());
  for (const char* bad : {"date", "=x", "date=", "date=a,,", "date=a,date=b"})
    EXPECT_FALSE(parse_column_layout(bad)) << bad;
}

TEST(ReadOptions, MisuseNamesTheField) {
  const std::string text = "date,source,target,event\n2025-01-01,USA,COL,x\n";
  const auto misuse = [&](const ReadOptions& options) {
    try {
      read_text(text, options);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_TRUE(misuse({.format = "gdelt9"}).starts_with("format = gdelt9: ")) << misuse({.format = "gdelt9"});
  EXPECT_TRUE(misuse({.columns = {{"when", "date"}}}).starts_with("columns = when: "));
  EXPECT_TRUE(misuse({.code_column = ""}).starts_with("code_column"));
  EXPECT_TRUE(misuse({.max_record = 0}).starts_with("max_record"));
  EXPECT_TRUE(misuse({.chunk = 0}).starts_with("chunk"));
  EXPECT_EQ(misuse({.format = "chronology"}), "");
}

TEST(ReadOptions, TheFormatAskedForMustFit) {
  EXPECT_EQ(format_names(), (std::vector<std::string>{"gdelt2", "gdelt1", "icews", "polecat", "phoenix", "cline",
                                                      "keds", "acled", "ucdp", "jsonl", "chronology"}));
  try {
    read_text("a,b\n1,2\n", {.format = "chronology"});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("is not of the format asked for"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace detente
