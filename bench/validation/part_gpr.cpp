// (d) Geopolitical risk as newspapers write of it, by month.

#include <cmath>

#include "validation/data.hpp"
#include "validation/monthly.hpp"
#include "validation/parts.hpp"
#include "validation/skill.hpp"

namespace validation {
namespace {

std::vector<double> differences(const std::vector<double>& values) {
  std::vector<double> out;
  for (std::size_t i = 1; i < values.size(); ++i) out.push_back(values[i] - values[i - 1]);
  return out;
}

/// The mean of all pairs that have a level in the month (those without any report have none).
double mean_of_pairs(const Monthly& series, std::size_t month) {
  double sum = 0;
  int pairs = 0;
  for (const auto& [pair, values] : series.values) {
    if (std::isnan(values[month])) continue;
    sum += values[month];
    ++pairs;
  }
  return sum / pairs;
}

}  // namespace

void write_gpr(Document& out, const Levant& levant, const std::filesystem::path& file) {
  out.heading("(d) Monthly geopolitical risk (GPR)");
  const std::map<std::string, double> gpr = read_gpr(file);
  std::vector<std::vector<std::string>> rows;
  std::size_t months = 0;
  for (const Monthly& series : monthly(Levant::columns(levant.events(), levant.request(looked_at())))) {
    std::vector<double> index, risk;
    for (std::size_t t = warm_up_months; t < series.months.size(); ++t) {
      const auto found = gpr.find(series.months[t].label());
      if (found == gpr.end()) continue;
      index.push_back(mean_of_pairs(series, t));
      risk.push_back(found->second);
    }
    months = index.size();
    rows.push_back({series.name, figure(rank_correlation(index, risk)),
                    figure(rank_correlation(differences(index), differences(risk)))});
  }
  out.say("Rank correlation of monthly GPR with the mean of the 46 pairs' levels, " + count_text(months) +
          " months from 1985 on. GPR counts what three newspapers of the United States and others write of the world, "
          "these "
          "pairs are the Levant: there is no threshold.");
  out.table({"input", "levels", "changes from month to month"}, rows);
}

}  // namespace validation
