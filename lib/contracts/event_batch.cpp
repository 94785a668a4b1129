#include "detente/contracts/event_batch.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "detente/ground/error.hpp"
#include "detente/values/event.hpp"

namespace detente {
namespace {

void check(const BriefEvent& event) {
  if (event.source.empty()) throw_invalid("source", "", "an event has a source");
  if (event.target.empty()) throw_invalid("target", "", "an event has a target");
  if (event.source == event.target) throw_invalid("target", event.target, "source and target differ");
  if (event.code.empty()) throw_invalid("code", "", "an event has a code");
  if (event.mentions == 0) throw_invalid("mentions", "0", "an event is mentioned at least once");
}

}  // namespace

EventKey EventBatch::key_of(const BriefEvent& event, SymbolId source, SymbolId target, SymbolId code) const {
  if (!event.id.empty()) return key_of_id(ids_of_source_, event.id);
  return key_of_content(PlainContent{event.day, event.reported.value_or(event.day), actors_.hash(source),
                                     actors_.hash(target), codes_.hash(code), event.mentions, event.score, event.issue,
                                     event.note});
}

std::uint32_t EventBatch::dyad_number(SymbolId source, SymbolId target) {
  const auto next = static_cast<std::uint32_t>(dyads_.size());
  const std::uint32_t number = dyad_numbers_.find_or_add((std::uint64_t{source} << 32) | target, next);
  if (number == next)
    dyads_.push_back({source, target, details_.provenance && details_.provenance(actors_[source], actors_[target])});
  return number;
}

void EventBatch::add(const BriefEvent& event) {
  check(event);
  const SymbolId source = actors_.intern(event.source), target = actors_.intern(event.target);
  const SymbolId code = codes_.intern(event.code);
  if (code > std::numeric_limits<std::uint16_t>::max())
    throw std::length_error("a log holds at most 65,536 distinct codes");
  EventRow row{key_of(event, source, target, code), event.day, dyad_number(source, target)};
  row.number = static_cast<std::uint32_t>(rows_.size());
  row.code = static_cast<std::uint16_t>(code);
  row.mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  row.has_id = !event.id.empty();
  row.dated_report = event.reported.has_value();
  rows_.push_back(row);
  add_side_columns(event, row);
}

void EventBatch::add_side_columns(const BriefEvent& event, const EventRow& row) {
  if (event.mentions > 255) mentions_.emplace_back(row.number, event.mentions);
  if (event.reported && *event.reported != event.day) reported_.emplace_back(row.number, *event.reported);
  if (details_.scores && event.score) scores_.emplace_back(row.number, *event.score);
  if (!event.issue.empty()) issues_.emplace_back(row.number, event.issue);
  if (dyads_[row.dyad].wants_provenance)
    provenance_.emplace_back(
        row.number, Provenance{std::string(event.id), std::string(event.note), std::string(event.url), event.line});
}

void EventBatch::clear() {
  rows_.clear();
  mentions_.clear();
  reported_.clear();
  scores_.clear();
  issues_.clear();
  provenance_.clear();
}

}  // namespace detente
