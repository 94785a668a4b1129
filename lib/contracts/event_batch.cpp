#include "detente/contracts/event_batch.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "detente/ground/error.hpp"
#include "detente/values/event.hpp"
#include "values/keys.hpp"

namespace detente {
using namespace detail;
namespace {

void check(const BriefEvent& event) {
  if (event.source.empty()) throw_invalid("source", "", "an event has a source");
  if (event.target.empty()) throw_invalid("target", "", "an event has a target");
  if (event.source == event.target) throw_invalid("target", event.target, "source and target differ");
  if (event.code.empty()) throw_invalid("code", "", "an event has a code");
  if (event.mentions == 0) throw_invalid("mentions", "0", "an event is mentioned at least once");
  if (event.score) require_within("score", *event.score, -1e6, 1e6);
}

}  // namespace

EventBatch::EventBatch(const IdSource& ids, BriefDetails details)
    : ids_of_source_(hasher_of_ids(ids.name)), identity_(identity_of(ids)), details_(std::move(details)) {}

Identity EventBatch::identity_of(const IdSource& ids) {
  if (ids.scope == IdScope::report) return Identity::report;
  return ids.name.empty() ? Identity::unnamed_event : Identity::event;
}

EventKey EventBatch::key_of(const BriefEvent& event, const Row& of) const {
  if (!event.id.empty()) {
    const EventKey key = key_of_id(ids_of_source_, event.id);
    if (identity_ != Identity::report) return key;
    return key_of_report(key, actors_.hash(of.source), actors_.hash(of.target), event.day);
  }
  return key_of_content(PlainContent{event.day, event.reported.value_or(event.day), actors_.hash(of.source),
                                     actors_.hash(of.target), codes_.hash(of.row.code), event.mentions, event.score,
                                     event.issue, event.note, event.url});
}

bool EventBatch::wants_provenance(const Row& of) {
  if (!details_.provenance) return false;
  const std::uint64_t dyad = std::uint64_t{of.source} << 32 | of.target;
  if (const auto said = wants_provenance_.find(dyad)) return *said != 0;
  const bool wants = details_.provenance(actors_[of.source], actors_[of.target]);
  wants_provenance_.find_or_add(dyad, wants ? 1 : 0);
  return wants;
}

void EventBatch::add(const BriefEvent& event) {
  check(event);
  Row added;
  added.source = actors_.intern(event.source);
  added.target = actors_.intern(event.target);
  if (codes_.size() > std::numeric_limits<std::uint16_t>::max() && !codes_.find(event.code))
    throw std::length_error("a log holds at most 65,536 distinct codes");
  const SymbolId code = codes_.intern(event.code);
  EventRow& row = added.row;
  row.code = static_cast<std::uint16_t>(code);
  row.key = key_of(event, added);
  row.first = event.day;
  row.number = static_cast<std::uint32_t>(rows_.size());
  row.mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  row.identity = event.id.empty() ? Identity::content : identity_;
  row.dated_report = event.reported.has_value();
  rows_.push_back(added);
  add_side_columns(event, added);
}

void EventBatch::add_side_columns(const BriefEvent& event, const Row& of) {
  const std::uint32_t number = of.row.number;
  if (event.mentions > 255) mentions_.emplace_back(number, event.mentions);
  if (event.reported && *event.reported != event.day) reported_.emplace_back(number, *event.reported);
  if (details_.scores && event.score) scores_.emplace_back(number, *event.score);
  if (!event.issue.empty()) issues_.emplace_back(number, event.issue);
  if (wants_provenance(of))
    provenance_.emplace_back(
        number, Provenance{std::string(event.id), std::string(event.note), std::string(event.url), event.line});
}

void EventBatch::move_lines(std::uint64_t lines) noexcept {
  for (auto& [row, from] : provenance_)
    if (from.line > 0) from.line += lines;
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
