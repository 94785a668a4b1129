#pragma once
/// \file
/// A day of GDELT's quarter-hour files, made from a seed: 96 files whose events happened up to three days before they
/// are reported, some reported in two files.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/day.hpp"

namespace detente::test {

/// Name and content.
using QuarterHour = std::pair<std::string, std::string>;

class GdeltDay {
 public:
  GdeltDay(std::uint32_t seed, std::size_t rows_a_file) : random_(seed), rows_(rows_a_file) {}

  std::vector<QuarterHour> files() {
    std::vector<QuarterHour> out;
    for (int quarter = 0; quarter < 96; ++quarter) {
      const std::string stamp = fmt::format("20260310{:02}{:02}00", quarter / 4, quarter % 4 * 15);
      std::string text;
      for (std::size_t i = 0; i < rows_; ++i) text += row(stamp);
      out.emplace_back(stamp + ".export.CSV", std::move(text));
    }
    return out;
  }

 private:
  std::size_t one_of(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  /// One in fifty repeats the row before.
  std::string row(const std::string& stamp) {
    if (!last_.empty() && one_of(50) == 0) return last_;
    return last_ = new_row(stamp);
  }

  std::string new_row(const std::string& stamp) {
    constexpr std::array actors{"USA", "RUS", "CHN", "IRN", "ISR", "IND", "PAK", "FRA", "DEU", "GBR", "TUR", "COL"};
    constexpr std::array codes{"010", "036", "042", "051", "057", "111", "112", "120", "131", "138", "173", "190"};
    const CivilDate day = civil(Day::from_civil(2026, 3, 10) - static_cast<std::int32_t>(one_of(4)));
    const std::string code = codes[one_of(codes.size())];
    std::array<std::string, 61> fields;
    fields[0] = std::to_string(1'000'000'000 + next_id_++);
    fields[1] = fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
    fields[2] = fields[1].substr(0, 6);
    fields[3] = fields[1].substr(0, 4);
    fields[4] = "2026.19";
    const std::string source = actors[one_of(actors.size())];
    const std::string target = one_of(5) == 0 ? "" : actors[one_of(actors.size())];
    fields[5] = fields[7] = source;
    fields[15] = fields[17] = target;
    fields[25] = "1";
    fields[26] = fields[27] = code;
    fields[28] = code.substr(0, 2);
    fields[29] = code < "06" ? "1" : code < "10" ? "2" : code < "15" ? "3" : "4";
    fields[30] = "-2.0";
    fields[31] = std::to_string(1 + one_of(9));
    fields[32] = "1";
    fields[33] = fields[31];
    fields[34] = "-1.5";
    fields[35] = fields[43] = fields[51] = "0";
    fields[59] = stamp;
    fields[60] = "https://example.org/" + fields[0];
    return fmt::format("{}\n", fmt::join(fields, "\t"));
  }

  std::mt19937 random_;
  std::size_t rows_;
  std::size_t next_id_ = 0;
  std::string last_ = {};
};

}  // namespace detente::test
