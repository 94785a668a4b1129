#pragma once
/// \file
/// How an index is revised. Reports come late, are corrected and are withdrawn, so the value of a period is not the
/// same in every vintage. A *vintage* is what the index says if only what was reported by the end of its day is known:
/// the answer of the same question with `Selection::as_of` that day. A value exists in the vintages from the last day
/// of its period on; the first of them is what was published, the last what is known now.
///
///     as of      2022-05-31  2022-06-30  2022-07-31
///     2022-05          77.9        79.6        79.6     an interception of 26 May was reported on 5 June
///     2022-06                      78.7        78.7
///
/// By default the vintages are the ends of the calendar periods, from the first that is shown to the one that holds the
/// last report. An event that does not say when it was reported counts as known from the last day of its date. So if
/// none says so, nothing comes late, and only a date of several days that runs over the end of a period revises it.
///
/// Each revision, from one vintage to the next, is shared out among the events that came late, were corrected (a newer
/// version counts) or were withdrawn (cancelled, or of another pair now), and those that count differently because of
/// them (a measure whose end was learnt of). With a model that has exact contributions, a scale that does not look back
/// and values of a period's last day,
///
///     revision = Σ lines + remainder,     line = (lᵢ(to) − lᵢ(from)) · (f(L(to)) − f(L(from))) / (L(to) − L(from))
///
/// to 1e-9, as an attribution between two days (attribution.hpp); the remainder is a prior mean's. For all others the
/// events are named, and no points are given.
///
/// Complexity: with n events that `select` looks at, d days of the history, and V vintages in which something became
/// known of a day that an earlier one knows, O(V (n log n + d)); O(impulses) more for each revised value. Where nothing
/// says when it was reported and every event has its day, V is 1. A log that is not arranged is copied and arranged
/// once. Memory: two histories, and the values that are new or changed with their lines, not the whole triangle.
///
/// Source: real-time data sets and their revision triangles, Croushore and Stark 2001.

#include <optional>
#include <string>
#include <vector>

#include "detente/ground/work_control.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Whose index is asked about, on which days.
struct VintageRequest {
  /// An as-of day is the last vintage.
  Selection selection;
  Scoring scoring;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  std::optional<Day> from = {};
  std::optional<Day> to = {};  ///< exclusive
  /// The days of the vintages; if empty, the ends of the periods.
  std::vector<Day> vintages = {};
  /// Whether it is said which events did it.
  bool lines = true;
  WorkControl control = {};  ///< counts vintages
};

/// What happened to an event between two vintages.
enum class RevisionCause : std::uint8_t {
  late,       ///< it was not known of the pair before
  corrected,  ///< a newer version of it counts
  withdrawn,  ///< its newest version is cancelled, or is of another pair
  affected,   ///< nothing: it counts differently because of the others
};
/// "late", "corrected", "withdrawn", "affected"
std::string_view to_text(RevisionCause cause);

/// One event's part in a revision.
struct RevisionLine {
  EventId event = {};  ///< the version that counts afterwards, or the last that did
  EventKey key;
  /// What happened to the event.
  RevisionCause cause = RevisionCause::late;
  Day day;
  std::optional<Day> reported = {};  ///< of the version that changed something; nothing for what only is affected
  Direction direction = Direction::forward;
  std::string code;
  /// Who did it to whom, for an act between others.
  std::optional<Dyad> others = {};
  /// Points of the level and of the index that it moved the value by; nothing if they are not shared out.
  std::optional<double> level = {}, index = {};
};

/// A value in one vintage after another one.
struct Revision {
  Day from, to;                          ///< the two vintages
  std::optional<double> before, after;   ///< the value in each; nothing where there is none
  std::vector<RevisionLine> lines = {};  ///< largest first; if they have no points, by day
  double remainder = 0;                  ///< index points that belong to no event
  /// Index points; nothing if a value is missing.
  std::optional<double> size() const { return before && after ? std::optional(*after - *before) : std::nullopt; }
};

/// A period whose value became another.
struct RevisedPeriod {
  Period period;
  /// The value in the first vintage from its last day on, and that vintage; nothing if the period is over in none.
  std::optional<double> first = {};
  /// The vintage of `first`.
  std::optional<Day> first_as_of = {};
  /// In the last vintage.
  std::optional<double> latest = {};
  /// In every vintage in which it became another, by any bit.
  std::vector<Revision> revisions = {};
  /// Days from the period's last day to the vintage from which on the value stays within `settled_within` of the
  /// latest; nothing without one.
  std::optional<std::int64_t> settled_lag = {};

  /// The latest value minus the first, index points.
  std::optional<double> revision() const { return first && latest ? std::optional(*latest - *first) : std::nullopt; }
};

/// What each event did to the value in all its revisions together, largest first; with the last cause of its own. If
/// points are not shared out, every event once, by day. O(lines log lines).
std::vector<RevisionLine> lines_together(const RevisedPeriod& period);

/// Index points within which a value has settled: no more than a table of one digit shows.
inline constexpr double settled_within = 0.05;

/// How far values were revised by some periods after their own, of those that have a vintage so late.
struct RevisionByLag {
  int periods = 0;
  /// How many the figures are of.
  std::size_t values = 0;
  double revised = 0;        ///< share whose first revision had come by then
  double mean_absolute = 0;  ///< index points from the first value
  /// Mean of latest minus first, index points.
  double bias = 0;
};

/// Over the values that have a first and a latest value and a vintage in between or after, in which they could have
/// been revised. Revisions are latest minus first, in index points.
struct RevisionSummary {
  /// How many the figures are of.
  std::size_t values = 0;
  double revised = 0;  ///< share that was ever revised, by any bit
  double moved = 0;    ///< share that was ever revised by more than `settled_within`
  double bias = 0;     ///< mean revision with its sign: above 0, first values are too low
  /// Index points.
  double mean_absolute = 0;
  /// Index points.
  double root_mean_square = 0;
  double largest = 0;  ///< the largest revision, with its sign
  /// The period of the largest.
  Period largest_of = {};
  /// Days from the end of a period until its value has settled: of half the values, and of nine in ten, by nearest
  /// rank.
  std::int64_t settled_median = 0, settled_ninety = 0;
  std::vector<RevisionByLag> by_lag = {};  ///< after 1, 2, 3, 6, 12, 24 … periods, as far as there are any values
};

/// How the index of a pair was revised.
struct VintageReport {
  /// The canonical pair, or the directed dyad if one direction was requested.
  Dyad dyad;
  Dyad pair;  ///< canonical
  DirectionChoice direction = DirectionChoice::both;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  /// The days on which what was known is looked at, ascending.
  std::vector<Day> vintages;
  std::vector<RevisedPeriod> periods;
  /// Why points are not shared out among events, in words; empty if they are.
  std::string not_shared_out;
  /// Acts of the pair in the last vintage, and how many of them do not say when they were reported.
  std::size_t acts = 0, assumed_reported = 0;
  std::vector<UnknownCode> unknown;
  /// Nothing if no value could have been revised.
  std::optional<RevisionSummary> summary = {};
  Provenance provenance;
};

/// Throws as `prepare` does; `std::invalid_argument` for the mean or peak of days with a period model, for a vintage
/// after the as-of day, for the scale `relative`, whose base window early vintages do not have, and for a model that
/// divides by the totals of a whole log, which know of later reports.
VintageReport vintages(const EventLog& log, const VintageRequest& request);

}  // namespace detente
#pragma GCC visibility pop
