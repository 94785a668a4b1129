#include "detente/questions/index/landmarks.hpp"

#include <gtest/gtest.h>

#include "support/us_colombia.hpp"

namespace detente {
namespace {

IndexReport report_of(const Landmark& l) {
  IndexRequest request{.selection = {.dyad = l.dyad}, .scoring = test::default_scoring(), .band = std::nullopt};
  request.to = l.day + 1;
  return index_report(test::us_colombia(std::string(l.file).c_str()), request);
}

TEST(Landmarks, AreWhatTheHistoriesOfTheProgramSay) {
  ASSERT_EQ(landmarks().size(), 6U);
  for (const Landmark& l : landmarks()) {
    const IndexReport report = report_of(l);
    EXPECT_EQ(report.headline.day, l.day);
    EXPECT_NEAR(report.headline.index.value(), l.index, 0.005) << l.pair << " " << l.event;
    EXPECT_EQ(landmarks_for(report.series).size(), 6U) << "and were made as a result of today is";
  }
}

TEST(Landmarks, AreTheTensestFirst) {
  for (std::size_t i = 1; i < landmarks().size(); ++i) EXPECT_GT(landmarks()[i - 1].index, landmarks()[i].index);
}

TEST(Landmarks, AreNotShownBesideNumbersThatWereMadeOtherwise) {
  const IndexSeries alike = report_of(landmarks()[2]).series;
  const auto shown_if = [&](auto change) {
    IndexSeries other = alike;
    change(other);
    return !landmarks_for(other).empty();
  };
  EXPECT_TRUE(shown_if([](IndexSeries&) {}));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.model += " omega=1"; }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.codebook_hash = "0123456789abcdef"; }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.scale = "softsign kappa=5"; }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.rules = to_text(CodingRules::machine_coded()); }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.status_weights = ""; }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.provenance.issue = "trade"; }));
  EXPECT_FALSE(shown_if([](IndexSeries& s) { s.direction = DirectionChoice::forward; }));
}

}  // namespace
}  // namespace detente
