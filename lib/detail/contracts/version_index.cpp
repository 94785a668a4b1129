#include "detente/detail/contracts/version_index.hpp"

#include <algorithm>

namespace detente::detail {

bool VersionIndex::counts(const EventRow& row, std::optional<Day> as_of) const {
  const auto at = versions_.find(row.key);
  if (at == versions_.end()) return true;
  const std::vector<Version>& versions = at->second;
  const auto latest = std::find_if(versions.rbegin(), versions.rend(),
                                   [&](const Version& version) { return !as_of || version.reported <= *as_of; });
  return latest != versions.rend() && latest->number == row.number;
}

}  // namespace detente::detail
