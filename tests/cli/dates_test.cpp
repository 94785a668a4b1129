#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

const char* const written =
    "date,source,target,event\n\"Oct 25, 2021\",AUS,CHN,criticism\nlate 2021,AUS,CHN,sanction_imposed\n";
const char* const in_edtf =
    "date,source,target,event\n2021-10-25,AUS,CHN,criticism\n[2021-09..2021-12],AUS,CHN,sanction_imposed\n";

TEST(Dates, AMessageSaysWhatWasMeantAndWhichOptionReadsIt) {
  const Outcome check = run({"check", "-"}, written);
  EXPECT_TRUE(contains(check.out, "'Oct 25, 2021': bad date:")) << check.out;
  EXPECT_TRUE(contains(check.out, "did you mean 2021-10-25?")) << check.out;
  EXPECT_TRUE(contains(check.err, "dates such as 'Oct 25, 2021' are read with --dates words\n")) << check.err;
  const Outcome index =
      run({"index", "-", "--dyad", "AUS:CHN"}, std::string(written) + "2021-12-01,AUS,CHN,criticism\n");
  EXPECT_TRUE(contains(index.err, "are read with --dates words\n")) << index.err;
}

TEST(Dates, WhichNumberStandsFirstIsAsked) {
  const std::string rows = "date,source,target,event\n05/10/2021,AUS,CHN,criticism\n";
  EXPECT_TRUE(contains(run({"check", "-"}, rows).err, "--dates dmy or --dates mdy\n"));
  EXPECT_TRUE(contains(run({"check", "-"}, rows + "25/10/2021,AUS,CHN,criticism\n").err,
                       "dates such as '05/10/2021' are read with --dates dmy\n"));
  EXPECT_FALSE(contains(run({"check", "-"}, "date,source,target,event\nsoon,AUS,CHN,criticism\n").err, "--dates"));
}

TEST(Dates, AreTheSameEventsHoweverTheyAreWritten) {
  const Outcome words = run({"index", "-", "--dyad", "AUS:CHN", "--dates", "words", "--output", "csv"}, written);
  const Outcome edtf = run({"index", "-", "--dyad", "AUS:CHN", "--output", "csv"}, in_edtf);
  EXPECT_EQ(words.code, 0) << words.err;
  EXPECT_GT(lines_of(words.out).size(), 2U);
  EXPECT_EQ(words.out, edtf.out);
}

TEST(Dates, OptionsSayWhatWasMeantToo) {
  const Outcome from = run({"index", news, "--dyad", "USA:COL", "--from", "Oct 25, 2025"});
  EXPECT_EQ(from.code, 2);
  EXPECT_TRUE(contains(from.err, "did you mean 2025-10-25?")) << from.err;
  const Outcome layout = run({"check", news, "--dates", "ymd"});
  EXPECT_EQ(layout.code, 2);
  EXPECT_TRUE(contains(layout.err, "edtf, words, dmy, mdy")) << layout.err;
}

TEST(NearPairs, AreOfferedFirst) {
  const std::string rows =
      "date,source,target,event\n2021-10-25,USA,ROU,criticism\n2021-10-25,USA,RUS,criticism\n"
      "2021-10-25,AUS,CHN,criticism\n2021-10-26,AUS,CHN,criticism\n";
  const auto said = [&](const char* pair) { return run({"index", "-", "--dyad", pair}, rows).err; };
  EXPECT_TRUE(contains(said("US:RU"), "no event of US:RU; nearest in the input: RUS:USA (1 event)")) << said("US:RU");
  EXPECT_TRUE(contains(said("China:Australia"), "nearest in the input: AUS:CHN (2 events), 2 more"))
      << said("China:Australia");
  EXPECT_TRUE(contains(said("usa:rus"), "nearest in the input: RUS:USA (1 event)")) << said("usa:rus");
  EXPECT_TRUE(contains(said("COL:VEN"), "the input has AUS:CHN (2 events), ROU:USA (1 event)")) << said("COL:VEN");
}

}  // namespace
}  // namespace detente::cli_test
