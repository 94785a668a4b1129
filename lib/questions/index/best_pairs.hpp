#pragma once
/// \file
/// The pairs at the top, and no others, while all of them go by: a bounded heap, so that a ranking keeps twenty of two
/// hundred thousand. Which pairs those are does not depend on the order in which they come.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "detente/questions/index/ranking.hpp"

namespace detente::detail {

struct BestPair {
  std::size_t pair = 0;  ///< its number in the log, which is the order of names
  double key = 0;        ///< what pairs are ranked by, highest first
  RankedPair facts;
};

class BestPairs {
 public:
  explicit BestPairs(std::size_t most = 0) : most_(most) {}

  /// O(log most).
  void add(BestPair pair) {
    if (best_.size() == most_ && (best_.empty() || !is_before(pair, best_.front()))) return;
    if (best_.size() == most_) {
      std::pop_heap(best_.begin(), best_.end(), is_before);
      best_.pop_back();
    }
    best_.push_back(std::move(pair));
    std::push_heap(best_.begin(), best_.end(), is_before);
  }
  void add(const BestPairs& others) {
    for (const BestPair& pair : others.best_) add(pair);
  }

  /// In their order, which leaves none here.
  std::vector<BestPair> sorted() {
    std::sort(best_.begin(), best_.end(), is_before);
    return std::exchange(best_, {});
  }

 private:
  /// So the heap's first is the last of those kept.
  static bool is_before(const BestPair& a, const BestPair& b) {
    return a.key != b.key ? a.key > b.key : a.pair < b.pair;
  }

  std::size_t most_;
  std::vector<BestPair> best_;
};

}  // namespace detente::detail
