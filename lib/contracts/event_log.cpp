#include "detente/contracts/event_log.hpp"

#include <boost/sort/pdqsort/pdqsort.hpp>
#include <algorithm>
#include <limits>
#include <stdexcept>

#include "detente/ground/hash.hpp"
#include "ground/grouping.hpp"

namespace detente {
namespace {

std::uint64_t version_hash(EventKey key, Day reported) {
  return Hasher().add(key.value).add(static_cast<std::uint64_t>(reported.value)).value();
}

bool has_provenance(const Event& e) {
  return !e.id.empty() || !e.note.empty() || !e.url.empty() || !e.extra.empty() || e.line != 0;
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

void sort_rows(std::span<EventRow> rows) {  // a lambda, for a call through a pointer would be most of the cost
  boost::sort::pdqsort_branchless(rows.begin(), rows.end(),
                                  [](const EventRow& a, const EventRow& b) { return row_before(a, b); });
}

}  // namespace

std::uint32_t EventLog::dyad_number(SymbolId source, SymbolId target) {
  const std::uint32_t number = dyad_numbers_.find_or_add(source, target);
  if (number == dyads_.size()) dyads_.push_back({source, target});
  return number;
}

std::uint16_t EventLog::code_number(std::string_view code) {
  return narrow<std::uint16_t>(codes_.intern(code), "a log holds at most 65,536 distinct codes");
}

bool EventLog::take_key(const Event& event, Day reported, EventKey& key) {
  if (event.id.empty()) {
    const EventKey content = key_of_content(event, 0);
    key = key_of_occurrence(content, occurrences_[content.value]++);
    return true;
  }
  key = key_of_id(source_name_, event.id);
  if (!versions_.insert(version_hash(key, reported)).second) return false;
  has_versions_ |= !ids_.insert(key.value).second;
  return true;
}

void EventLog::add_side_columns(const Event& event, std::uint32_t number) {
  if (!event.date.is_exact()) spans_.set(number, event.date);
  if (event.reported && *event.reported != reported_by_default(event.date)) reported_.set(number, *event.reported);
  if (event.mentions > 255) mentions_.set(number, event.mentions);
  if (event.score) scores_.set(number, *event.score);
  has_doubt_ |= event.status != Status::confirmed;
  if (has_rare(event))
    rare_.set(number, {texts_.intern(event.object), texts_.intern(event.issue), event.until, event.sd, event.quad,
                       event.affects, event.spill, event.count});
  if (has_provenance(event)) provenance_.set(number, {event.id, event.note, event.url, event.extra, event.line});
}

bool EventLog::add(const Event& event) {
  check(event);
  require_room(1);
  EventKey key;
  if (!take_key(event, reported_day(event), key)) return false;
  Row row{key, event.date.first};
  row.code = code_number(event.code);
  row.dyad = dyad_number(actors_.intern(event.source), actors_.intern(event.target));
  row.number = next_number_++;
  row.mentions = static_cast<std::uint8_t>(std::min<std::uint32_t>(event.mentions, 255));
  row.status = event.status;
  row.claim = event.claim;
  row.has_id = !event.id.empty();
  row.dated_report = event.reported.has_value();
  rows_.push_back(row);
  if (event.affects) affected_.emplace_back(*event.affects, row.dyad);
  add_side_columns(event, row.number);
  forget_order();
  return true;
}

void EventLog::require_room(std::size_t events) const {
  if (events > std::numeric_limits<std::uint32_t>::max() - std::size_t{next_number_})
    throw std::length_error("a log holds at most 2^32 events");
}

void EventLog::append(const EventBatch& batch) {
  require_room(batch.size());
  unsettled_ = true;
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
  for (const auto& [row, from] : batch.provenance_)
    provenance_.set(base + row, {from.id, from.note, from.url, {}, from.line});
  forget_order();
}

// ---- order ----

void EventLog::forget_order() {
  dyad_begin_.clear();
  arranged_ = false;
}

void EventLog::group(std::size_t threads) {
  group_rows(threads, [](std::size_t) {});
}

/// `finish(dyad)` is told of every dyad whose rows stand together, by any thread.
template <class Finish>
void EventLog::group_rows(std::size_t threads, const Finish& finish) {
  const std::span<Row> rows{rows_.data(), rows_.size()};
  Grouping grouping(rows, dyads_.size(), [](const Row& row) -> std::size_t { return row.dyad; });
  dyad_begin_ = grouping.begins();
  arranged_ = false;
  grouping.run(threads, finish);
}

/// Looks at the rows of one key, from `from` on, and says which came again and where the next key begins.
std::size_t EventLog::settle_key(std::span<Row> rows, std::size_t from, Settled& out) const {
  const Row first = rows[from];
  std::size_t end = from + 1;
  for (; end < rows.size() && rows[end].first == first.first && rows[end].key == first.key; ++end) {
    if (!first.has_id) {
      rows[end].key = key_of_occurrence(first.key, end - from);
      out.moved = true;
      continue;
    }
    const auto same_report = [&](const Row& row) { return reported(row) == reported(rows[end]); };
    if (std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.begin() + static_cast<std::ptrdiff_t>(end),
                    same_report))
      out.again.push_back(rows[end].number);
  }
  return end;
}

EventLog::Settled EventLog::sort_and_settle(std::span<Row> rows) const {
  Settled out;
  sort_rows(rows);
  for (std::size_t i = 0; i < rows.size();) i = settle_key(rows, i, out);
  if (out.moved) sort_rows(rows);
  return out;
}

std::vector<std::uint32_t> EventLog::arrange(std::size_t threads) {
  std::vector<Settled> settled(dyads_.size());
  group_rows(threads, [&](std::size_t d) {
    settled[d] = sort_and_settle({rows_.data() + dyad_begin_[d], dyad_begin_[d + 1] - dyad_begin_[d]});
  });
  std::vector<std::uint32_t> dropped;
  for (const Settled& s : settled) {
    dropped.insert(dropped.end(), s.again.begin(), s.again.end());
  }
  unsettled_ = false;
  arranged_ = true;
  std::sort(dropped.begin(), dropped.end());
  if (!dropped.empty()) drop(dropped);
  return dropped;
}

std::vector<EventRow> EventLog::settle(std::vector<Row>& rows) const {
  std::vector<std::uint32_t> again = sort_and_settle(rows).again;
  std::sort(again.begin(), again.end());
  const auto repeats = [&](const Row& row) { return std::binary_search(again.begin(), again.end(), row.number); };
  std::vector<Row> repeated;
  if (again.empty()) return repeated;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(repeated), repeats);
  std::erase_if(rows, repeats);
  return repeated;
}

