#include "detente/questions/relation/file_codebook.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/readers/read_events.hpp"
#include "support/weis_counts.hpp"

namespace detente {
namespace {

using namespace test;

FileReport keds(const CodeCounts& codes, const std::string& name = "t.tab") {
  return {.path = name, .name = name, .format = "keds", .codes = codes};
}

std::string refusal(const std::vector<FileReport>& files) {
  try {
    (void)codebook_of_files(files);
  } catch (const InputError& error) {
    EXPECT_EQ(error.field(), "Scoring::codebook");
    return error.message();
  }
  return "nothing was thrown";
}

TEST(FileCodebook, IsTheFormatsWhereItSays) {
  EXPECT_EQ(codebook_of_files({}).name, "plain");
  FileReport file = keds(weis_of_war());
  file.format = "gdelt1";
  const FileCodebook book = codebook_of_files(std::vector{file});
  EXPECT_EQ(book.name, "gdelt");
  EXPECT_TRUE(book.assumptions.empty());
}

TEST(FileCodebook, OfKedsIsToldByTheCodesAndSaid) {
  const FileCodebook weis = codebook_of_files(std::vector{keds(weis_of_war())});
  EXPECT_EQ(weis.name, "weis");
  ASSERT_EQ(weis.assumptions.size(), 1U);
  EXPECT_EQ(weis.assumptions[0].find("codebook weis: it knows the codes of 100.0 % of 1358 events, gdelt of "), 0U)
      << weis.assumptions[0];
  EXPECT_EQ(codebook_of_files(std::vector{keds(weis_of_peace())}).name, "weis");
  EXPECT_EQ(codebook_of_files(std::vector{keds(cameo_of_war())}).name, "gdelt");
}

/// A file that is too small to be told goes with the others, in any order.
TEST(FileCodebook, IsToldFromAllFilesInAnyOrder) {
  std::vector<FileReport> files{keds({{"031", 3}}), keds(weis_of_war()), keds({{"102", 2}})};
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(codebook_of_files(files).name, "weis");
    std::rotate(files.begin(), files.begin() + 1, files.end());
  }
}

TEST(FileCodebook, OfFewEventsIsTheFormatsFirstAndSaid) {
  const FileCodebook book = codebook_of_files(std::vector{keds({{"021", 2}, {"112", 1}})});
  EXPECT_EQ(book.name, "gdelt");
  ASSERT_EQ(book.assumptions.size(), 1U);
  EXPECT_NE(book.assumptions[0].find("3 events are too few to tell it from weis, which scores 2 of them"),
            std::string::npos)
      << book.assumptions[0];
}

/// Both books know all of these codes, with the same signs.
TEST(FileCodebook, OfATieIsTheFormatsFirstAndSaid) {
  const FileReport tie = keds({{"042", 30}, {"190", 20}});
  const FileCodebook book = codebook_of_files(std::vector{tie});
  EXPECT_EQ(book.name, "gdelt");
  ASSERT_EQ(book.assumptions.size(), 1U);
  EXPECT_EQ(
      book.assumptions[0],
      "codebook gdelt, the format's usual one: weis knows as many of the codes of 50 events and gives none of them "
      "another sign");
  EXPECT_EQ(likelier_codebook(built_in_codebook("gdelt"), std::vector{tie}), std::nullopt);
  EXPECT_EQ(codebook_of_files(std::vector{tie, keds(cameo_of_war())}).name, "gdelt");
  EXPECT_EQ(codebook_of_files(std::vector{tie, keds(weis_of_war())}).name, "weis");
}

TEST(FileCodebook, IsRefusedWhereFilesOrCodesDisagree) {
  const FileReport a = keds(weis_of_war(), "a.tab"), b = keds(cameo_of_war(), "b.tab");
  EXPECT_EQ(refusal({a, b}), "b.tab is coded in gdelt and a.tab in weis");
  EXPECT_EQ(refusal({b, a}), refusal({a, b}));
  EXPECT_NE(refusal({keds({{"036", 67}, {"223", 100}})}).find("its codes do not tell"), std::string::npos);
  FileReport chronology = b;
  chronology.format = "chronology";
  EXPECT_EQ(refusal({a, chronology}), "a.tab is keds and b.tab is chronology");
}

TEST(FileCodebook, OfTheSharedLevantSetIsCameo) {
  const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / "keds_levant_cameo.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  const ReadResult read = read_events(path, {.brief = true});
  EXPECT_EQ(codebook_of_files(read.files).name, "gdelt");
  EXPECT_EQ(likelier_codebook(built_in_codebook("gdelt"), read.files), std::nullopt);
  EXPECT_NE(likelier_codebook(built_in_codebook("weis"), read.files), std::nullopt);
}

// ---- a codebook that was named ----

TEST(LikelierCodebook, NamesTheBookThatKnowsTheCodes) {
  const std::vector<FileReport> war{keds(weis_of_war())}, peace{keds(weis_of_peace())}, cameo{keds(cameo_of_war())};
  const auto doubt = likelier_codebook(built_in_codebook("plover"), cameo);
  ASSERT_TRUE(doubt);
  EXPECT_NE(doubt->find("likely of codebook gdelt: it knows the codes of 100.0 % of 1060 events, plover of 0.0 %"),
            std::string::npos)
      << *doubt;
  for (const auto& files : {war, peace}) {
    const auto other = likelier_codebook(built_in_codebook("gdelt"), files);
    ASSERT_TRUE(other);
    EXPECT_NE(other->find("likely of codebook weis"), std::string::npos) << *other;
    EXPECT_EQ(likelier_codebook(built_in_codebook("weis"), files), std::nullopt);
  }
}

TEST(LikelierCodebook, SaysNothingOfTheSameFamilyAndOfWordsRescored) {
  for (const char* name : {"gdelt", "icews", "keds2007"})
    EXPECT_EQ(likelier_codebook(built_in_codebook(name), std::vector{keds(cameo_of_war())}), std::nullopt) << name;
  CodeCounts words;
  const Codebook plain = built_in_codebook("plain");
  for (const CodeEntry& entry : plain.entries()) words[entry.code] = 10;
  FileReport chronology = keds(words);
  chronology.format = "chronology";
  for (const char* name : {"plain", "gdelt", "icews", "keds2007", "plover"})
    EXPECT_EQ(likelier_codebook(for_chronology(built_in_codebook(name)), std::vector{chronology}), std::nullopt)
        << name;
}

}  // namespace
}  // namespace detente
