#include "contracts/pairing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace detente::detail {
namespace {

/// Openings in order of their first days, and which of them the next closing may take.
class OpeningsInTurn {
 public:
  OpeningsInTurn(std::span<const Act* const> acts, DatePolicy policy) {
    for (std::size_t i = 0; i < acts.size(); ++i)
      if (acts[i]->standing == Standing::opens) openings_.push_back({onset_of(*acts[i], policy), acts[i]->key, i});
    std::sort(openings_.begin(), openings_.end(), [](const Opening& a, const Opening& b) {
      return std::tie(a.onset.first, a.onset.last, a.key) < std::tie(b.onset.first, b.onset.last, b.key);
    });
  }

  /// The opening of a closing that may be as late as `last`.
  std::optional<std::size_t> take(Day last, bool for_good) {
    const auto after = std::upper_bound(openings_.begin(), openings_.end(), last,
                                        [](Day d, const Opening& o) { return d < o.onset.first; });
    const auto possible = static_cast<std::size_t>(after - openings_.begin());
    if (possible == 0) return std::nullopt;
    if (next_ >= possible) return openings_[possible - 1].place;
    return openings_[for_good ? next_++ : next_].place;
  }

 private:
  struct Opening {
    Onset onset;
    EventKey key;
    std::size_t place;
  };
  std::vector<Opening> openings_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Share> shares_of(const Act& act, DatePolicy policy) {
  std::vector<Share> out;
  const double count = act.count;
  if (act.date.is_exact()) return {{act.date.first, count}};
  if (policy == DatePolicy::middle) {
    const std::vector<Day> days = days_of_observation(act);
    for (const Day d : days) out.push_back({d, count / static_cast<double>(days.size())});
    return out;
  }
  const double each = count / static_cast<double>(act.date.days());
  for (Day d = act.date.first; d <= act.date.last; ++d) out.push_back({d, each});
  return out;
}

Onset onset_of(const Act& act, DatePolicy policy) {
  if (act.date.kind == SpanKind::throughout) return {act.date.first, act.date.first};
  Onset onset{act.date.first, act.date.last};
  if (act.until) onset.last = std::max(onset.first, std::min(onset.last, *act.until));
  if (policy == DatePolicy::middle) onset.first = onset.last = std::min(act.date.middle(), onset.last);
  return onset;
}

std::vector<std::vector<const Act*>> by_measure(std::span<const Act> acts) {
  // For the pair itself the direction says who imposes the measure; for others, the direction they count on does not.
  using Id = std::tuple<std::optional<Dyad>, Direction, std::string_view, std::string_view>;
  std::map<Id, std::vector<const Act*>> measures;
  for (const Act& act : acts)
    if (act.standing != Standing::none && act.probability > 0 && (act.weight > 0 || act.ends_only))
      measures[{act.others, act.others ? Direction::forward : act.direction, act.measure, act.object}].push_back(&act);
  std::vector<std::vector<const Act*>> out;
  out.reserve(measures.size());
  for (auto& [id, of_measure] : measures) {
    std::sort(of_measure.begin(), of_measure.end(), [](const Act* a, const Act* b) { return a->key < b->key; });
    out.push_back(std::move(of_measure));
  }
  return out;
}

std::vector<std::size_t> own_openings(std::span<const Act* const> acts, DatePolicy policy) {
  OpeningsInTurn openings(acts, policy);
  std::vector<std::size_t> out(acts.size()), closings;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    out[i] = i;
    if (acts[i]->standing == Standing::closes) closings.push_back(i);
  }
  std::sort(closings.begin(), closings.end(), [&](std::size_t a, std::size_t b) {
    return std::make_tuple(acts[a]->date.middle(), acts[a]->key) <
           std::make_tuple(acts[b]->date.middle(), acts[b]->key);
  });
  for (const std::size_t i : closings)
    out[i] = openings.take(onset_of(*acts[i], policy).last, !acts[i]->until).value_or(i);
  return out;
}

}  // namespace detente::detail
