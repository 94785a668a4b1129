/// `two_speed` against reference values that were computed in Python, independently of this project: 46 pairs × 392
/// months of KEDS Levant. The files may not be copied into the project; where they are absent the tests are skipped and
/// say so.
///
/// The reference counts any code that is reported in both directions on one day half on each side; the library does so
/// only of cooperative codes. By the reference's rule the sums are equal to 1e-9; by the library's own the last test
/// says how far they differ.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/engines/score.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/questions/relation/history.hpp"
#include "detente/readers/read_events.hpp"
#include "support/levant_file.hpp"

namespace detente {
namespace {

const std::filesystem::path events_file = std::filesystem::path(DETENTE_SHARED) / "data/events/keds_levant_cameo.tsv";

ActorTable actors() {
  return ActorTable({{.actor = "PSE", .parent = "PAL"}, {.actor = "USR", .parent = "RUS"}}, RollUp::cameo);
}

struct Months {
  std::vector<Day> ends;
  std::vector<std::array<StrainPart, 2>> parts;
  std::vector<double> index;
};

class TwoSpeedLevant : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(events_file) || !std::filesystem::exists(test::levant_months_file)) return;
    log_ = read_events(events_file, {.brief = true}).log;
    golden_ = test::levant_months();
    for (std::size_t row = 0; row < golden_->size(); ++row) rows_[golden_->text("dyad", row)].push_back(row);
  }
  static void TearDownTestSuite() {
    log_.reset();
    golden_.reset();
    rows_.clear();
  }
  void SetUp() override {
    if (!log_) GTEST_SKIP() << "there is no " << events_file << ", or no reference beside it";
  }

  static std::vector<Act> acts_of(const std::string& pair, Mirrors mirrors) {
    CodingRules rules = CodingRules::machine_coded();
    rules.mirrors = mirrors;
    const Selection selection{.dyad = parse_dyad(pair).value(), .actors = actors()};
    return code_events(*log_, selection, built_in_codebook("gdelt"), rules, false).acts;
  }

  static Months months_of(const std::string& pair, const std::vector<Act>& acts) {
    Months out;
    for (const std::size_t row : rows_.at(pair))
      out.ends.push_back(parse_period(golden_->text("month", row)).value().last_day());
    const TwoSpeed model;
    const SidedImpulses impulses = impulses_for(AnyModel(model, "two_speed"), acts);
    run_states(model, impulses.both, out.ends, [&](std::size_t, const auto& state) {
      out.parts.push_back(model.parts(state));
      out.index.push_back(50 + 6 * *model.level(state));
    });
    return out;
  }
  static Months months_of(const std::string& pair) { return months_of(pair, acts_of(pair, Mirrors::once)); }

  static double index_in(const Months& months, const char* month) {
    const Day end = parse_period(month).value().last_day();
    return months
        .index[static_cast<std::size_t>(std::find(months.ends.begin(), months.ends.end(), end) - months.ends.begin())];
  }

  static std::optional<EventLog> log_;
  static std::optional<test::Golden> golden_;
  static std::map<std::string, std::vector<std::size_t>> rows_;
};
std::optional<EventLog> TwoSpeedLevant::log_;
std::optional<test::Golden> TwoSpeedLevant::golden_;
std::map<std::string, std::vector<std::size_t>> TwoSpeedLevant::rows_;

TEST_F(TwoSpeedLevant, SumsAreTheReferencesByItsMirrorRule) {
  std::size_t compared = 0;
  for (const auto& [pair, rows] : rows_) {
    const Months months = months_of(pair, acts_of(pair, Mirrors::any));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& [now, chronic] = months.parts[i];
      const auto same = [&, row = rows[i]](double got, const char* column) {
        return test::meets(got, (*golden_)(column, row), {1e-9, 1e-9});
      };
      ASSERT_TRUE(same(now.events, "n_14")) << pair << ' ' << golden_->text("month", rows[i]);
      ASSERT_TRUE(same(chronic.events, "n_120")) << pair;
      ASSERT_TRUE(same(now.hostile, "H_14")) << pair;
      ASSERT_TRUE(same(chronic.hostile, "H_120")) << pair;
      ASSERT_TRUE(same(now.cooperative, "C_14")) << pair;
      ASSERT_TRUE(same(chronic.cooperative, "C_120")) << pair;
      ++compared;
    }
  }
  EXPECT_EQ(compared, test::levant_rows);
}

TEST_F(TwoSpeedLevant, EventsOfAMonthAreTheReferences) {
  std::size_t compared = 0;
  for (const auto& [pair, rows] : rows_) {
    std::map<std::string, double> n;
    for (const Act& act : acts_of(pair, Mirrors::any))
      n[period_of(PeriodKind::month, act.date.first).label()] += act.weight;
    for (const std::size_t row : rows) {
      ASSERT_NEAR(n[golden_->text("month", row)], (*golden_)("n", row), 1e-9) << pair << golden_->text("month", row);
      ++compared;
    }
  }
  EXPECT_EQ(compared, test::levant_rows);
}

