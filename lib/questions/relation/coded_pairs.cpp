#include "questions/relation/coded_pairs.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace detente::detail {
namespace {

bool dates_touch(const DateSpan& a, const DateSpan& b) { return a.first <= b.last && b.first <= a.last; }

/// Acts without a partner that a rule treats as alike, by day.
class Free {
 public:
  explicit Free(const std::vector<CodedAct>& acts) : acts_(&acts) {}

  void add(std::size_t number) {
    const Act& act = *(*acts_)[number].act;
    days_[act.day()].insert(number);
    longest_ = std::max(longest_, act.date.last - act.date.first);
  }

  /// Takes out the one nearest to the act; with `touching`, only among those whose dates touch its own.
  std::optional<std::size_t> take_nearest(const Act& act, bool touching) {
    // The middles of two spans that touch are at most half of both lengths apart.
    const std::int64_t reach =
        touching ? (act.date.last - act.date.first + longest_) / 2 + 1 : std::numeric_limits<std::int64_t>::max();
    const auto fits = [&](std::size_t number) {
      return !touching || dates_touch(act.date, (*acts_)[number].act->date);
    };
    auto up = days_.lower_bound(act.day()), down = up;
    while (up != days_.end() || down != days_.begin()) {
      const std::int64_t above = up != days_.end() ? up->first - act.day() : far;
      const std::int64_t below = down != days_.begin() ? act.day() - std::prev(down)->first : far;
      if (std::min(above, below) > reach) return std::nullopt;
      std::optional<std::size_t> found;
      if (above <= below) found = first_of((up++)->second, fits);
      if (below <= above) {
        const auto other = first_of((--down)->second, fits);
        if (other && (!found || *other < *found)) found = other;
      }
      if (found) return take(*found);
    }
    return std::nullopt;
  }

 private:
  static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();

  template <class Fits>
  static std::optional<std::size_t> first_of(const std::set<std::size_t>& numbers, const Fits& fits) {
    const auto at = std::find_if(numbers.begin(), numbers.end(), fits);
    return at == numbers.end() ? std::nullopt : std::optional(*at);
  }

  std::size_t take(std::size_t number) {
    const auto day = days_.find((*acts_)[number].act->day());
    day->second.erase(number);
    if (day->second.empty()) days_.erase(day);
    return number;
  }

  const std::vector<CodedAct>* acts_;
  std::map<Day, std::set<std::size_t>> days_;
  std::int64_t longest_ = 0;
};

constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

/// Partners so far, by number in the lists.
class Partners {
 public:
  Partners(const std::vector<CodedAct>& left, const std::vector<CodedAct>& right)
      : left_(&left), right_(&right), of_left_(left.size(), nobody), taken_(right.size()) {}

  /// Pairs acts that have no partner yet and have the same `key`, which may be nothing.
  template <class Key>
  void pair_by(const Key& key, bool touching) {
    std::map<typename decltype(key(left_->front()))::value_type, Free> free;
    for (std::size_t r = 0; r < right_->size(); ++r)
      if (!taken_[r])
        if (const auto k = key((*right_)[r])) free.try_emplace(*k, *right_).first->second.add(r);
    for (std::size_t l = 0; l < left_->size(); ++l) {
      if (of_left_[l] != nobody) continue;
      const auto k = key((*left_)[l]);
      const auto alike = k ? free.find(*k) : free.end();
      if (alike == free.end()) continue;
      if (const auto r = alike->second.take_nearest(*(*left_)[l].act, touching)) {
        of_left_[l] = *r;
        taken_[*r] = true;
      }
    }
  }

  ActPairs pairs() const {
    ActPairs out;
    for (std::size_t l = 0; l < of_left_.size(); ++l)
      out.emplace_back(&(*left_)[l], of_left_[l] == nobody ? nullptr : &(*right_)[of_left_[l]]);
    for (std::size_t r = 0; r < taken_.size(); ++r)
      if (!taken_[r]) out.emplace_back(nullptr, &(*right_)[r]);
    return out;
  }

 private:
  const std::vector<CodedAct>* left_;
  const std::vector<CodedAct>* right_;
  std::vector<std::size_t> of_left_;
  std::vector<bool> taken_;
};

std::optional<std::string> id_of(const CodedAct& a) {
  return a.event.id.empty() ? std::nullopt : std::optional(a.event.id);
}
auto act_of(const CodedAct& a) { return std::optional(std::make_tuple(a.act->direction, a.act->code)); }
/// A key for acts that may be the same under different codes: not a remark and a year of remarks, nor a strike and a
/// sanction.
auto like_act_of(const CodedAct& a) {
  return std::optional(
      std::make_tuple(a.act->direction, a.act->quad, a.act->standing, a.act->measure, a.act->date.kind));
}

}  // namespace

ActPairs pair_up(const std::vector<CodedAct>& left, const std::vector<CodedAct>& right) {
  Partners partners(left, right);
  partners.pair_by(id_of, false);
  partners.pair_by(act_of, true);
  partners.pair_by(like_act_of, true);
  return partners.pairs();
}

}  // namespace detente::detail
