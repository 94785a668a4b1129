/// Which format a file is taken for, and what is said of a file that is none.

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "readers/gdelt_rows.hpp"

namespace detente {
namespace {

using namespace test;

struct Sample {
  std::string name;
  std::string text;
  std::string format;
};
void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

std::string times(const std::string& line, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line;
  return text;
}

const std::string icews_header = "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\n";
const std::string polecat_header = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country\n";
const std::string cline_header = "eid,story_date,source_root,target_root,code,root_code\n";
const std::string keds_row = "1979-04-15\tISRMIL\tJOR\t190\n";
const std::string phoenix_row = "0_v0\t20140620\t2014\t6\t20\tUSA\tUSA\t\t\tCOL\tCOL" + std::string(15, '\t') + "\n";

const std::vector<Sample> samples{
    {"one_row_of_gdelt2", line_of(gdelt_row(61)), "gdelt2"},
    {"one_row_of_gdelt1", line_of(gdelt_row(58)), "gdelt1"},
    {"one_old_row_of_gdelt1", line_of(gdelt_row(57)), "gdelt1"},
    {"gdelt1_of_57_first", line_of(gdelt_row(57)) + times(line_of(gdelt_row(58)), 9), "gdelt1"},
    {"gdelt1_of_58_first", line_of(gdelt_row(58)) + times(line_of(gdelt_row(57)), 9), "gdelt1"},
    {"gdelt2_after_a_damaged_row", "?\n" + times(line_of(gdelt_row(61)), 3), "gdelt2"},
    {"gdelt2_past_the_head", times(line_of(gdelt_row(61)), 1000), "gdelt2"},
    {"gdelt2_with_returns", line_of(gdelt_row(61)).insert(line_of(gdelt_row(61)).size() - 1, "\r"), "gdelt2"},
    {"copy_of_gdelt1", "SQLDATE,Actor1CountryCode,Actor2CountryCode,EventCode\n", "gdelt1"},
    {"icews_of_one_row", icews_header + "1\t2018-06-01\tColombia\tUnited States\t040\n", "icews"},
    {"icews_of_no_row", icews_header, "icews"},
    {"polecat", polecat_header + "1\t2023-10-01\tSANCTION\texpel\tUSA\tCOL\n", "polecat"},
    {"phoenix_of_one_row", phoenix_row, "phoenix"},
    {"cline", cline_header + "1,1967-06-07,ISR,EGY,190,19\n", "cline"},
    {"keds_of_one_row", keds_row, "keds"},
    {"keds_with_a_header", "date\tsource\ttarget\tcode\n" + keds_row, "keds"},
    {"keds_after_a_damaged_row", "#\n" + times(keds_row, 2), "keds"},
    {"chronology_with_tabs", "date\tsource\ttarget\tevent\n1979-04-15\tISRMIL\tJOR\t190\n", "chronology"},
    {"chronology_with_a_code", "date\tsource\ttarget\tevent\tcode\n1979-04-15\tISRMIL\tJOR\tthreat\t138\n",
     "chronology"},
    {"acled", "event_id_cnty,event_date,actor1,actor2,sub_event_type,fatalities\nA,2024-01-02,B,C,Attack,1\n", "acled"},
    {"acled_of_r", "\"event_id_cnty\";\"event_date\";\"actor1\";\"actor2\";\"sub_event_type\";\"fatalities\"\n",
     "acled"},
    {"ucdp", "id,type_of_violence,side_a,side_b,date_start,date_end,best\n1,1,A,B,2019-01-01,2019-01-01,3\n", "ucdp"},
    {"jsonl", "{\"date\":\"2025-01-01\",\"source\":\"A\",\"target\":\"B\",\"event\":\"threat\"}\n", "jsonl"},
    {"jsonl_of_scores", "\n{\"target\":\"B\",\"score\":-3,\"Date\":\"2025-01-01\",\"source\":\"A\"}", "jsonl"},
    {"chronology_of_no_row", "date,source,target,event\n", "chronology"},
};

class Recognised : public testing::TestWithParam<Sample> {};

TEST_P(Recognised, ByItsBeginning) {
  EXPECT_EQ(format_of(GetParam().text).name(), GetParam().format);
  std::vector<std::string> fitting;
  for (const EventFormat* format : event_formats())
    if (format->match(GetParam().text, {}).fits()) fitting.emplace_back(format->name());
  EXPECT_EQ(fitting, std::vector<std::string>{GetParam().format}) << "no two formats may fit";
}

TEST_P(Recognised, AndAsNothingElse) {
  for (const std::string& name : format_names()) {
    if (name == GetParam().format) continue;
    EXPECT_THROW(read_text(GetParam().text, {.format = name}), InputError) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Recognised, testing::ValuesIn(samples), [](const auto& s) { return s.param.name; });

// ---- what is none ----

std::string refusal(const std::string& text, const std::string& format = "auto") {
  try {
    read_text(text, {.format = format});
  } catch (const InputError& error) {
    return error.what();
  }
  return "was read";
}

/// One line that can be read: what it is nearest to, and not what all eight formats miss.
TEST(Refusal, SaysWhatWasFoundAndWhatTheNearestFormatMisses) {
  EXPECT_EQ(refusal("date\tsrc\ttarget\tevent\n1\t2\t3\t4\n"),
            "t.csv: its format is not known; it begins with 'date', 'src', 'target', 'event' (4 fields); nearest is "
            "chronology: no column 'source' (nearest: 'src'); see ReadOptions::columns");
  EXPECT_NE(refusal("Event ID\tEvent Date\tSource Country\tTarget Country\n1\t2018-06-01\tColombia\tCuba\n")
                .find("nearest is icews: no column 'CAMEO Code'"),
            std::string::npos);
  EXPECT_NE(
      refusal("eid,story_date,source_root,target_root\n1,1967-06-07,ISR,EGY\n").find("nearest is cline: no column"),
      std::string::npos);
  EXPECT_NE(refusal(times("1979-04-15\tISR\tJOR\tmeets\n", 3)).find("nearest is keds: "), std::string::npos);
}

TEST(Refusal, NamesTheFieldThatMendsIt) {
  const auto field_of = [](const std::string& text, const std::string& format) {
    try {
      read_text(text, {.format = format, .max_rejects = 0});
    } catch (const InputError& error) {
      EXPECT_EQ(error.what(), error.message() + (error.field().empty() ? "" : "; see " + error.field()));
      return error.field();
    }
    return std::string("was read");
  };
  EXPECT_EQ(field_of("date,src,target,event\n1,2,3,4\n", "auto"), "ReadOptions::columns");
  EXPECT_EQ(field_of(keds_row, "icews"), "ReadOptions::format");
  EXPECT_EQ(field_of("date,source,target,event\n1,2,3,4\n", "auto"), "ReadOptions::max_rejects");
  EXPECT_EQ(field_of("", "auto"), "");
}

TEST(Refusal, OfALongNameShowsItsEnd) {
  try {
    read_text("a\n", {}, std::string(5000, 'd') + "/t.csv");
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_TRUE(error.message().starts_with("…ddd")) << error.message();
    EXPECT_NE(error.message().find("d/t.csv: its format is not known"), std::string::npos);
    EXPECT_LE(error.message().size(), 500U);
  }
}

TEST(Refusal, OfTheFormatAskedForSaysWhatThatMisses) {
  const std::string message = refusal(keds_row, "icews");
  EXPECT_NE(message.find("is not of the format asked for"), std::string::npos) << message;
  EXPECT_NE(message.find("icews: no header with 'Event Date'"), std::string::npos) << message;
  EXPECT_EQ(message.find("keds"), std::string::npos) << message;
  EXPECT_NE(refusal("Event Date\tCAMEO Code\n2018-06-01\t040\n", "icews").find("'Source Country', 'Target Country'"),
            std::string::npos);
}

TEST(Refusal, OfAnUnknownWidth) {
  for (const std::size_t width : {56U, 59U, 60U, 62U}) {
    Fields row = gdelt_row();
    row.resize(width, "20191024143000");
    const std::string message = refusal(times(line_of(row), 5));
    EXPECT_NE(message.find("(" + std::to_string(width) + " fields)"), std::string::npos) << message;
  }
}

/// The width alone is not enough.
TEST(Refusal, OfAnotherTableOfTheSameWidth) {
  for (const std::size_t width : {61U, 58U, 57U, 26U, 4U})
    EXPECT_NE(refusal(times(line_of(Fields(width, "x")), 5)).find("is not known"), std::string::npos) << width;
}

TEST(Refusal, OfAMixtureInWhichNoFormatIsTheMost) {
  const std::string message = refusal(times(line_of(gdelt_row(61)) + line_of(gdelt_row(58)), 5));
  EXPECT_NE(message.find("its format is not known"), std::string::npos) << message;
}

TEST(Refusal, OfMentionsSaysWhatTheyAre) {
  const std::string mention =
      line_of({"410412347", "20150218230000", "20150218230000", "1", "example.org", "https://example.org", "19", "-1",
               "4594", "4634", "1", "50", "6665", "-4.4776", "", ""});
  for (const char* format : {"auto", "gdelt2", "chronology"})
    EXPECT_NE(refusal(times(mention, 3), format).find("is a GDELT 2 mentions file"), std::string::npos);
  const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / "gdelt2_mentions_100_rows.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  EXPECT_THROW(read_events(path), InputError);
}

/// What is no table is named for what it is, with what to do.
TEST(Refusal, OfOtherFilesSaysWhatTheyAre) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"BZh91AY&SY\x01\x02", ".bz2): unpack it first"},
      {std::string("\xFD\x37zXZ\0\0\4", 8), ".xz): unpack it first"},
      {"\x1F\x9D\x90", ".Z): unpack it first"},
      {"7z\xBC\xAF\x27\x1C", ".7z archive: unpack it first"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".xls): save its sheet as CSV"},
      {"%PDF-1.4", "is a PDF"},
      {"PAR1\x15\x04", "Parquet"},
  };
  for (const auto& [bytes, what] : files) {
    const std::string message = refusal(bytes + std::string(100, 'x'));
    EXPECT_NE(message.find(what), std::string::npos) << message;
  }
  EXPECT_NE(refusal("BZh,PAR1,RDX\n1,2,3\n").find("its format is not known"), std::string::npos);
}

