#include "detente/questions/change/vintages.hpp"

#include <algorithm>
#include <bit>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/conflict_share.hpp"
#include "questions/change/revision_lines.hpp"
#include "questions/change/revision_summary.hpp"
#include "questions/relation/assumptions.hpp"
#include "questions/relation/index_rows.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<RevisionCause, 4> cause_names{{
    {RevisionCause::late, "late"},
    {RevisionCause::corrected, "corrected"},
    {RevisionCause::withdrawn, "withdrawn"},
    {RevisionCause::affected, "affected"},
}};

bool same_bits(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return !a && !b;
  return std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b);
}

void require_vintages(const VintageRequest& request) {
  require_sampled_at_end(request.scoring.model, request.at);
  if (request.scoring.scale.kind == ScaleKind::relative)
    throw_invalid("scale", to_text(request.scoring.scale),
                  "has a base window that early vintages do not have; vintages are on another scale");
  const auto* share = request.scoring.model.as<ConflictShare>();
  if (share && share->options().log_totals)
    throw_invalid("model", request.scoring.model.text(),
                  "divides by the totals of the whole log, which know of later reports; denominator=dyad does not");
  const auto& as_of = request.selection.as_of;
  for (const Day day : request.vintages)
    if (as_of && day > *as_of) throw_invalid("vintages", to_text(day), "is not after the as-of day " + to_text(*as_of));
}

/// The days of the vintages, ascending.
std::vector<Day> vintage_days(const VintageRequest& request, const std::vector<Period>& periods,
                              const std::vector<Report>& reports) {
  std::vector<Day> out = request.vintages;
  const Day end = request.selection.as_of.value_or(last_calendar_day());
  if (out.empty()) {
    for (const Period& period : periods) out.push_back(std::min(period.last_day(), end));
    const Day last = request.selection.as_of ? end : std::max(out.back(), reports.back().reported);
    for (Period p = period_of(request.every, periods.back().first); out.back() < last; p = p.next())
      out.push_back(std::min(p.last_day(), end));
  }
  if (request.selection.as_of) out.push_back(end);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string why_not_shared_out(const VintageQuestion& question) {
  const Scoring& scoring = question.request->scoring;
  if (question.shares_out()) return {};
  if (question.request->at != SampleAt::end) return "a mean or a peak of days is not shared out among events";
  if (scoring.scale.looks_back()) return "a scale that compares a day with other days is not shared out among events";
  return "this model has no exact contributions of events";
}

/// Goes through the vintages, from the first to the last.
class Revisions {
 public:
  Revisions(const VintageQuestion& question, std::vector<RevisedPeriod>& periods)
      : question_(question), periods_(periods), values_(periods.size()) {}

  /// `days` are vintages, and in none of them another value is known of a day that an earlier one of them knows.
  void see(std::optional<Day> vintage_before, std::span<const Day> days) {
    VintageKnowledge known = known_by(question_, days.back());
    if (vintage_before) revise(*vintage_before, days.front(), known);
    for (const Day day : days) publish(day, known);
    before_ = std::move(known);
  }
  const std::vector<std::optional<double>>& values() const { return values_; }
  const Coding& coding() const { return before_.coding; }
  bool knows_acts() const { return !before_.coding.acts.empty(); }

 private:
  void revise(Day from, Day to, const VintageKnowledge& known) {
    std::optional<RevisionLines> lines;
    for (std::size_t i = 0; i < periods_.size() && periods_[i].first_as_of; ++i) {
      if (same_bits(values_[i], known.values[i])) continue;
      Revision revision{.from = from, .to = to, .before = values_[i], .after = known.values[i]};
      if (question_.request->lines) {
        if (!lines) lines.emplace(question_, before_, known);
        lines->fill(revision, periods_[i].period);
      }
      periods_[i].revisions.push_back(std::move(revision));
      values_[i] = known.values[i];
    }
  }

  void publish(Day day, const VintageKnowledge& known) {
    while (published_ < periods_.size() && periods_[published_].period.last_day() <= day) {
      RevisedPeriod& period = periods_[published_];
      period.first_as_of = day;
      period.first = values_[published_] = known.values[published_];
      ++published_;
    }
  }

  const VintageQuestion& question_;
  std::vector<RevisedPeriod>& periods_;
  std::vector<std::optional<double>> values_;  ///< in the last vintage seen
  std::size_t published_ = 0;
  VintageKnowledge before_;
};

/// Whether anything was reported after one day, up to another, that can change a value up to the first of them. The
/// first report that is known of a pair gives every day a value.
bool touched_between(const std::vector<Report>& reports, bool knows_acts, Day after, Day to) {
  auto report = std::upper_bound(reports.begin(), reports.end(), after,
                                 [](Day day, const Report& r) { return day < r.reported; });
  for (; report != reports.end() && report->reported <= to; ++report)
    if (!knows_acts || report->touches <= after) return true;
  return false;
}

void see_all(Revisions& revisions, std::span<const Day> days, const std::vector<Report>& reports,
             const WorkControl& control) {
  std::optional<Day> before;
  for (std::size_t begin = 0, end = 0; begin < days.size(); begin = end) {
    end = begin + 1;
    while (end < days.size() && !touched_between(reports, revisions.knows_acts(), days[end - 1], days[end])) ++end;
    control.at({begin, days.size(), "vintages"});
    revisions.see(before, days.subspan(begin, end - begin));
    before = days[end - 1];
  }
}

VintageReport vintages_of_arranged(const EventLog& log, const VintageRequest& request) {
  require_vintages(request);
  const History plain = prepare(log, request.selection, request.scoring, request.every, request.from, request.to);
  const VintageQuestion question{&log, &request, plain.shown, shown_periods(plain, request.every)};
  const std::vector<Report> reports = reports_of(log, request);
  VintageReport out{.dyad = chosen_dyad(request.selection.dyad.canonical(), request.scoring.direction),
                    .pair = request.selection.dyad.canonical(),
                    .direction = request.scoring.direction,
                    .every = request.every,
                    .at = request.at,
                    .vintages = vintage_days(request, question.periods, reports),
                    .periods = {},
                    .not_shared_out = why_not_shared_out(question),
                    .unknown = plain.coding.unknown,
                    .provenance = provenance_of(request.selection, request.scoring)};
  for (const Period& period : question.periods) out.periods.push_back({.period = period});
  Revisions revisions(question, out.periods);
  see_all(revisions, out.vintages, reports, request.control);
  for (std::size_t i = 0; i < out.periods.size(); ++i) out.periods[i].latest = revisions.values()[i];
  out.acts = revisions.coding().acts.size();
  out.assumed_reported = revisions.coding().assumed_reported;
  out.provenance.assumptions = assumptions_of(revisions.coding()).sentences();
  summarise(out);
  return out;
}

}  // namespace

std::string_view to_text(RevisionCause cause) { return name_of(cause_names, cause); }

VintageReport vintages(const EventLog& log, const VintageRequest& request) {
  if (log.is_arranged()) return vintages_of_arranged(log, request);
  EventLog arranged = log;  // settled once, and not for every vintage
  (void)arranged.arrange();
  return vintages_of_arranged(arranged, request);
}

}  // namespace detente
