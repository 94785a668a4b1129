#pragma once
/// Reference values for Hawkes processes: cases of tests/data/hawkes (synthetic) and of the shared golden folder.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "detente/processes/hawkes/hawkes.hpp"
#include "support/reference.hpp"

namespace detente::test {

using Json = nlohmann::json;

inline Json read_json(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("no file " + path);
  return Json::parse(in);
}

/// A JSON list of numbers, nested or not, or a single number.
inline std::vector<double> numbers(const Json& json) {
  if (!json.is_array()) return {json.get<double>()};
  std::vector<double> out;
  for (const Json& part : json)
    for (const double value : numbers(part)) out.push_back(value);
  return out;
}

/// t, type, mark: one event a row, and just so many of them.
inline EventColumns read_hawkes_events(const std::string& path, std::size_t rows) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("no file " + path);
  EventColumns out;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    double time = 0, stream = 0, mark = 0;
    char comma = 0;
    fields >> time >> comma >> stream >> comma >> mark;
    out.times.push_back(time);
    out.streams.push_back(static_cast<std::uint8_t>(stream));
    out.marks.push_back(mark);
  }
  expect_rows(path, out.times.size(), rows);
  return out;
}

inline HawkesParameters hawkes_parameters(const Json& json) {
  return {numbers(json.at("mu")), numbers(json.at("branching")), numbers(json.at("beta"))};
}

/// Passes within abs + rel·|expected|.
inline void expect_within(double got, double expected, const Json& tolerance, const std::string& what) {
  const double room = tolerance.at("abs").get<double>() + tolerance.at("rel").get<double>() * std::abs(expected);
  EXPECT_NEAR(got, expected, room) << what;
}

inline void expect_all_within(const std::vector<double>& got, const Json& expected, const Json& tolerance,
                              const std::string& what) {
  const std::vector<double> truth = numbers(expected);
  ASSERT_EQ(got.size(), truth.size()) << what;
  for (std::size_t i = 0; i < truth.size(); ++i)
    expect_within(got[i], truth[i], tolerance, what + " " + std::to_string(i));
}

/// One case: its events, and what is expected of them.
struct HawkesCase {
  std::string name;
  Json json;
  EventColumns columns;

  int streams() const { return json.at("params").at("D").get<int>(); }
  double end() const { return json.at("params").at("T").get<double>(); }
  HawkesEvents events() const { return HawkesEvents(columns, streams(), {{{0, end()}}}); }
  HawkesEvents events_until(double end) const { return HawkesEvents(columns, streams(), {{{0, end}}}); }
  const Json& expected() const { return json.at("expected"); }
  const Json& tolerance(const std::string& what) const { return json.at("tolerance").at(what); }
};

/// The two silences of the case synth_uni_gap: where they were put into the times of synth_uni, and for how long.
struct Silence {
  double at, days;
};
inline const std::vector<Silence> silences{{4303.2, 900}, {8125.3, 3650}};

/// All synthetic cases share their times: as they are, in whole days (ties), or with the silences (gap).
inline HawkesCase synthetic_hawkes_case(const std::string& name) {
  const std::string folder = DETENTE_TEST_DATA "/hawkes/";
  HawkesCase out{name, read_json(folder + name + ".json"), read_hawkes_events(folder + "synth.csv", 5000)};
  if (name.find("biv") == std::string::npos) out.columns.streams.clear();
  if (name.find("marked") == std::string::npos) out.columns.marks.clear();
  for (double& time : out.columns.times) {
    if (name.find("ties") != std::string::npos) time = std::floor(time);
    if (name.find("gap") == std::string::npos) continue;
    const double before = time;
    for (const Silence& silence : silences) time += before > silence.at ? silence.days : 0;
  }
  return out;
}

inline const std::vector<std::string> synthetic_hawkes_names{
    "synth_uni", "synth_uni_ties", "synth_uni_gap", "synth_marked", "synth_biv", "synth_biv_beta2", "synth_biv_ties"};
/// Data of other packages, which we may not copy; they are read from the shared folder if there is one.
inline const std::vector<std::string> shared_hawkes_names{"phuket", "retweets", "multi_hawkes"};

inline std::string shared_hawkes_folder() { return DETENTE_SHARED "/golden/hawkes/"; }
inline bool is_shared_hawkes_case(const std::string& name) {
  return std::find(shared_hawkes_names.begin(), shared_hawkes_names.end(), name) != shared_hawkes_names.end();
}
inline bool has_shared_hawkes() { return std::filesystem::exists(shared_hawkes_folder() + "phuket.json"); }

inline HawkesCase hawkes_case(const std::string& name) {
  if (!is_shared_hawkes_case(name)) return synthetic_hawkes_case(name);
  static const std::map<std::string, std::size_t> rows{{"phuket", 1248}, {"retweets", 4890}, {"multi_hawkes", 213}};
  const std::string path = shared_hawkes_folder() + name;
  return {name, read_json(path + ".json"), read_hawkes_events(path + ".csv", rows.at(name))};
}

inline std::vector<std::string> all_hawkes_names() {
  std::vector<std::string> out = synthetic_hawkes_names;
  out.insert(out.end(), shared_hawkes_names.begin(), shared_hawkes_names.end());
  return out;
}

/// Cases as parameters of a test; those whose data are missing are skipped, with a message.
class HawkesCases : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (is_shared_hawkes_case(GetParam()) && !has_shared_hawkes())
      GTEST_SKIP() << "the data of " << GetParam() << " are not ours to copy, and " DETENTE_SHARED " is not there";
  }
};

}  // namespace detente::test