TEST(Refusal, OfATarSaysThatItIsOne) {
  std::string block(512, '\0');
  block.replace(0, 5, "t.csv").replace(100, 7, "0000644").replace(124, 11, "00000000041").replace(148, 8, 8, ' ');
  unsigned sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  char digits[8];
  std::snprintf(digits, sizeof digits, "%06o", sum);
  block.replace(148, 7, digits, 7);
  const std::string rows = "date,source,target,event\n2025-01-01,USA,COL,a\n";
  EXPECT_NE(refusal(block + rows).find("is a tar archive: unpack it first"), std::string::npos);
  block[0] = 'u';  // the sum does not hold
  EXPECT_EQ(refusal(block + rows).find("is a tar archive"), std::string::npos);
}

TEST(Refusal, OfAHeaderWithNothingBelow) {
  EXPECT_NE(refusal(icews_header).find("nothing follows the header"), std::string::npos);
}

// ---- what is said of formats ----

TEST(FormatInfo, IsThereForEveryFormatInItsOrder) {
  std::vector<std::string> names;
  for (const FormatInfo& info : formats()) {
    names.emplace_back(info.name);
    EXPECT_TRUE(info.description.ends_with('.')) << info.name;
    EXPECT_FALSE(info.codebook.empty());
    EXPECT_EQ(find_format(info.name), &info);
    EXPECT_FALSE(info.machine_coded && info.chosen_acts) << info.name;
    EXPECT_EQ(info.chosen_acts, info.codebook == "plain") << info.name;
  }
  EXPECT_EQ(names, format_names());
  EXPECT_EQ(find_format("auto"), nullptr);
  EXPECT_EQ(find_format("icews")->codebook, "icews");
  EXPECT_EQ(find_format("polecat")->codebook, "plover");
  EXPECT_EQ(find_format("chronology")->codebook, "plain");
  EXPECT_EQ(find_format("keds")->codebook, "gdelt");
}

}  // namespace
}  // namespace detente