void EventLog::drop(const std::vector<std::uint32_t>& numbers) {
  std::size_t kept = 0;
  for (std::size_t i = 0, dyad = 0; i < rows_.size(); ++i) {
    for (; dyad < dyad_begin_.size() && dyad_begin_[dyad] == i; ++dyad) dyad_begin_[dyad] = kept;
    if (!std::binary_search(numbers.begin(), numbers.end(), rows_[i].number)) rows_[kept++] = rows_[i];
  }
  for (std::size_t& begin : dyad_begin_)
    if (begin == rows_.size()) begin = kept;
  rows_.shrink(kept);
}

std::span<const EventRow> EventLog::rows_of(std::uint32_t dyad) const {
  if (dyad + 1 >= dyad_begin_.size()) return {};
  return {rows_.data() + dyad_begin_[dyad], dyad_begin_[dyad + 1] - dyad_begin_[dyad]};
}

void EventLog::forget_rows() {
  rows_.release();
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

Event EventLog::event(const Row& row) const {
  const std::uint32_t number = row.number;
  Event e;
  e.date = date(row);
  if (row.dated_report) e.reported = reported(row);
  e.source = actors_[dyads_[row.dyad].source];
  e.target = actors_[dyads_[row.dyad].target];
  e.code = codes_[row.code];
  e.status = row.status;
  e.claim = row.claim;
  e.mentions = mentions(row);
  if (const double* own = scores_.find(number)) e.score = *own;
  if (const Rare* rare = rare_.find(number)) {
    e.object = texts_[rare->object];
    e.issue = texts_[rare->issue];
    e.until = rare->until;
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
  return spans_.bytes() + reported_.bytes() + mentions_.bytes() + scores_.bytes() + rare_.bytes() + provenance_.bytes();
}

}  // namespace detente
