// (b) (i) Militarised disputes: active this month, and beginning within three.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "validation/data.hpp"
#include "validation/monthly.hpp"
#include "validation/parts.hpp"
#include "validation/skill.hpp"

namespace validation {
namespace {

/// Whether a dispute of the pair was active, by month; the list of disputes ends with 2010 and knows states only.
std::vector<bool> active(const std::vector<Period>& disputed, const std::vector<Period>& months) {
  std::vector<bool> out;
  for (const Period& month : months)
    out.push_back(std::find(disputed.begin(), disputed.end(), month) != disputed.end());
  return out;
}

struct DisputeCases {
  std::vector<Case> active, onset;
};

DisputeCases cases_of(const Monthly& series, const std::map<Dyad, std::vector<Period>>& disputes) {
  const Period end = month_of(std::string("2011-01"));
  DisputeCases out;
  for (std::size_t p = 0; p < series.pairs.size(); ++p) {
    const Dyad& pair = series.pairs[p];
    if (pair.source == "PAL" || pair.target == "PAL") continue;
    const auto found = disputes.find(pair);
    const std::vector<bool> now =
        active(found == disputes.end() ? std::vector<Period>{} : found->second, series.months);
    const std::vector<double>& values = series.values.at(pair);
    for (std::size_t t = 0; t + 3 < now.size() && series.months[t].first < end.first; ++t) {
      out.active.push_back({p, values[t], now[t]});
      if (!now[t] && series.months[t + 3].first < end.first)
        out.onset.push_back({p, values[t], now[t + 1] || now[t + 2] || now[t + 3]});
    }
  }
  return out;
}

}  // namespace

void write_disputes(Document& out, const Levant& levant, const std::filesystem::path& file, Summary& summary) {
  out.heading("(b) Independent outcomes");
  out.heading("Militarised disputes", 3);
  const auto disputes = read_disputes(file);
  std::vector<std::vector<std::string>> rows;
  Discrimination last_active, last_onset;
  double best_onset = 0;
  for (const Monthly& series : monthly(Levant::columns(levant.events(), levant.request(looked_at())))) {
    const DisputeCases cases = cases_of(series, disputes);
    last_active = discrimination(cases.active);
    last_onset = discrimination(cases.onset);
    best_onset = std::max(best_onset, last_onset.within);
    summary.rows[series.name].disputes = last_active.within;
    summary.rows[series.name].onsets = last_onset.within;
    rows.push_back({series.name, figure(last_active.over_all), figure(last_active.within), figure(last_onset.over_all),
                    figure(last_onset.within)});
  }
  out.say(
      fmt::format("Pairs of states, months from April 1980 to December 2010: {} with a dispute under way of {}; {} of "
                  "the other {} were "
                  "followed by the onset of one within three months. AUC of the level at the month's end:",
                  count_text(last_active.came), count_text(last_active.cases), count_text(last_onset.came),
                  count_text(last_onset.cases)));
  out.table({"input", "under way, all pairs", "within pairs", "onset, all pairs", "within pairs"}, rows);
  out.say(
      fmt::format("The last column is the warning of onsets that can be had from such reports: {} at best, where a "
                  "coin has 0.50. Over "
                  "all pairs an AUC mostly says which pairs have disputes.",
                  figure(best_onset)));
}

}  // namespace validation
