#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "contracts/log_internals.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/read_events.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr const char* redelivery = "redelivery";
constexpr const char* conflicting = "conflicting version";

std::size_t file_of(std::span<const FileReport> files, std::uint32_t number) {
  const auto after = std::upper_bound(files.begin(), files.end(), number,
                                      [](std::uint32_t n, const FileReport& file) { return n < file.first_number; });
  return static_cast<std::size_t>(after - files.begin()) - 1;
}

/// "notes.csv:7", or "notes.csv" if lines are not kept.
std::string place_of(std::span<const FileReport> files, const EventLog& log, std::uint32_t number) {
  const std::string name = visible_path(files[file_of(files, number)].name);
  const std::uint64_t line = LogInternals::line(log, number);
  return line == 0 ? name : fmt::format("{}:{}", name, line);
}

void set_aside(FileReport& file, const char* reason) {
  --file.kept;
  ++file.set_aside[reason];
}

void show(FileReport& file, const EventLog& log, const RowPair& pair, const std::string& other) {
  if (file.set_aside[conflicting] > examples_per_reason || LogInternals::line(log, pair.second) == 0) return;
  file.examples.push_back(
      {.line = LogInternals::line(log, pair.second),
       .reason = conflicting,
       .rule = fmt::format("another content of this event, reported on the same day, stands at {} and "
                           "counts; a revision would say which is the later one",
                           other),
       .text = visible(LogInternals::id(log, pair.second))});
}

[[noreturn]] void throw_repeated(std::span<const FileReport> files, const EventLog& log,
                                 const std::vector<RowPair>& pairs) {
  constexpr std::size_t shown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(pairs.size(), shown); ++i)
    text += fmt::format("{}'{}' at {} and {}", i == 0 ? "" : ", ", visible(LogInternals::id(log, pairs[i].second)),
                        place_of(files, log, pairs[i].first), place_of(files, log, pairs[i].second));
  if (pairs.size() > shown) text += fmt::format(", and {} more", pairs.size() - shown);
  throw RepeatedIdsError(
      ErrorCode::repeated,
      fmt::format("ids that name two events: {}. If the second is a later version, say `reported` or `revision` there; "
                  "if the ids are two sources' own, name the sources, for all rows or in a column source_name",
                  text),
      "ReadOptions::sources");
}

void count(std::span<FileReport> files, const EventLog& log, const Settlement& settled) {
  for (const std::uint32_t number : settled.redelivered) set_aside(files[file_of(files, number)], redelivery);
  for (const RowPair& pair : settled.conflicting) {
    FileReport& file = files[file_of(files, pair.second)];
    set_aside(file, conflicting);
    show(file, log, pair, place_of(files, log, pair.first));
  }
}

}  // namespace

void settle_files(std::vector<FileReport>& files, const EventLog& log, const std::function<Settlement()>& settle) {
  try {
    count(files, log, settle());
  } catch (const RepeatedIds& repeated) {
    throw_repeated(files, log, repeated.rows());
  }
}

}  // namespace detente
