#include "questions/change/revision_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace detente::detail {
namespace {

constexpr std::array lags_in_periods{1, 2, 3, 6, 12, 24, 60, 120};

/// The day of the vintage from which on the value stays near the latest.
Day settled_on(const RevisedPeriod& period) {
  Day since = *period.first_as_of;
  const auto is_far = [&](const std::optional<double>& value) {
    return !value || std::abs(*value - *period.latest) > settled_within;
  };
  for (const Revision& revision : period.revisions)
    if (is_far(revision.before)) since = revision.to;
  return since;
}

/// Of values that a vintage after the first could have revised.
bool could_be_revised(const RevisedPeriod& period, Day last_vintage) {
  return period.first && period.latest && *period.first_as_of < last_vintage;
}

/// The value in the last vintage up to the day.
std::optional<double> value_by(const RevisedPeriod& period, Day day) {
  std::optional<double> value = period.first;
  for (const Revision& revision : period.revisions)
    if (revision.to <= day) value = revision.after;
  return value;
}

Day some_periods_later(const Period& period, PeriodKind kind, int periods) {
  Period out = period_of(kind, period.first);
  for (int i = 0; i < periods; ++i) out = out.next();
  return out.last_day();
}

std::optional<RevisionByLag> by_lag(const VintageReport& report, int periods) {
  RevisionByLag out{.periods = periods};
  for (const RevisedPeriod& period : report.periods) {
    const Day day = some_periods_later(period.period, report.every, periods);
    if (!could_be_revised(period, report.vintages.back()) || day > report.vintages.back()) continue;
    const std::optional<double> then = value_by(period, day);
    if (!then) continue;
    ++out.values;
    out.revised += !period.revisions.empty() && period.revisions.front().to <= day ? 1 : 0;
    out.bias += *then - *period.first;
    out.mean_absolute += std::abs(*then - *period.first);
  }
  if (out.values == 0) return std::nullopt;
  const auto n = static_cast<double>(out.values);
  out.revised /= n;
  out.bias /= n;
  out.mean_absolute /= n;
  return out;
}

bool has_moved(const RevisedPeriod& period) {
  return std::any_of(period.revisions.begin(), period.revisions.end(), [&](const Revision& revision) {
    return !revision.after || std::abs(*revision.after - *period.first) > settled_within;
  });
}

void add(RevisionSummary& sum, const RevisedPeriod& period) {
  const double revision = *period.revision();
  ++sum.values;
  sum.revised += period.revisions.empty() ? 0 : 1;
  sum.moved += has_moved(period) ? 1 : 0;
  sum.bias += revision;
  sum.mean_absolute += std::abs(revision);
  sum.root_mean_square += revision * revision;
  if (sum.values > 1 && std::abs(revision) <= std::abs(sum.largest)) return;
  sum.largest = revision;
  sum.largest_of = period.period;
}

/// The lag by which at least this share of the values has settled.
std::int64_t lag_of(const std::vector<std::int64_t>& ascending, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(ascending.size())));
  return ascending[std::max<std::size_t>(rank, 1) - 1];
}

RevisionSummary summary_of(const VintageReport& report, std::vector<std::int64_t> lags) {
  RevisionSummary out;
  for (const RevisedPeriod& period : report.periods)
    if (could_be_revised(period, report.vintages.back())) add(out, period);
  const auto n = static_cast<double>(out.values);
  for (double* mean : {&out.revised, &out.moved, &out.bias, &out.mean_absolute, &out.root_mean_square}) *mean /= n;
  out.root_mean_square = std::sqrt(out.root_mean_square);
  std::sort(lags.begin(), lags.end());
  out.settled_median = lag_of(lags, 0.5);
  out.settled_ninety = lag_of(lags, 0.9);
  for (const int periods : lags_in_periods)
    if (auto lag = by_lag(report, periods)) out.by_lag.push_back(*lag);
  return out;
}

}  // namespace

void summarise(VintageReport& report) {
  std::vector<std::int64_t> lags;
  for (RevisedPeriod& period : report.periods) {
    if (!period.first_as_of || !period.latest) continue;
    period.settled_lag = settled_on(period) - period.period.last_day();
    if (could_be_revised(period, report.vintages.back())) lags.push_back(*period.settled_lag);
  }
  if (!lags.empty()) report.summary = summary_of(report, std::move(lags));
}

}  // namespace detente::detail
