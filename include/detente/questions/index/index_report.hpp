#pragma once
/// \file
/// Everything that is said about one relation at once: the series, its band and envelope, the daily paths behind the
/// picture, measures in force, the events with what they contribute, phases, and the headline. One call fills it and
/// output only prints it.

#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/measures.hpp"
#include "detente/questions/ahead/outlook.hpp"
#include "detente/questions/change/attribution.hpp"
#include "detente/questions/change/episodes.hpp"
#include "detente/questions/doubt/bands.hpp"
#include "detente/questions/doubt/sensitivity.hpp"

namespace detente {

struct IndexRequest {
  Selection selection;
  Scoring scoring;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  std::optional<Day> from = {};
  std::optional<Day> to = {};  ///< exclusive
  std::optional<BandOptions> band = BandOptions{};
  /// The sensitivity envelope is computed with this catalogue; none: no envelope.
  std::optional<Catalogue> alternatives = {};
  double delta = 5;  ///< points of heat that confirm a phase
  /// What a level has meant (outlook.hpp); it moves no index. None: nothing is said of it.
  std::optional<Calibration> calibration = {};
};

/// The paths of a picture, day by day; all vectors have the length of `days`, or are empty if not computed.
struct DailyPaths {
  std::vector<Day> days;
  std::vector<std::optional<double>> index;
  std::vector<std::optional<double>> lower, upper;     ///< coding band
  std::vector<std::optional<double>> lowest, highest;  ///< sensitivity envelope
  std::vector<std::optional<double>> heat;             ///< on the index scale
  std::vector<std::optional<double>> forward, backward;
};

/// One event as the picture and the list show it.
struct EventMark {
  std::uint32_t event = 0;  ///< number in the log
  Event source;             ///< as it was coded
  Day day;                  ///< middle of its span
  Direction direction = Direction::forward;
  QuadClass quad = QuadClass::verbal_conflict;
  std::string label;
  double points = 0;  ///< tension points, hostile positive
  double probability = 1;
  double impact = 0;          ///< level points it added on its own day, × weight and probability
  std::optional<double> now;  ///< level points it contributes on the last day shown
  bool third_party = false;
  std::uint64_t line = 0;
};

/// The relation in one sentence, in parts; output words it.
struct Headline {
  /// As it was asked for: the pair in the order of the request, or the direction.
  Dyad dyad;
  Day day;
  std::optional<double> index;
  /// Of scales/words.hpp: empty without an index or on a scale without words; "no recent reports" where next to
  /// nothing is behind it.
  std::string_view word;
  /// The index from which the next word is used; nothing of the last word, or where the word is not of the index.
  std::optional<double> word_to = {};
  std::optional<SourceProfile> profile = {};
  std::optional<Day> warm_from = {};  ///< where the model still warms up
  std::optional<double> heat;
  std::optional<double> measures;
  std::size_t open_measures = 0;
  std::optional<Phase> phase;
  /// The act that weighs most on the last day.
  std::string largest_label;
  std::optional<Day> largest_day;
  /// What a calibration says of the month after the day; nothing for a model of which there is none.
  std::optional<Outlook> outlook = {};
};

struct IndexReport {
  IndexSeries series;
  DailyPaths daily;
  MeasureHistory measures;
  std::vector<EventMark> events;  ///< by day, then key
  std::vector<Phase> phases;
  std::optional<Sensitivity> sensitivity;
  std::vector<UnknownCode> unknown;
  Headline headline;
  DirectionChoice direction = DirectionChoice::both;
  Dyad pair;  ///< canonical: forward is pair.source → pair.target
};

/// Throws as `prepare` does, and `std::invalid_argument` if a period model is asked for the mean or peak of its days.
IndexReport index_report(const EventLog& log, const IndexRequest& request);

}  // namespace detente
