#include "detente/scores/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

struct Member {
  double value;
  double weight;
};

std::vector<Member> sorted_members(std::span<const double> values, std::span<const double> weights) {
  if (values.empty()) throw_invalid("members", "none", "an ensemble has at least one member");
  if (values.size() != weights.size())
    throw_invalid("weights", std::to_string(weights.size()), "there are as many as members");
  std::vector<Member> members;
  for (std::size_t i = 0; i < values.size(); ++i) {
    require_within("member", values[i], -highest, highest);
    require_within("weight", weights[i], 0, highest);
    members.push_back({values[i], weights[i]});
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.value < b.value; });
  return members;
}

/// Makes the weights sum to 1.
void normalise(std::vector<Member>& members) {
  double sum = 0;
  for (const Member& m : members) sum += m.weight;
  if (!(sum > 0)) throw_invalid("weights", sum, "their sum is above 0");
  for (Member& m : members) m.weight /= sum;
}

/// E|X − y|
double mean_error(const std::vector<Member>& members, double outcome) {
  double sum = 0;
  for (const Member& m : members) sum += m.weight * std::abs(m.value - outcome);
  return sum;
}

/// E|X − X′| / 2: the sum over gaps between neighbours of gap × weight below × weight above.
double half_mean_difference(const std::vector<Member>& members) {
  double sum = 0, below = 0;
  for (std::size_t i = 0; i + 1 < members.size(); ++i) {
    below += members[i].weight;
    sum += below * std::max(0.0, 1 - below) * (members[i + 1].value - members[i].value);
  }
  return sum;
}

/// 1 − Σ w²: the chance that two random picks are different members.
double chance_of_two(const std::vector<Member>& members) {
  double same = 0;
  for (const Member& m : members) same += m.weight * m.weight;
  if (!(same < 1)) throw_invalid("members", "1", "a fair score needs at least two members of weight above 0");
  return 1 - same;
}

}  // namespace

double ensemble_crps(std::span<const double> members, std::span<const double> weights, double outcome,
                     EnsembleScore kind) {
  require_within("outcome", outcome, -highest, highest);
  std::vector<Member> sorted = sorted_members(members, weights);
  normalise(sorted);
  const double correction = kind == EnsembleScore::fair ? chance_of_two(sorted) : 1;
  return mean_error(sorted, outcome) - half_mean_difference(sorted) / correction;
}

double ensemble_crps(std::span<const double> members, double outcome, EnsembleScore kind) {
  return ensemble_crps(members, std::vector<double>(members.size(), 1.0), outcome, kind);
}

}  // namespace detente
