/// The KEDS Levant events, 1979 to 2011, against what is known of those years. The file may not be copied into the
/// project; where it is absent the tests are skipped and say so.

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/readers/read_events.hpp"

namespace detente {
namespace {

const std::filesystem::path file = std::filesystem::path(DETENTE_SHARED) / "data/events/keds_levant_cameo.tsv";

ActorTable actors() { return ActorTable({{.actor = "PSE", .parent = "PAL"}}, RollUp::cameo); }

Scoring scoring(const char* model) {
  return {.codebook = built_in_codebook("gdelt"),
          .model = Catalogue::built_in().make(model),
          .scale = parse_scale("softsign kappa=100").value(),
          .rules = CodingRules::machine_coded(),
          .own_scores = false};
}

constexpr const char* sum = "decayed_sum half_life_verbal=30 half_life_cooperation=30";

class Levant : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (std::filesystem::exists(file)) log_ = read_events(file, {.brief = true}).log;
  }
  static void TearDownTestSuite() { log_.reset(); }
  void SetUp() override {
    if (!log_) GTEST_SKIP() << "there is no " << file;
  }

  static IndexSeries series(const char* other, const char* model = sum) {
    const IndexRequest request{
        .selection = {.dyad = {"ISR", other}, .actors = actors()}, .scoring = scoring(model), .band = {}};
    return index_report(*log_, request).series;
  }

  /// The month of the highest (or lowest) index of the years from `from` to `to`.
  static std::string extreme(const IndexSeries& series, const char* from, const char* to, bool highest = true) {
    const IndexRow* out = nullptr;
    for (const IndexRow& row : series.rows) {
      const std::string year = row.period.label().substr(0, 4);
      if (year < from || year > to || !row.index) continue;
      if (!out || (highest ? *row.index > *out->index : *row.index < *out->index)) out = &row;
    }
    return out ? out->period.label() : "";
  }

  static std::optional<EventLog> log_;
};
std::optional<EventLog> Levant::log_;

/// Whether a month lies in [first, last], as text.
void expect_within(const std::string& month, const char* first, const char* last) {
  EXPECT_GE(month, first);
  EXPECT_LE(month, last);
}

TEST_F(Levant, LebanonPeaksInItsWars) {
  const IndexSeries lebanon = series("LBN");
  expect_within(extreme(lebanon, "1979", "1984"), "1982-06", "1982-09");  // the war of 1982
  expect_within(extreme(lebanon, "1993", "1995"), "1993-07", "1993-08");  // July 1993
  expect_within(extreme(lebanon, "1996", "1998"), "1996-04", "1996-05");  // April 1996
  expect_within(extreme(lebanon, "2005", "2008"), "2006-07", "2006-08");  // July 2006
}

TEST_F(Levant, PalestiniansPeakInTheIntifadas) {
  const IndexSeries palestinians = series("PAL");
  expect_within(extreme(palestinians, "1979", "1984"), "1982-06", "1982-09");
  expect_within(extreme(palestinians, "1985", "1989"), "1987-12", "1988-06");  // the first, from December 1987
  expect_within(extreme(palestinians, "1999", "2001"), "2000-10", "2001-01");  // the second, from September 2000
  expect_within(extreme(palestinians, "2002", "2003"), "2002-03", "2002-05");
  expect_within(extreme(palestinians, "2008", "2010"), "2008-12", "2009-01");
}

/// "The index rises to peaks in August 1982, April 1988, November 2000 and April 2002 and January 2009", of 145,709
/// events.
TEST_F(Levant, PeaksAreThoseOfTheReadme) {
  EXPECT_EQ(log_->size(), 145709U);
  const IndexSeries palestinians = series("PAL");
  EXPECT_EQ(extreme(palestinians, "1979", "1984"), "1982-08");
  EXPECT_EQ(extreme(palestinians, "1985", "1989"), "1988-04");
  EXPECT_EQ(extreme(palestinians, "1999", "2001"), "2000-11");
  EXPECT_EQ(extreme(palestinians, "2002", "2003"), "2002-04");
  EXPECT_EQ(extreme(palestinians, "2008", "2010"), "2009-01");
}

TEST_F(Levant, ByItsMeanTheRelationIsBestInTheAutumnOfOslo) {
  expect_within(extreme(series("PAL", "latent_level"), "1990", "1995", false), "1993-08", "1993-10");
}

TEST_F(Levant, ThePanelHasTheSameTwoRelations) {
  DyadRows pairs(actors());
  pairs.finish(*log_, 2);
  std::size_t found = 0;
  PanelRequest request{.scoring = scoring(sum)};
  const IndexSeries lebanon = series("LBN"), palestinians = series("PAL");
  panel(pairs, request,
        {[&](const IndexSeries& one) {
           for (const IndexSeries* known : {&lebanon, &palestinians}) {
             if (known->dyad != one.dyad) continue;
             EXPECT_EQ(one.rows.size(), known->rows.size());
             EXPECT_EQ(one.rows.back().index, known->rows.back().index);
             return std::string("x");
           }
           return std::string();
         },
         [&](std::string_view text) { found += text.size(); }});
  EXPECT_EQ(found, 2U);
}

}  // namespace
}  // namespace detente
