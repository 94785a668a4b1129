#include "questions/relation/known_pairs.hpp"

#include <algorithm>
#include <utility>

#include "contracts/log_internals.hpp"

namespace detente::detail {

KnownPairs::KnownPairs(const DyadRows& pairs, const ComparisonRequest& request)
    : pairs_(&pairs),
      request_(&request),
      rules_(request.scoring.rules),
      scores_(pairs.log(), request.scoring.codebook, request.scoring.own_scores),
      severe_(pairs.log(), request.scoring.codebook) {
  if (rules_.volume == Volume::log) rules_ = with_totals(std::move(rules_), pairs.totals());
}

std::vector<CodedEvent> KnownPairs::coded(std::size_t pair, std::optional<Day> as_of) const {
  Selection selection;
  selection.dyad = pairs_->dyad(pair);
  selection.issue = request_->issue;
  selection.as_of = as_of;
  selection.actors = pairs_->actors();
  return apply_rules(pairs_->log(), select(pairs_->log(), pairs_->rows(pair), selection), request_->scoring.codebook,
                     rules_);
}

bool KnownPairs::in_time(const CodedEvent& event) const {
  return pairs_->log().reported(event.row) < period_of(request_->every, event.date.middle()).end;
}

bool KnownPairs::are_in_time(std::span<const CodedEvent> events) const {
  return std::all_of(events.begin(), events.end(),
                     [&](const CodedEvent& event) { return !can_move(event.row) && in_time(event); });
}

std::vector<double> KnownPairs::severe(std::span<const CodedEvent> events, std::span<const Period> periods) const {
  if (scores_.are_plain()) return severe_counts(severe_acts(events, severe_), periods);
  return severe_counts(severe_acts(acts_of(events), request_->scoring.codebook), periods);
}

std::vector<Act> KnownPairs::acts_of(std::span<const CodedEvent> events) const {
  return score_events(pairs_->log(), events, request_->scoring.codebook, request_->scoring.own_scores, pairs_->actors())
      .acts;
}

}  // namespace detente::detail
