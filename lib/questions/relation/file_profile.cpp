#include "detente/questions/relation/file_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "detente/readers/formats/format_info.hpp"

namespace detente {

FileProfile profile_of_files(std::span<const FileReport> files) {
  std::map<std::string, std::size_t, std::less<>> kept;
  for (const FileReport& file : files) kept[format_info(file).profile] += file.kept;
  if (kept.empty()) return {*find_profile("chronology")};
  const auto most = std::max_element(kept.begin(), kept.end(), [](auto& a, auto& b) { return a.second < b.second; });
  FileProfile out{*find_profile(most->first)};
  if (kept.size() == 1) return out;
  out.profile.standing = ProfileStanding::provisional;
  out.assumptions.push_back(
      fmt::format("source profile {}: that of most events, of {} that the files have", most->first, kept.size()));
  return out;
}

std::optional<Day> coverage_start(std::span<const FileReport> files) {
  std::optional<Day> first;
  for (const FileReport& file : files) {
    const std::optional<Day> start = file.first_reported ? file.first_reported : file.first_day;
    if (start) first = std::min(first.value_or(*start), *start);
  }
  return first;
}

std::optional<Day> coverage_end(std::span<const FileReport> files) {
  std::optional<Day> end;
  for (const FileReport& file : files)
    if (file.last_day) end = std::max(end.value_or(*file.last_day + 1), *file.last_day + 1);
  return end;
}

}  // namespace detente
