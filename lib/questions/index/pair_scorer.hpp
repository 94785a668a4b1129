#pragma once
/// \file
/// Scores the pairs of a panel, one at a time: of any events by way of their acts, as `index_report` does, and of plain
/// events by the short way to impulses (contracts/plain_pulses.hpp), with the same rows.

#include <optional>
#include <utility>
#include <vector>

#include "contracts/plain_pulses.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/questions/relation/history.hpp"
#include "questions/relation/assumptions.hpp"
#include "questions/relation/index_rows.hpp"

namespace detente::detail {

/// The series of one pair and what it leaves for the summary.
struct ScoredPair {
  Dyad dyad;
  IndexSeries series;
  std::size_t events = 0;
  std::vector<UnknownCode> unknown;
  /// The dates around a long silence, because of which nothing was scored.
  std::optional<std::pair<DateSpan, DateSpan>> silence;
};

/// A pair on a few days, for which it has no rows.
struct PairImpulses {
  SidedImpulses impulses;
  std::size_t events = 0;
  std::vector<UnknownCode> unknown;
};

/// One object for all threads; it does not change.
class PairScorer {
 public:
  PairScorer(const DyadRows& pairs, const PanelRequest& request);

  /// What `score` selects by, but for the pair. Made once for many pairs: an actor table is long.
  Selection selection() const;
  /// Nothing of a pair of which nothing can be said.
  std::optional<ScoredPair> score(std::size_t pair, Selection& selection) const;

  /// What a model runs on; empty if no event has a score, and nothing of a pair without events.
  std::optional<PairImpulses> impulses(std::size_t pair, Selection& selection) const;
  /// The acts themselves, whatever the way of `score`.
  Coding coding(std::size_t pair, Selection& selection) const;
  /// As used: with the totals that its rules divide by.
  const Scoring& scoring() const { return scoring_; }
  const Provenance& provenance() const { return provenance_; }

 private:
  std::vector<CodedEvent> events_of(std::size_t pair, Selection& selection) const;
  bool are_plain() const { return scores_.are_plain() && !scoring_.codebook.defines_measures(); }
  void score_acts(const std::vector<CodedEvent>& events, ScoredPair& out) const;
  History prepared(Coding coding) const;
  void fill(const History& history, ScoredPair& out) const;

  void score_plain(const std::vector<CodedEvent>& events, ScoredPair& out) const;
  std::vector<std::optional<double>> heat_of(const std::vector<Impulse>& pulses, std::span<const Day> days) const;
  std::vector<UnknownCode> unknown_of(std::span<const CodedEvent> events) const;
  std::vector<DateSpan> dates_of_known(std::span<const CodedEvent> events) const;
  std::vector<Period> periods_of(std::span<const CodedEvent> events) const;
  std::vector<std::size_t> counted(std::span<const Period> periods, std::span<const CodedEvent> events) const;
  Assumptions assumptions_of_plain(std::span<const CodedEvent> events) const;

  bool is_silent(std::span<const DateSpan> dates, ScoredPair& out) const;
  void begin(const Assumptions& assumptions, ScoredPair& out) const;

  const DyadRows* pairs_;
  const PanelRequest* request_;
  Scoring scoring_;
  std::optional<AnyModel> heat_;
  CodeScores scores_;
  Provenance provenance_;  ///< but for what is assumed of a pair
  bool sparse_ = false;    ///< the model is read on the last days of periods alone
};

}  // namespace detente::detail
