#include "live/pair_book.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

// How many events or pairs ahead memory is asked for: what hangs on a pair, once the pair is there.
constexpr std::size_t far = 16, near = 8;

}  // namespace

void PairBook::forget_touched() {
  for (const std::uint32_t pair : touched_) is_touched_[pair] = false;
  touched_.clear();
  next_ = 0;
}

void PairBook::touch(std::uint32_t pair) {
  if (is_touched_[pair]) return;
  is_touched_[pair] = true;
  touched_.push_back(pair);
}

void PairBook::look_ahead(std::span<const EventRow> rows) const {
  if (rows.size() <= far) return;
  if (const auto pair = places_.known_pair(rows[far])) pairs_[*pair].look_ahead_to_event();
  if (const auto pair = places_.known_pair(rows[near])) {
    pairs_[*pair].look_ahead_to_end_of_events();
    pairs_[*pair].look_ahead_to_end_of_courses();
  }
}

/// The pairs touched are mostly read in the order in which they are given.
void PairBook::look_ahead(std::uint32_t number) {
  if (next_ == touched_.size() || touched_[next_] != number) return;
  ++next_;
  if (next_ + far < touched_.size()) pairs_[touched_[next_ + far]].look_ahead_to_reading();
  if (next_ + near < touched_.size()) pairs_[touched_[next_ + near]].look_ahead_to_end_of_courses();
}

void PairBook::place(const EventRow& row, Change change) {
  if (!scoring_->issue.empty() && log_->issue(row) != scoring_->issue) return;
  places_.find(row, found_);
  while (pairs_.size() < places_.size()) {
    pairs_.add(policies_);
    is_touched_.push_back(false);
  }
  const PairEvent event{row, log_->date(row).middle(), Direction::forward};
  if (found_.empty() || found_.front().others != 0) place_within(event, change);
  for (const PairPlace& at : found_) {
    touch(at.pair);
    if (at.others == 0)
      place_own({row, event.day, at.direction}, pairs_[at.pair], change);
    else
      place_of_others({{row, event.day, at.direction}, at.weight, at.others}, at.pair, change);
  }
}

void PairBook::place_own(const PairEvent& event, LivePair& pair, Change change) {
  if (change == Change::add)
    pair.add(event, *coder_);
  else
    pair.remove(event);
  touch_affected_by(pair, event.row);
}

/// Events of those others on their own pair may end, from now on, what they open on this one.
void PairBook::place_of_others(const OthersEvent& event, std::uint32_t number, Change change) {
  if (change == Change::add)
    pairs_[number].add(event);
  else
    pairs_[number].remove(event);
  const auto own = places_.own_of(event.others);
  (own ? pairs_[own->pair] : within(event.others)).add_may_touch(number);
}

/// An event of actors who are one: of no pair, it may still end what they opened elsewhere.
void PairBook::place_within(const PairEvent& event, Change change) {
  LivePair& here = within(places_.others_of(event.row));
  if (change == Change::add)
    here.keep(event);
  else
    here.drop(event);
  touch_affected_by(here, event.row);
}

/// A closing may end what its actors opened on other pairs.
void PairBook::touch_affected_by(const LivePair& own, const EventRow& row) {
  if (own.may_touch().empty() || !coder_->closes(row)) return;
  for (const std::uint32_t pair : own.may_touch()) {
    pairs_[pair].note_others();
    touch(pair);
  }
}

LivePair& PairBook::fresh(std::uint32_t number) {
  look_ahead(number);
  LivePair& pair = pairs_.at(number);
  if (!pair.is_fresh()) pair.refresh(*coder_, scoring_->rules.volume, own_of_others(number, pair));
  return pair;
}

Coding PairBook::coding(std::uint32_t number) const {
  const LivePair& pair = pairs_.at(number);
  std::vector<CodedEvent> events = coder_->coded(pair.events(), pair.others());
  const std::vector<CodedEvent> more = own_of_others(number, pair);
  events.insert(events.end(), more.begin(), more.end());
  return coder_->coding(std::move(events));
}

/// The events on their own pairs of all others who act on this one, which may end what they opened.
std::vector<CodedEvent> PairBook::own_of_others(std::uint32_t number, const LivePair& pair) const {
  std::vector<OthersEvent> out;
  for (const std::uint64_t others : pair.acting_others()) {
    const auto own = places_.own_of(others);
    const LivePair& there = own ? pairs_[own->pair] : within_.at(others);
    for (const PairEvent& event : there.events())
      if ((!own || event.direction == own->direction) && coder_->closes(event.row) && !affects(event, number))
        out.push_back({event, 0, others});
  }
  return out.empty() ? std::vector<CodedEvent>() : coder_->coded({}, out, Touch::may_end);
}

bool PairBook::affects(const PairEvent& event, std::uint32_t number) const {
  const Dyad* affected = log_->affects(event.row);
  return affected != nullptr && affected->canonical() == places_.pair(number);
}

}  // namespace detente::detail
