#pragma once
/// \file
/// All pairs with their events. An event is put on every pair that it touches, or taken away from it: the pair it is of
/// and the one that it affects. What others do on their own pair may end what they opened on this one, so the book also
/// knows who acts on whom.

#include <memory_resource>
#include <unordered_map>
#include <vector>

#include "live/pair_places.hpp"
#include "live/pair_table.hpp"

namespace detente::detail {

class PairBook {
 public:
  /// Pairs have a course for each of these policies. All that is given outlives the book.
  PairBook(const EventLog& log, const LiveScoring& scoring, const LiveCoder& coder,
           std::span<const DatePolicy> policies, std::pmr::memory_resource& memory)
      : log_(&log),
        scoring_(&scoring),
        coder_(&coder),
        policies_(policies.begin(), policies.end()),
        memory_(&memory),
        places_(log, scoring.actors),
        pairs_(memory) {}

  void add(const EventRow& row) { place(row, Change::add); }
  void remove(const EventRow& row) { place(row, Change::remove); }

  /// The pairs touched since `forget_touched`, each once.
  const std::vector<std::uint32_t>& touched() const noexcept { return touched_; }
  void forget_touched();

  /// All rows from this one on will be added: they are of pairs that lie anywhere in memory, so what the next need is
  /// asked for in time.
  void look_ahead(std::span<const EventRow> rows) const;

  const PairPlaces& places() const noexcept { return places_; }
  /// The pair, after its changes; throws `std::out_of_range` as the next does.
  LivePair& fresh(std::uint32_t number);
  /// Its acts by the rules.
  Coding coding(std::uint32_t number) const;

 private:
  enum class Change : std::uint8_t { add, remove };

  void place(const EventRow& row, Change change);
  void place_own(const PairEvent& event, LivePair& pair, Change change);
  void place_of_others(const OthersEvent& event, std::uint32_t number, Change change);
  void place_within(const PairEvent& event, Change change);
  void touch(std::uint32_t pair);
  void touch_affected_by(const LivePair& own, const EventRow& row);
  void look_ahead(std::uint32_t number);
  LivePair& within(std::uint64_t others) { return within_.try_emplace(others, policies_, memory_).first->second; }
  std::vector<CodedEvent> own_of_others(std::uint32_t number, const LivePair& pair) const;
  bool affects(const PairEvent& event, std::uint32_t number) const;

  const EventLog* log_;
  const LiveScoring* scoring_;
  const LiveCoder* coder_;
  std::vector<DatePolicy> policies_;
  std::pmr::memory_resource* memory_;
  PairPlaces places_;
  PairTable pairs_;
  std::unordered_map<std::uint64_t, LivePair> within_;  // by `others_number`: events of actors who are one
  std::vector<PairPlace> found_;
  std::vector<std::uint32_t> touched_;
  std::vector<bool> is_touched_;
  std::size_t next_ = 0;  // of those touched, to be read
};

}  // namespace detente::detail
