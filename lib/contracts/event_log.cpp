#include "detente/contracts/event_log.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>

#include "contracts/log_internals.hpp"
#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"
#include "values/keys.hpp"

namespace detente {
using namespace detail;
namespace {

bool has_provenance(const Event& e) {
  return !e.id.empty() || !e.note.empty() || !e.url.empty() || !e.extra.empty() || !e.source_name.empty();
}

bool has_rare(const Event& e) {
  return !e.object.empty() || !e.issue.empty() || e.until || e.sd || e.quad || e.affects || e.spill != 0 ||
         e.count != 1;
}

Day reported_by_default(const DateSpan& date) { return date.is_open() ? date.first : date.last; }

template <class Number>
Number narrow(std::size_t value, const char* what) {
  if (value > std::numeric_limits<Number>::max()) throw std::length_error(what);
  return static_cast<Number>(value);
}

constexpr std::size_t most_codes = 65'536;
constexpr const char* too_many_codes = "a log holds at most 65,536 distinct codes";

/// Whether all codes of a batch can be numbered, before any is.
void require_codes_fit(const Symbols& codes, const Symbols& more) {
  if (codes.size() + more.size() <= most_codes) return;
  std::size_t all = codes.size();
  for (SymbolId i = 0; i < more.size(); ++i) all += codes.find(more[i]) ? 0U : 1U;
  if (all > most_codes) throw std::length_error(too_many_codes);
}

std::uint64_t hash_of_told(const Event& e) {
  Hasher hasher;
  hasher.add(e.note).add(e.url);
  for (const auto& [name, value] : e.extra) hasher.add(name).add(value);
  return hasher.value();
}

}  // namespace

std::uint32_t EventLog::dyad_number(SymbolId source, SymbolId target) {
  const std::uint32_t number = dyad_numbers_.find_or_add(source, target);
  if (number == dyads_.size()) dyads_.push_back({source, target});
  return number;
}

std::uint16_t EventLog::code_number(std::string_view code) {
  const std::optional<SymbolId> known = codes_.find(code);
  const auto number = narrow<std::uint16_t>(known.value_or(static_cast<SymbolId>(codes_.size())), too_many_codes);
  if (!known) codes_.intern(code);
  return number;
}

void EventLog::take_key(const Event& event, Row& row) const {
  if (event.id.empty()) {
    row.key = key_of_content(event, 0);
    return;
  }
  const std::string& name = event.source_name.empty() ? ids_.name : event.source_name;
  row.key = key_of_id(name, event.id);
  row.identity = name.empty() ? Identity::unnamed_event : Identity::event;
  if (ids_.scope == IdScope::event) return;
  row.key = key_of_report(row.key, Hasher().add(event.source).value(), Hasher().add(event.target).value(), row.first);
  row.identity = Identity::report;
}

void EventLog::add_side_columns(const Event& event, std::uint32_t number) {
  if (!event.date.is_exact()) spans_.set(number, event.date);
  if (event.reported && *event.reported != reported_by_default(event.date)) reported_.set(number, *event.reported);
  if (event.revision) revisions_.set(number, *event.revision);
  if (event.mentions > 255) mentions_.set(number, event.mentions);
  if (event.score) scores_.set(number, *event.score);
  has_doubt_ |= event.status != Status::confirmed;
  if (has_rare(event))
    rare_.set(number, {texts_.intern(event.object), texts_.intern(event.issue), event.until, event.sd, event.quad,
                       event.affects, event.spill, event.count});
  has_extra_ |= !event.extra.empty();
  if (has_provenance(event)) provenance_.set(number, {event.id, event.note, event.url, event.extra, event.source_name});
  if (event.line != 0) lines_.set(number, event.line);
}

void EventLog::add(const Event& event) {
  require_sound(event);
  require_room(1);
  Row row;
  row.first = event.date.first;
  take_key(event, row);
  row.code = code_number(event.code);
  row.dyad = dyad_number(actors_.intern(event.source), actors_.intern(event.target));
  row.number = next_number_++;
  row.mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  row.status = event.status;
  row.claim = event.claim;
  row.dated_report = event.reported.has_value();
  rows_.push_back(row);
  moving_ += can_move(row) ? 1U : 0U;
  if (event.affects) affected_.emplace_back(*event.affects, row.dyad);
  add_side_columns(event, row.number);
  forget_order();
}

void EventLog::require_room(std::size_t events) const {
  if (events > std::numeric_limits<std::uint32_t>::max() - std::size_t{next_number_})
    throw std::length_error("a log holds at most 2^32 events");
}

void EventLog::append(const EventBatch& batch) {
  require_room(batch.size());
  require_codes_fit(codes_, batch.codes_);
  std::vector<SymbolId> actors(batch.actors_.size());
  for (SymbolId i = 0; i < actors.size(); ++i) actors[i] = actors_.intern(batch.actors_[i]);
  std::vector<std::uint16_t> codes(batch.codes_.size());
  for (SymbolId i = 0; i < codes.size(); ++i) codes[i] = code_number(batch.codes_[i]);
  const std::uint32_t base = next_number_;
  for (const auto& [brief, source, target] : batch.rows_) {
    Row row = brief;
    row.dyad = dyad_number(actors[source], actors[target]);
    row.code = codes[row.code];
    row.number = next_number_++;
    rows_.push_back(row);
    moving_ += can_move(row) ? 1U : 0U;
  }
  for (const auto& [row, mentions] : batch.mentions_) mentions_.set(base + row, mentions);
  for (const auto& [row, day] : batch.reported_) reported_.set(base + row, day);
  for (const auto& [row, score] : batch.scores_) scores_.set(base + row, score);
  for (const auto& [row, issue] : batch.issues_) {
    Rare rare;
    rare.issue = texts_.intern(issue);
    rare_.set(base + row, rare);
    ++issues_alone_;
  }
  for (const auto& [row, from] : batch.provenance_) {
    provenance_.set(base + row, {from.id, from.note, from.url, {}, {}});
    if (from.line != 0) lines_.set(base + row, from.line);
  }
  forget_order();
}

// ---- side columns ----

std::size_t EventLog::assumed_reported() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(rows().begin(), rows().end(), [](const Row& row) { return !row.dated_report; }));
}

