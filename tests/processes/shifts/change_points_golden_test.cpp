// Change points against the true optimum of 184 runs, found by a reference that prunes nothing, and Poisson counts
// against R's changepoint. The files are in the shared folder; elsewhere the tests are skipped and say so.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "detente/processes/shifts/change_points.hpp"
#include "support/golden.hpp"
#include "support/plain_partition.hpp"

namespace detente {
namespace {

using Json = nlohmann::json;

const std::string folder = DETENTE_SHARED "/golden/";

bool has_shared() { return std::filesystem::exists(folder + "changepoint"); }

Json read_json(const std::string& name) {
  std::ifstream in(folder + name);
  return Json::parse(in);
}

std::size_t rows_of(const std::string& csv) {
  if (csv == "data/cp_series.csv") return 2000;
  if (csv == "data/weekly_goldstein_mean.csv") return 1356;
  if (csv == "data/ftse100.csv") return 7187;
  return csv == "data/lai2005fig4.csv" ? 193 : 100;
}

std::vector<double> column(const std::string& csv, const std::string& name, std::size_t rows) {
  const test::Golden table(folder, csv, rows);
  std::vector<double> out;
  for (std::size_t i = 0; i < table.size(); ++i) out.push_back(table(name, i));
  return out;
}

/// Series and what changes, as the files are named.
std::vector<std::string> every_case() {
  std::vector<std::string> out{"ftse_var", "ftse_meanvar"};
  for (const char* series : {"cp_heavy", "cp_mean", "cp_meanvar", "cp_var", "lai4", "nile", "weekly"})
    for (const char* change : {"_mean", "_var", "_meanvar"}) out.push_back(std::string(series) + change);
  return out;
}

ChangeIn change_of(const std::string& name) {
  if (name.ends_with("_mean")) return ChangeIn::mean;
  return name.ends_with("_var") ? ChangeIn::variance : ChangeIn::mean_and_variance;
}

PenaltyRule rule_of(const std::string& name) {
  if (name == "MBIC") return PenaltyRule::mbic;
  if (name == "BIC") return PenaltyRule::bic;
  return name == "AIC" ? PenaltyRule::aic : PenaltyRule::value;
}

ChangePointOptions options_of(const Json& run, ChangeIn change) {
  ChangePointOptions options{change, rule_of(run.at("penalty").get<std::string>())};
  options.penalty_value = run.at("pen_value").get<double>();
  options.min_length = run.at("minseglen").get<std::size_t>();
  options.autocorrelation = 0;
  options.least_variance = 1e-30;
  return options;
}

/// A segment of equal values, of which the reference's cost is its rounding error: its variance is 2^-48, not 0.
bool has_equal_values(const std::vector<double>& values, std::vector<std::size_t> cuts) {
  cuts.push_back(values.size());
  std::size_t from = 0;
  for (const std::size_t to : cuts) {
    const auto equal = [&](double x) { return x == values[from]; };
    if (std::all_of(values.begin() + static_cast<std::ptrdiff_t>(from),
                    values.begin() + static_cast<std::ptrdiff_t>(to), equal))
      return true;
    from = to;
  }
  return false;
}

/// There the optimum is held to a plain search, with a least variance, and the reference's cuts are no better.
void expect_optimum_without(const std::vector<double>& values, ChangePointOptions options,
                            const std::vector<std::size_t>& reference) {
  options.least_variance = 1e-11;
  const ChangePoints found = change_points(values, options);
  const test::PlainPartition plain{values, options.change_in, found, options.min_length};
  const double room = 1e-9 * std::abs(found.penalized_cost);
  EXPECT_LE(found.penalized_cost, static_cast<double>(plain.objective(reference)) + room);
  EXPECT_NEAR(found.penalized_cost, static_cast<double>(plain.objective(found.positions)), room);
  if (values.size() > 3000) return;
  EXPECT_NEAR(found.penalized_cost, static_cast<double>(plain.optimum()), room);
}

void expect_reference(const Json& run, ChangeIn change) {
  const auto csv = run.at("csv").get<std::string>();
  const std::vector<double> values = column(csv, run.at("column").get<std::string>(), rows_of(csv));
  const ChangePointOptions options = options_of(run, change);
  const auto reference = run.at("optimal_cpts").get<std::vector<std::size_t>>();
  const ChangePoints found = change_points(values, options);
  EXPECT_TRUE(test::meets(found.penalty, run.at("pen_value").get<double>(), {1e-13, 0}));
  if (change == ChangeIn::mean) {
    EXPECT_TRUE(test::meets(found.noise.sd, run.at("divide_by").get<double>(), {1e-13, 0}));
  }
  if (change == ChangeIn::mean_and_variance && has_equal_values(values, reference))
    return expect_optimum_without(values, options, reference);
  EXPECT_TRUE(test::meets(found.penalized_cost, run.at("optimal_cost").get<double>(), {1e-9, 1e-6}));
  EXPECT_EQ(found.positions, reference);
}

class ChangePointsGolden : public testing::TestWithParam<std::string> {};

TEST_P(ChangePointsGolden, IsTheTrueOptimum) {
  if (!has_shared()) GTEST_SKIP() << "the references are in " << folder << ", which is not there";
  const Json file = read_json("changepoint/pelt_" + GetParam() + ".json");
  int checked = 0;
  for (const Json& run : file.at("expected").at("runs")) {
    SCOPED_TRACE(run.at("penalty").get<std::string>() + ", at least " + run.at("minseglen").dump());
    expect_reference(run, change_of(GetParam()));
    ++checked;
  }
  EXPECT_EQ(checked, 8);
}

INSTANTIATE_TEST_SUITE_P(Table, ChangePointsGolden, testing::ValuesIn(every_case()),
                         [](const auto& one) { return one.param; });

TEST(ChangePointsGoldenCounts, AreThoseOfTheReference) {
  if (!has_shared()) GTEST_SKIP() << "the references are in " << folder << ", which is not there";
  const Json file = read_json("changepoint/poisson_pelt.json");
  const std::vector<double> counts = column("data/cp_counts.csv", "n", 720);
  ChangePointOptions options{ChangeIn::rate, PenaltyRule::bic};
  options.min_length = file.at("params").at("minseglen").get<std::size_t>();
  options.autocorrelation = 0;
  const ChangePoints found = change_points(counts, options);
  EXPECT_TRUE(test::meets(found.penalty, file.at("params").at("penalty").get<double>(), {1e-13, 0}));
  EXPECT_EQ(found.positions, file.at("expected").at("cpts").get<std::vector<std::size_t>>());
}

}  // namespace
}  // namespace detente
