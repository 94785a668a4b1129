#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/codebook_choice.hpp"
#include "detente/contracts/coding.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/csv/catalogue_csv.hpp"

namespace detente {
namespace {

Codebook parse(std::string_view text) { return Codebook::parse(*bytes_of(text), "own.csv", built_in_codebook); }

/// The code that a spelling leads to; "" if it is unknown.
std::string taken(const Codebook& book, std::string_view spelling) {
  const CodeEntry* entry = book.find(spelling);
  return entry ? entry->code : "";
}

TEST(CodebookSpelling, TakesCodesLabelsAndSynonymsInAnyCase) {
  const Codebook book = parse("code,score,label,synonyms\nboat_hit,-6,Boat struck,ramming; Hit-and-run at sea\n");
  for (const char* spelling : {"boat_hit", "Boat hit", "BOAT-HIT", "boat struck", "Ramming", "hit and run at sea"})
    EXPECT_EQ(taken(book, spelling), "boat_hit") << spelling;
  for (const char* spelling : {"boat", "boathit", "ramming; Hit-and-run at sea", "", " "})
    EXPECT_EQ(taken(book, spelling), "") << spelling;
}

TEST(CodebookSpelling, TheVerbMayComeFirst) {
  const Codebook plain = built_in_codebook("plain");
  for (const auto& [typed, code] :
       std::vector<std::pair<const char*, const char*>>{{"impose sanctions", "sanction_imposed"},
                                                        {"Imposes the sanctions", "sanction_imposed"},
                                                        {"expels diplomats", "envoy_expelled"},
                                                        {"close airspace", "airspace_closed"},
                                                        {"denies visa", "visa_revoked"},
                                                        {"cancel visit", "visit_cancelled"},
                                                        {"withdraw ambassador", "envoy_recalled_for_consultations"},
                                                        {"lift import ban", "import_ban_lifted"},
                                                        {"impose", ""}})
    EXPECT_EQ(taken(plain, typed), code) << typed;
}

/// Other words, particles and orders mean something else, and are for suggestions.
TEST(CodebookSpelling, NoOtherOrderIsTaken) {
  const Codebook plain = built_in_codebook("plain");
  for (const char* typed : {"call for ceasefire",
                            "call for strike",
                            "attack called",
                            "troops moved from border",
                            "court ruling for",
                            "withdrawal agreement",
                            "treaty on withdrawal",
                            "attack on militants",
                            "militants attacked",
                            "support from rebels",
                            "sanctions by president",
                            "talks break",
                            "ambassador calls on ministry",
                            "agreement on violations",
                            "deal on returns",
                            "state closed",
                            "statement visit",
                            "armed sale",
                            "refusal to condemn",
                            "rival support"})
    EXPECT_EQ(taken(plain, typed), "") << typed;
}

TEST(CodebookSpelling, AVerbOfTwoCodesLeadsToNone) {
  const Codebook book = parse("code,score,synonyms\na,1,gate mended\nb,2,gates mended\n");
  EXPECT_EQ(taken(book, "Gate mended"), "a");
  EXPECT_EQ(taken(book, "mend the gate"), "");
}

/// Of the extended codebook and of an extension, the extension's word wins with the verb first too.
TEST(CodebookSpelling, AVerbOfAnExtensionWins) {
  const Codebook mine = parse("# extends: plain\ncode,score,synonyms\nlevy,-2,import bans lifted; impose sanctions\n");
  for (const char* typed :
       {"import bans lifted", "lift import ban", "lifts the import bans", "impose sanctions", "imposes the sanctions"})
    EXPECT_EQ(taken(mine, typed), "levy") << typed;
  EXPECT_EQ(taken(mine, "import ban lifted"), "import_ban_lifted") << "as it stands";
  EXPECT_EQ(taken(mine, "sanctions imposed"), "sanction_imposed");
  EXPECT_EQ(taken(mine, "expels diplomats"), "envoy_expelled");
  const Codebook scored = mine.extended_by(mine.rescored_by(built_in_codebook("gdelt")));
  EXPECT_EQ(taken(scored, "lift import ban"), "levy") << "whatever is done with it";
}

TEST(CodebookSpelling, AVerbOfAnExtensionOfAnExtensionWins) {
  const auto own = [](const char* code) { return CodeEntry{.code = code, .score = 1, .label = "gates mended"}; };
  const Codebook all = Codebook("a", "1", {own("first")})
                           .extended_by(Codebook("b", "1", {own("second")}))
                           .extended_by(Codebook("c", "1", {own("third")}));
  EXPECT_EQ(taken(all, "mend the gate"), "third");
}

TEST(CodebookSpelling, ACodeAsItStandsGoesFirst) {
  const Codebook book = parse("code,score,label\nvisit,1,\nVisit,2,\ncall,3,visit paid\nvisit paid,4,\n");
  EXPECT_EQ(taken(book, "visit"), "visit");
  EXPECT_EQ(taken(book, "Visit"), "Visit");
  EXPECT_EQ(taken(book, "VISIT"), "");  // leads to two
  EXPECT_EQ(taken(book, "Visit paid"), "visit paid");
}

TEST(CodebookSpelling, ALabelOfTwoCodesLeadsToNone) {
  const Codebook book = parse("code,score,label\na,1,same words\nb,2,same words\n");
  EXPECT_EQ(taken(book, "same words"), "");
  EXPECT_EQ(taken(book, "A"), "a");
}

TEST(CodebookSpelling, PublishedCodesAreTakenOnlyAsTheyStand) {
  const Codebook gdelt = built_in_codebook("gdelt"), plover = built_in_codebook("plover");
  EXPECT_EQ(gdelt.find("11"), gdelt.find_exact("11"));
  EXPECT_EQ(taken(gdelt, "011"), "011");
  EXPECT_EQ(taken(gdelt, " 011"), "");
  EXPECT_EQ(taken(gdelt, "apologises"), "");  // a label
  EXPECT_EQ(taken(plover, "accuse"), "");
  EXPECT_FALSE(gdelt.takes_spellings());
  EXPECT_FALSE(plover.takes_spellings());
  EXPECT_TRUE(built_in_codebook("plain").takes_spellings());
}

TEST(CodebookSpelling, TermsKeepTheirSpellingsUnderOtherScores) {
  for (const char* weights : {"gdelt", "plover", "keds2007"}) {
    const Codebook book = for_chronology(built_in_codebook(weights));
    EXPECT_EQ(taken(book, "Recalled ambassador"), "envoy_recalled_for_consultations") << weights;
  }
  EXPECT_EQ(taken(for_chronology(built_in_codebook("plover")), "AID"), "AID");
}

// ---- a codebook that extends another ----

TEST(CodebookSpelling, AnExtensionTakesSpellingsFromWhatItExtends) {
  const Codebook book = parse("# extends: plain\ncode,score,synonyms\nhostages_freed,6,\nramming,-5,vessel rammed\n");
  EXPECT_EQ(taken(book, "Hostages freed"), "hostages_freed");
  EXPECT_EQ(taken(book, "hostage freed"), "hostage_released");
  EXPECT_EQ(taken(book, "vessel rammed"), "ramming");
  EXPECT_EQ(taken(book, "boat rammed"), "ship_rammed");
}

TEST(CodebookSpelling, ARescoredCodeKeepsItsSynonyms) {
  const Codebook book = parse("# extends: plain\ncode,score\ncondemnation,-4\ndenunciation,-5\n");
  EXPECT_EQ(taken(book, "Condemned"), "condemnation");
  EXPECT_EQ(book.find("Condemned")->score, -4);
  EXPECT_EQ(book.find("Denunciation")->score, -5);
  EXPECT_EQ(taken(parse("# extends: plain\ncode,score,synonyms\ncondemnation,-4,cursed\n"), "condemned"), "");
}

// ---- what travels with results ----

TEST(CodebookSpelling, TheHashIsOfTheFormsThatLeadToACode) {
  const auto hash = [](std::string_view text) { return parse(text).hash(); };
  const std::string base = hash("code,score\nboat_hit,-6\n");
  EXPECT_EQ(hash("code,score,synonyms,label\nboat_hit,-6,,Boat hit\n"), base);
  EXPECT_NE(hash("code,score,synonyms\nboat_hit,-6,ramming\n"), base);
  EXPECT_NE(hash("code,score,label\nboat_hit,-6,ramming\n"), base);
  EXPECT_EQ(hash("code,score,synonyms\nboat_hit,-6,ramming; Boat struck\n"),
            hash("code,score,synonyms\nboat_hit,-6,boat-struck;Ramming\n"));
  EXPECT_NE(hash("code,score,synonyms\na,1,x\nb,1,\n"), hash("code,score,synonyms\na,1,\nb,1,x\n"));
}

TEST(CodebookSpelling, SurvivesTheWayThroughCsv) {
  for (const std::string_view name : built_in_codebook_names()) {
    const Codebook book = built_in_codebook(name);
    EXPECT_EQ(parse(codebook_csv(book)).hash(), book.hash()) << name;
  }
}

TEST(CodebookSpelling, ChoiceCountsSpellingsAsKnown) {
  EXPECT_EQ(fit_of(built_in_codebook("plain"), {{"Sanction imposed", 3}, {"visa_revoked", 2}, {"zzz", 1}}).known, 5U);
}

// ---- events ----

Coding coded(const std::vector<std::string>& codes, const CodingRules& rules = {}) {
  EventLog log;
  for (const std::string& code : codes)
    log.add({.date = DateSpan::on(Day::from_civil(2025, 3, 4)), .source = "USA", .target = "COL", .code = code});
  return code_events(log, {.dyad = {"USA", "COL"}}, built_in_codebook("plain"), rules);
}

TEST(CodebookSpelling, ActsAreAsIfTheCodeHadBeenWritten) {
  const Coding written = coded({"Sanctions imposed"}), plain = coded({"sanction_imposed"});
  ASSERT_EQ(written.acts.size(), 1U);
  EXPECT_EQ(written.acts[0].code, "sanction_imposed");
  EXPECT_EQ(written.acts[0].points, plain.acts[0].points);
  EXPECT_EQ(written.acts[0].measure, "sanction");
  EXPECT_EQ(written.acts[0].code_key, plain.acts[0].code_key);  // they share a draw's offset
  EXPECT_TRUE(written.unknown.empty());
}

TEST(CodebookSpelling, OneADayKnowsTwoSpellingsOfOneCode) {
  const CodingRules rules{.one_a_day = true};
  EXPECT_EQ(coded({"Sanctions imposed", "sanction_imposed", "Sanction imposed", "visit"}, rules).acts.size(), 2U);
  EXPECT_EQ(coded({"nonsense a", "nonsense b"}, rules).unknown.size(), 2U);
}

// ---- what is refused ----

struct Bad {
  const char* text;
  const char* message;
};

class BadSpellings : public testing::TestWithParam<Bad> {};

TEST_P(BadSpellings, AreRefusedWithLineColumnAndRule) {
  try {
    parse(GetParam().text);
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadSpellings,
    testing::Values(Bad{"code,score,synonyms\na,1,x\nb,1,y; X\n",
                        "own.csv:3: column 3: 'X': leads to 'a' already (line 2); a synonym leads to one code"},
                    Bad{"code,score,synonyms\na,1,\nb,1,A\n",
                        "own.csv:3: column 3: 'A': leads to 'a' already (line 2); a synonym leads to one code"},
                    Bad{"code,score,synonyms\na,1,b\nb,1,\n",
                        "own.csv:3: column 1: 'b': leads to 'a' already (line 2); a synonym leads to one code"},
                    Bad{"code,synonyms,score,label\na,big b,1,\nb,,1,Big b\n",
                        "own.csv:3: column 4: 'Big b': leads to 'a' already (line 2); a synonym leads to one code"},
                    Bad{"code,score,synonyms\na,1,x;;y\n",
                        "own.csv:2: column 3: '': a synonym has a letter or a digit"},
                    Bad{"# extends: plain\ncode,score,synonyms\na,1,\nb,1,Visit\n",
                        "own.csv:4: column 3: 'Visit': is a code of plain; a synonym is another word"}));

TEST(CodebookSpelling, ASynonymMayRepeatItsOwnCode) {
  EXPECT_EQ(taken(parse("code,score,synonyms\nboat_hit,1,Boat hit; boat hit\n"), "BOAT HIT"), "boat_hit");
}

}  // namespace
}  // namespace detente
