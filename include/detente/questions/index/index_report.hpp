#pragma once
/// \file
/// Everything about one relation in one report: the series, its band and envelope, the daily paths behind the picture,
/// measures in force, the events with their contributions, phases, and the headline. One call fills it, and output only
/// prints it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/measures.hpp"
#include "detente/questions/ahead/outlook.hpp"
#include "detente/questions/ahead/path_ahead.hpp"
#include "detente/questions/change/asymmetry.hpp"
#include "detente/questions/change/attribution.hpp"
#include "detente/questions/change/episodes.hpp"
#include "detente/questions/change/issue_levels.hpp"
#include "detente/questions/change/level_shifts.hpp"
#include "detente/questions/change/movement.hpp"
#include "detente/questions/doubt/bands.hpp"
#include "detente/questions/doubt/sensitivity.hpp"
#include "detente/questions/index/rivals.hpp"
#include "detente/values/actor_names.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Of how many periods it is said what moved them.
inline constexpr std::size_t most_movements = 400;

/// Whose index, by what scoring, with what beside it.
struct IndexRequest {
  Selection selection;
  Scoring scoring;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  std::optional<Day> from = {};
  std::optional<Day> to = {};  ///< exclusive
  std::optional<BandOptions> band = BandOptions{};
  /// The catalogue for the sensitivity envelope; without it, no envelope is computed.
  std::optional<Catalogue> alternatives = {};
  double delta = 5;  ///< points of heat that confirm a phase
  /// Whether it is said of every period what moved it, and not only of the last one; of the last `most_movements` of
  /// them. O(periods × impulses).
  bool movements = false;
  /// Whether the first value of each period is asked for, as it was published; O(periods × events).
  bool first_values = false;
  /// Whether the further questions of a page are answered: shifts for good, what the strain is about, the two sides,
  /// and what other tools would print. O(periods × impulses).
  bool further = false;
  /// The calibration for the outlook (outlook.hpp), which changes no index; without it, there is no outlook.
  std::optional<Calibration> calibration = {};
  /// Counts the draws of the band, then the alternatives of the envelope, then vintages.
  WorkControl control = {};
  /// Most days that may be computed, warm-up included; more are an `InputError` of code `too_many_days`. Without a
  /// value, there is no limit.
  std::optional<std::uint64_t> most_days = {};
};

/// The daily paths of a picture; all vectors have the length of `days`, or are empty if not computed.
struct DailyPaths {
  /// All that are shown.
  std::vector<Day> days;
  std::vector<std::optional<double>> index;
  std::vector<std::optional<double>> lower, upper;     ///< coding band
  std::vector<std::optional<double>> lowest, highest;  ///< sensitivity envelope
  std::vector<std::optional<double>> heat;             ///< on the index scale
  std::vector<std::optional<double>> forward, backward;
};

/// One event as the picture and the list show it.
struct EventMark {
  EventId event = {};
  Event source;  ///< as it was coded
  Day day;       ///< middle of its span
  Direction direction = Direction::forward;
  QuadClass quad = QuadClass::verbal_conflict;
  std::string label;
  double points = 0;  ///< tension points, hostile positive
  double probability = 1;
  double impact = 0;          ///< level points it added on its own day, × weight and probability
  std::optional<double> now;  ///< level points it contributes on the last day shown
  /// Whether it is between others.
  bool third_party = false;
  /// In its file, from 1; 0 if there is none.
  std::uint64_t line = 0;
};

/// Where the last day stands among the days that are shown, without those on which the model warms up.
struct RankInHistory {
  Day since;                    ///< the first of them
  double below = 0, above = 0;  ///< shares of the others with a lower and with a higher index, 0 to 1
  double highest = 0;           ///< the highest index, first reached on `peak`
  /// The first day with the highest index.
  Day peak;
  bool is_highest = false, is_lowest = false;  ///< whether no other day is as high, as low
};

/// The parts of the sentences that sum up the relation; output words them.
struct Headline {
  /// As requested: the pair in the order of the request, or the direction.
  Dyad dyad;
  ActorNames names = {};  ///< of those actors that have one
  Day day;
  std::optional<double> index;
  std::optional<double> lower, upper;  ///< coding band of the index, if one was asked for
  /// The word from scales/words.hpp: empty without an index or on a scale without words; "no recent reports" if there
  /// is next to no support.
  std::string_view word;
  /// The index from which the next word is used; nothing of the last word, or where the word is not of the index.
  std::optional<double> word_to = {};
  std::optional<double> most = {};  ///< the end of a bounded scale: 100
  /// Of the source, if the model uses one.
  std::optional<SourceProfile> profile = {};
  std::optional<Day> warm_from = {};  ///< where the model still warms up
  /// On the index scale; nothing for a model without heat.
  std::optional<double> heat;
  std::optional<double> measures;
  /// How many are in force.
  std::size_t open_measures = 0;
  /// The last one, which is still going on.
  std::optional<Phase> phase;
  /// Nothing if fewer than sixty days have an index.
  std::optional<RankInHistory> rank = {};
  /// What moved the index over the last period; nothing where `movement_over` has nothing.
  std::optional<Movement> movement = {};
  /// The label of the act that contributes most on the last day.
  std::string largest_label;
  /// The day of the act that contributes most.
  std::optional<Day> largest_day;
  /// What a calibration says about the month after the day; nothing for a model that has no calibration.
  std::optional<Outlook> outlook = {};
};

/// Everything about one relation.
struct IndexReport {
  /// By period.
  IndexSeries series;
  DailyPaths daily;
  MeasureHistory measures;
  std::vector<EventMark> events;  ///< by day, then key
  std::vector<Phase> phases;
  /// Of the periods that have one, in their order; empty unless asked for.
  std::vector<Movement> movements;
  // The further questions; empty unless asked for.
  std::optional<LevelShifts> shifts = {};
  std::optional<IssueLevels> issues = {};   ///< of the last `most_movements` periods
  std::optional<Asymmetry> asymmetry = {};  ///< of an index of both directions
  /// What other tools would print; empty unless asked for.
  std::vector<Rival> rivals = {};
  /// Where the index may go after its last day, for charts and pages; whoever asked sets it.
  std::optional<PathAhead> ahead = {};
  /// The envelope over our own choices; nothing unless asked for.
  std::optional<Sensitivity> sensitivity;
  std::vector<UnknownCode> unknown;
  /// The parts of the sentences that sum it up.
  Headline headline;
  DirectionChoice direction = DirectionChoice::both;
  Dyad pair;              ///< canonical: forward is pair.source → pair.target
  ActorNames names = {};  ///< of those actors in it that have one, for people who read it
};

/// Throws as `prepare` does, and `std::invalid_argument` for the mean or peak of days with a period model.
IndexReport index_report(const EventLog& log, const IndexRequest& request);

}  // namespace detente
#pragma GCC visibility pop
