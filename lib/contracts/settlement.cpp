#include "detente/contracts/settlement.hpp"

#include <algorithm>
#include <tuple>

namespace detente {
namespace {

void append(std::vector<RowPair>& to, const std::vector<RowPair>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

bool in_order(const RowPair& a, const RowPair& b) { return std::tie(a.second, a.first) < std::tie(b.second, b.first); }

}  // namespace

void Settlement::add(const Settlement& other) {
  redelivered.insert(redelivered.end(), other.redelivered.begin(), other.redelivered.end());
  append(conflicting, other.conflicting);
  append(unsaid, other.unsaid);
}

void Settlement::sort() {
  std::sort(redelivered.begin(), redelivered.end());
  std::sort(conflicting.begin(), conflicting.end(), in_order);
  std::sort(unsaid.begin(), unsaid.end(), in_order);
}

std::vector<std::uint32_t> Settlement::dropped() const {
  std::vector<std::uint32_t> out = redelivered;
  for (const RowPair& pair : conflicting) out.push_back(pair.second);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace detente