struct Landmark {
  const char* pair;
  const char* month;
  double reference;  ///< by the reference's mirror rule
  double own;        ///< by the library's
};
constexpr Landmark landmarks[]{{"ISR:PAL", "2002-04", 89.4, 90.4}, {"ISR:LBN", "1982-06", 80.6, 81.9},
                               {"ISR:LBN", "1996-04", 84.6, 86.0}, {"ISR:LBN", "2006-07", 83.6, 85.3},
                               {"EGY:ISR", "1985-10", 67.5, 67.5}, {"EGY:ISR", "1995-01", 54.1, 59.2},
                               {"ISR:USA", "1990-01", 64.2, 64.2}, {"EGY:SAU", "1990-01", 47.8, 47.8}};

TEST_F(TwoSpeedLevant, HasItsLandmarks) {
  for (const Landmark& mark : landmarks) {
    const auto acts = acts_of(mark.pair, Mirrors::any);
    EXPECT_NEAR(index_in(months_of(mark.pair, acts), mark.month), mark.reference, 0.1) << mark.pair << mark.month;
    EXPECT_NEAR(index_in(months_of(mark.pair), mark.month), mark.own, 0.5) << mark.pair << mark.month;
  }
}

TEST_F(TwoSpeedLevant, IsraelisAndPalestiniansAreNeverCalm) {
  for (const auto& acts : {acts_of("ISR:PAL", Mirrors::any), acts_of("ISR:PAL", Mirrors::once)}) {
    std::vector<double> sorted = months_of("ISR:PAL", acts).index;
    ASSERT_EQ(sorted.size(), 392U);
    std::sort(sorted.begin(), sorted.end());
    EXPECT_NEAR(sorted.front(), 69.5, 0.5);
    EXPECT_NEAR((sorted[195] + sorted[196]) / 2, 80.7, 0.5);
  }
}

/// The share of months that are followed by a severe act, by the index that the library makes of the reference's sums.
TEST_F(TwoSpeedLevant, SharesByIndexAreTheReferences) {
  struct Bin {
    double up_to;
    double share;
    int months;
    int seen = 0, severe = 0;
  };
  std::vector<Bin> bins{{48, .020, 2446}, {50, .014, 2525}, {52, .022, 1963}, {55, .043, 2502},
                        {60, .059, 3755}, {65, .142, 2485}, {70, .294, 1249}, {75, .612, 407},
                        {80, .907, 323},  {85, .985, 270},  {1e9, 1.0, 61}};
  const TwoSpeed model;
  for (std::size_t row = 0; row < golden_->size(); ++row) {
    if (golden_->text("sev_next", row).empty()) continue;
    const auto at = [&](const char* column) { return (*golden_)(column, row); };
    TwoSpeed::State state;
    state.sums = {{{at("H_14"), at("C_14"), at("n_14")}, {at("H_120"), at("C_120"), at("n_120")}}};
    const double index = 50 + 6 * *model.level(state);
    Bin& bin = *std::find_if(bins.begin(), bins.end(), [&](const Bin& b) { return index <= b.up_to; });
    ++bin.seen;
    bin.severe += at("sev_next") > 0 ? 1 : 0;
  }
  for (const Bin& bin : bins) {
    EXPECT_NEAR(bin.severe / static_cast<double>(bin.seen), bin.share, 0.01) << bin.up_to;
    EXPECT_NEAR(bin.seen, bin.months, 0.02 * bin.months + 1) << bin.up_to;
  }
}

/// By the library's own mirror rule a hostile code that both sides have on one day counts twice, so the index is
/// higher; a visit paid and received counts once, so it may be a little lower.
TEST_F(TwoSpeedLevant, ReadsHigherThanTheReferenceWhereHostileActsAreMirrored) {
  std::vector<double> differences;
  for (const auto& [pair, rows] : rows_) {
    const Months own = months_of(pair);
    const Months reference = months_of(pair, acts_of(pair, Mirrors::any));
    for (std::size_t i = 0; i < rows.size(); ++i) differences.push_back(own.index[i] - reference.index[i]);
  }
  ASSERT_EQ(differences.size(), test::levant_rows);
  std::sort(differences.begin(), differences.end());
  const auto quantile = [&](double p) {
    return differences[static_cast<std::size_t>(p * static_cast<double>(differences.size() - 1))];
  };
  EXPECT_NEAR(quantile(0), -0.04, 0.01);
  EXPECT_NEAR(quantile(0.05), 0, 0.01);
  EXPECT_NEAR(quantile(0.5), 0.18, 0.01);
  EXPECT_NEAR(quantile(0.95), 1.68, 0.01);
  EXPECT_NEAR(quantile(1), 6.5, 0.1);
}

}  // namespace
}  // namespace detente
