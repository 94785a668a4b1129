#pragma once
/// \file
/// A million machine-coded events in memory, for benches: 150 actors, ten years, in the order of their days.

#include <array>
#include <string>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/detail/hash.hpp"

namespace bench {

inline detente::EventBatch machine_batch(std::size_t events) {
  static const std::array<std::string, 8> codes{"010", "036", "042", "051", "111", "130", "172", "190"};
  std::vector<std::string> actors;
  for (int i = 0; i < 150; ++i)
    actors.push_back(
        {static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26), static_cast<char>('A' + i % 7)});
  detente::EventBatch batch({"gdelt", detente::IdScope::report});
  for (std::size_t i = 0; i < events; ++i) {
    const std::uint64_t dice = detente::detail::mix64(i + 1);
    const std::size_t source = dice % 150, target = (source + 1 + (dice >> 8) % 149) % 150;
    const std::string id = std::to_string(880'000'000 + i);
    batch.add({.id = id,
               .day = detente::Day{static_cast<std::int32_t>(16'000 + 3650 * i / events)},
               .source = actors[source],
               .target = actors[target],
               .code = codes[(dice >> 20) % codes.size()],
               .mentions = static_cast<std::uint32_t>(1 + (dice >> 24) % 12)});
  }
  return batch;
}

/// The same as a log, in order of arrival.
inline detente::EventLog machine_log(std::size_t events) {
  detente::EventLog log;
  log.append(machine_batch(events));
  return log;
}

}  // namespace bench
