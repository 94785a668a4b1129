#include "detente/contracts/event_log.hpp"

#include <limits>
#include <stdexcept>

#include "detente/ground/hash.hpp"

namespace detente {
namespace {

std::uint64_t version_hash(EventKey key, Day reported) {
  return Hasher().add(key.value).add(static_cast<std::uint64_t>(reported.value)).value();
}

bool has_provenance(const Event& e) {
  return !e.id.empty() || !e.note.empty() || !e.url.empty() || !e.extra.empty() || e.line != 0;
}

bool has_rare(const Event& e) {
  return !e.object.empty() || !e.issue.empty() || e.until || e.score || e.sd || e.quad || e.affects || e.spill != 0 ||
         e.count != 1;
}

template <class Number>
Number narrow(std::size_t value, const char* what) {
  if (value > std::numeric_limits<Number>::max()) throw std::length_error(what);
  return static_cast<Number>(value);
}

}  // namespace

std::uint32_t EventLog::dyad_number(SymbolId source, SymbolId target) {
  const std::uint64_t pair = (std::uint64_t{source} << 32) | target;
  const auto [at, is_new] = dyad_numbers_.emplace(pair, static_cast<std::uint32_t>(dyads_.size()));
  if (is_new) dyads_.push_back({source, target});
  return at->second;
}

std::uint16_t EventLog::code_number(std::string_view code) {
  return narrow<std::uint16_t>(codes_.intern(code), "a log holds at most 65,536 distinct codes");
}

bool EventLog::take_key(const Event& event, Day reported, EventKey& key) {
  if (event.id.empty()) {
    key = key_of_content(event, occurrences_[key_of_content(event, 0).value]++);
    return true;
  }
  key = key_of_id(source_name_, event.id);
  return versions_.insert(version_hash(key, reported)).second;
}

void EventLog::add_side_columns(const Event& event, std::uint32_t number) {
  if (!event.date.is_exact()) spans_.set(number, event.date);
  if (event.reported) reported_.set(number, *event.reported);
  if (event.mentions > 255) mentions_.set(number, event.mentions);
  if (has_rare(event))
    rare_.set(number, {texts_.intern(event.object), texts_.intern(event.issue), event.until, event.score, event.sd,
                       event.quad, event.affects, event.spill, event.count});
  if (has_provenance(event)) provenance_.set(number, {event.id, event.note, event.url, event.extra, event.line});
}

bool EventLog::add(const Event& event) {
  check(event);
  const auto number = narrow<std::uint32_t>(rows_.size(), "a log holds at most 2^32 events");
  EventKey key;
  if (!take_key(event, reported_day(event), key)) return false;
  const std::uint16_t code = code_number(event.code);
  const std::uint32_t dyad = dyad_number(actors_.intern(event.source), actors_.intern(event.target));
  const auto mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  rows_.push_back(Row{key, event.date.first, dyad, number, code, mentions, event.status, event.claim});
  add_side_columns(event, number);
  return true;
}

void EventLog::append(const EventBatch& batch) {
  const auto base = narrow<std::uint32_t>(rows_.size(), "a log holds at most 2^32 events");
  narrow<std::uint32_t>(rows_.size() + batch.size(), "a log holds at most 2^32 events");
  std::vector<std::uint32_t> dyads;
  std::vector<std::uint16_t> codes;
  for (const EventBatch::Dyad& d : batch.dyads_)
    dyads.push_back(dyad_number(actors_.intern(batch.actors_[d.source]), actors_.intern(batch.actors_[d.target])));
  for (SymbolId i = 0; i < batch.codes_.size(); ++i) codes.push_back(code_number(batch.codes_[i]));
  std::uint32_t number = base;
  for (const EventBatch::Row& r : batch.rows_)
    rows_.push_back(Row{r.key, r.day, dyads[r.dyad], number++, codes[r.code], r.mentions});
  for (const auto& [row, mentions] : batch.mentions_) mentions_.set(base + row, mentions);
  for (const auto& [row, day] : batch.reported_) reported_.set(base + row, day);
  for (const auto& [row, from] : batch.provenance_)
    provenance_.set(base + row, {from.id, from.note, from.url, {}, from.line});
}

DateSpan EventLog::date(const Row& row) const {
  const DateSpan* span = spans_.find(row.number);
  return span ? known_by(*span, reported(row)) : DateSpan::on(row.first);
}

Day EventLog::reported(const Row& row) const {
  if (const Day* day = reported_.find(row.number)) return *day;
  const DateSpan* span = spans_.find(row.number);
  if (!span) return row.first;
  return span->is_open() ? span->first : span->last;
}

std::uint32_t EventLog::mentions(const Row& row) const { return mentions_.value_or(row.number, row.mentions); }

std::string_view EventLog::issue(const Row& row) const {
  const Rare* rare = rare_.find(row.number);
  return rare ? std::string_view(texts_[rare->issue]) : std::string_view();
}

const Dyad* EventLog::affects(const Row& row) const {
  const Rare* rare = rare_.find(row.number);
  return rare && rare->affects ? &*rare->affects : nullptr;
}

double EventLog::spill(const Row& row) const {
  const Rare* rare = rare_.find(row.number);
  return rare ? rare->spill : 0;
}

Event EventLog::event(std::uint32_t number) const {
  const Row& row = rows_[number];
  Event e;
  e.date = date(row);
  if (const Day* day = reported_.find(number)) e.reported = *day;
  e.source = actors_[dyads_[row.dyad].source];
  e.target = actors_[dyads_[row.dyad].target];
  e.code = codes_[row.code];
  e.status = row.status;
  e.claim = row.claim;
  e.mentions = mentions(row);
  if (const Rare* rare = rare_.find(number)) {
    e.object = texts_[rare->object];
    e.issue = texts_[rare->issue];
    e.until = rare->until;
    e.score = rare->score;
    e.sd = rare->sd;
    e.quad = rare->quad;
    e.affects = rare->affects;
    e.spill = rare->spill;
    e.count = rare->count;
  }
  if (const Provenance* from = provenance_.find(number)) {
    e.id = from->id;
    e.note = from->note;
    e.url = from->url;
    e.extra = from->extra;
    e.line = from->line;
  }
  return e;
}

std::size_t EventLog::side_bytes() const noexcept {
  return spans_.bytes() + reported_.bytes() + mentions_.bytes() + rare_.bytes() + provenance_.bytes();
}

}  // namespace detente
