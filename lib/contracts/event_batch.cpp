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
  if (event.source == event.target) throw_invalid("target", std::string(event.target), "is another than the source");
  if (event.code.empty()) throw_invalid("code", "", "an event has a code");
  if (event.mentions == 0) throw_invalid("mentions", "0", "an event is mentioned at least once");
}

/// The key before occurrences are told apart: of an event without an id, its content.
EventKey key_of(const BriefEvent& event, const std::string& source_name) {
  if (!event.id.empty()) return key_of_id(source_name, event.id);
  Event whole;
  whole.date = DateSpan::on(event.day);
  whole.reported = event.reported;
  whole.source = event.source;
  whole.target = event.target;
  whole.code = event.code;
  whole.issue = event.issue;
  whole.mentions = event.mentions;
  whole.note = event.note;
  return key_of_content(whole, 0);
}

}  // namespace

std::uint32_t EventBatch::dyad_number(std::string_view source, std::string_view target) {
  const SymbolId from = actors_.intern(source), to = actors_.intern(target);
  const auto next = static_cast<std::uint32_t>(dyads_.size());
  const auto [at, is_new] = dyad_numbers_.emplace((std::uint64_t{from} << 32) | to, next);
  if (is_new) dyads_.push_back({from, to, details_.provenance && details_.provenance(source, target)});
  return at->second;
}

void EventBatch::add(const BriefEvent& event) {
  check(event);
  const SymbolId code = codes_.intern(event.code);
  if (code > std::numeric_limits<std::uint16_t>::max())
    throw std::length_error("a log holds at most 65,536 distinct codes");
  const auto number = static_cast<std::uint32_t>(rows_.size());
  const std::uint32_t dyad = dyad_number(event.source, event.target);
  const auto mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  rows_.push_back(
      {key_of(event, source_name_), event.day, dyad, static_cast<std::uint16_t>(code), mentions, !event.id.empty()});
  if (event.mentions > 255) mentions_.emplace_back(number, event.mentions);
  if (event.reported) reported_.emplace_back(number, *event.reported);
  if (details_.scores && event.score) scores_.emplace_back(number, *event.score);
  if (!event.issue.empty()) issues_.emplace_back(number, event.issue);
  if (dyads_[dyad].wants_provenance)
    provenance_.emplace_back(
        number, Provenance{std::string(event.id), std::string(event.note), std::string(event.url), event.line});
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
