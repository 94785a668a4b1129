/// The real files read by détente and, independently, by pandas: for every pair of countries and every month the number
/// of events, and the sum and the mean of their scores. détente scores by the codebook, pandas adds up what the file
/// says, so that codes, days, actors and codebooks are all held to the publishers' own figures.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <sstream>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "ground/text_pieces.hpp"
#include "readers/machine_files.hpp"
#include "values/country_names.hpp"

namespace detente {
using namespace detail;
namespace {

const std::string python = "/usr/bin/python3";

struct Month {
  std::size_t count = 0;
  double sum = 0;
  /// By the scores that the log keeps, where the file has any.
  double own = 0;
};
/// By source, target and yyyy-mm.
using Months = std::map<std::array<std::string, 3>, Month>;

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string out;
  std::array<char, 4096> buffer{};
  while (pipe && std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get())) out += buffer.data();
  return out;
}

bool has_pandas() {
  static const bool has = output_of(python + " -c 'import pandas; print(1)' 2>/dev/null") == "1\n";
  return has;
}

/// ICEWS has countries by name.
std::string actor(const std::string& written, bool by_name) {
  return by_name ? std::string(country_of(written)) : written;
}

Months by_pandas(const std::string& path, const std::string& layout) {
  const std::string codebook = std::string(DETENTE_TEST_DATA) + "/../../lib/codebooks/gdelt.csv";
  std::istringstream lines(output_of(python + " '" + DETENTE_TEST_DATA + "/../readers/monthly_totals.py' '" + path +
                                     "' " + layout + " '" + codebook + "'"));
  Months months;
  for (std::string line; std::getline(lines, line);) {
    const auto fields = split(line, '\t');
    const bool by_name = layout == "icews";
    Month& month = months[{actor(std::string(fields.at(0)), by_name), actor(std::string(fields.at(1)), by_name),
                           std::string(fields.at(2))}];
    month.count += std::stoul(std::string(fields.at(3)));
    month.sum += std::stod(std::string(fields.at(4)));
  }
  return months;
}

Months by_detente(const EventLog& log, const Codebook& codebook) {
  Months months;
  for (const EventLog::Row& row : log.rows()) {
    const EventLog::DyadIds dyad = log.dyads()[row.dyad];
    Month& month =
        months[{log.actors()[dyad.source], log.actors()[dyad.target], to_text(log.date(row).first).substr(0, 7)}];
    const CodeEntry* entry = codebook.find(log.codes()[row.code]);
    ++month.count;
    const double by_codebook = entry ? entry->score : 0;
    month.sum += by_codebook;
    month.own += log.score(row) ? *log.score(row) : by_codebook;
  }
  return months;
}

struct Comparison {
  const char* file;
  const char* layout;
  /// The least number of months of pairs that there are.
  std::size_t months;
};
void PrintTo(const Comparison& comparison, std::ostream* out) { *out << comparison.file; }

class AgainstPandas : public testing::TestWithParam<Comparison> {};

TEST_P(AgainstPandas, CountsSumsAndMeansAgree) {
  const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / GetParam().file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  if (!has_pandas()) GTEST_SKIP() << python << " has no pandas";
  const ReadResult read = read_events(path);
  const Codebook codebook = built_in_codebook(find_format(read.files.at(0).format)->codebook);
  const Months expected = by_pandas(path.string(), GetParam().layout), found = by_detente(read.log, codebook);
  EXPECT_GE(found.size(), GetParam().months);
  EXPECT_EQ(found.size(), expected.size());
  for (const auto& [key, month] : expected) {
    const auto at = found.find(key);
    ASSERT_NE(at, found.end()) << key[0] << " " << key[1] << " " << key[2];
    EXPECT_EQ(at->second.count, month.count) << key[0] << " " << key[1] << " " << key[2];
    EXPECT_NEAR(at->second.sum, month.sum, 1e-9) << key[0] << " " << key[1] << " " << key[2];
    EXPECT_NEAR(at->second.own, month.sum, 1e-9) << key[0] << " " << key[1] << " " << key[2];
    EXPECT_NEAR(at->second.sum / static_cast<double>(at->second.count), month.sum / static_cast<double>(month.count),
                1e-9);
  }
}

INSTANTIATE_TEST_SUITE_P(Shared, AgainstPandas,
                         testing::Values(Comparison{"gdelt1_57_and_58_columns.tsv", "own", 10},
                                         Comparison{"gdelt1_mixed_710_rows.tsv", "own", 50},
                                         Comparison{"gdelt1_rewritten_by_r.csv", "copy", 50},
                                         Comparison{"gdelt2_20191024143000.export.CSV", "own", 100},
                                         Comparison{"gdelt2_damaged_by_spreadsheet.csv", "copy", 100},
                                         Comparison{"icews_2018_1500_rows.tab", "icews", 100},
                                         Comparison{"keds_levant_cameo.tsv", "keds", 10000}),
                         [](const auto& comparison) {
                           std::string name = comparison.param.file;
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return c == '.'; }, '_');
                           return name;
                         });

}  // namespace
}  // namespace detente