DateSpan EventLog::date(const Row& row) const {
  const DateSpan* span = spans_.find(row.number);
  return span ? known_by(*span, reported(row)) : DateSpan::on(row.first);
}

Day EventLog::reported(const Row& row) const {
  if (const Day* day = reported_.find(row.number)) return *day;
  const DateSpan* span = spans_.find(row.number);
  return span ? reported_by_default(*span) : row.first;
}

std::optional<std::uint32_t> EventLog::revision(const Row& row) const {
  const std::uint32_t* revision = revisions_.find(row.number);
  return revision ? std::optional(*revision) : std::nullopt;
}

EventContent LogInternals::content(const EventLog& log, const EventRow& row) {
  Event e = log.event(row);
  EventContent content;
  if (e.score) content.own_score = mix_in(1, std::bit_cast<std::uint64_t>(*e.score));
  content.told = hash_of_told(e);
  e.score.reset();
  e.note.clear();
  e.url.clear();
  content.kept = mix_in(mix_in(key_of_content(e, 0).value, row.dated_report ? 1 : 0), e.revision.value_or(0));
  return content;
}

std::string_view LogInternals::id(const EventLog& log, std::uint32_t number) {
  const auto* from = log.provenance_.find(number);
  return from ? std::string_view(from->id) : std::string_view();
}

std::string LogInternals::source_name(const EventLog& log, std::uint32_t number) {
  const auto* from = log.provenance_.find(number);
  return from ? from->source_name : std::string();
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

Event EventLog::event(EventId id) const {
  if (id.value < rows_.size() && rows_[id.value].number == id.value) return event(rows_[id.value]);
  const auto rows = this->rows();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.number == id.value; });
  if (found == rows.end()) throw_invalid("event", static_cast<double>(id.value), "is the id of an event of the log");
  return event(*found);
}

Event EventLog::event(const Row& row) const {
  Event e;
  e.date = date(row);
  if (row.dated_report) e.reported = reported(row);
  e.source = actors_[dyads_[row.dyad].source];
  e.target = actors_[dyads_[row.dyad].target];
  e.code = codes_[row.code];
  e.status = row.status;
  e.claim = row.claim;
  e.revision = revision(row);
  e.mentions = mentions(row);
  if (const double* own = scores_.find(row.number)) e.score = *own;
  if (const Rare* rare = rare_.find(row.number)) restore(*rare, e);
  if (const Provenance* from = provenance_.find(row.number)) restore(*from, e);
  e.line = lines_.find(row.number);
  return e;
}

void EventLog::restore(const Rare& rare, Event& e) const {
  e.object = texts_[rare.object];
  e.issue = texts_[rare.issue];
  e.until = rare.until;
  e.sd = rare.sd;
  e.quad = rare.quad;
  e.affects = rare.affects;
  e.spill = rare.spill;
  e.count = rare.count;
}

void EventLog::restore(const Provenance& from, Event& e) {
  e.id = from.id;
  e.note = from.note;
  e.url = from.url;
  e.extra = from.extra;
  e.source_name = from.source_name;
}

std::size_t EventLog::side_bytes() const noexcept {
  return spans_.bytes() + reported_.bytes() + revisions_.bytes() + mentions_.bytes() + scores_.bytes() + rare_.bytes() +
         provenance_.bytes() + lines_.bytes();
}

}  // namespace detente
