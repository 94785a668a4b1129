#pragma once
/// \file
/// Reads the files of the plan. run.sh has checked their hashes.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "detente/ground/day.hpp"
#include "detente/ground/period.hpp"
#include "detente/values/dyad.hpp"

namespace validation {

using detente::Day;
using detente::Dyad;
using detente::Period;

/// Rows of a plain CSV file by the names of its first line. Throws `std::runtime_error` naming file and column.
class Rows {
 public:
  explicit Rows(const std::filesystem::path& file);
  std::size_t size() const noexcept { return rows_.size(); }
  const std::string& text(std::string_view column, std::size_t row) const;
  /// NaN if the cell is empty.
  double number(std::string_view column, std::size_t row) const;

 private:
  std::string file_;
  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> rows_;
};

Dyad dyad_of(const std::string& text);
Period month_of(Day day);
Period month_of(const std::string& text);
/// Whole months from one to another.
int months_between(const Period& from, const Period& to);

struct Crisis {
  Dyad pair;
  Period month;
  bool seen = false;
  std::string what;
};
std::vector<Crisis> read_crises(const std::filesystem::path& file);

/// Months of militarised disputes, by pair.
std::map<Dyad, std::vector<Period>> read_disputes(const std::filesystem::path& file);

/// Means of a daily series, by month.
std::map<std::string, double> read_gpr(const std::filesystem::path& file);

/// A day of India and a partner: how many events, and how many of them in conflict.
struct PartnerDay {
  Day day;
  double events = 0, conflicts = 0;
};
std::map<Dyad, std::vector<PartnerDay>> read_india(const std::filesystem::path& file);

}  // namespace validation
