#include "detente/readers/read_events.hpp"

#include <optional>

#include "readers/event_files.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/read_blocks.hpp"
#include "readers/rows/merged_file.hpp"

namespace detente {
using namespace detail;
namespace {

/// Reads the files, and puts the events in order; repeated ones count once.
ReadResult read(EventFiles& files, const ReadOptions& options) {
  ReadResult result;
  std::optional<RejectsFile> rejects;
  if (!options.rejects_file.empty()) rejects.emplace(options.rejects_file);
  const auto ended = [&](const EventFile&, MergedFile& merged) {
    require_rows(result.files.back());
    merged.finish();
  };
  read_blocks(files, options, {&result.log, &result.files, rejects ? &*rejects : nullptr, ended});
  if (!options.on_growth)
    settle_files(result.files, result.log, [&] { return result.log.arrange(reading_threads(options)); });
  if (rejects) rejects->finish();
  refuse_too_many_rejects(result.files, options);
  return result;
}

}  // namespace

ReadResult read_events(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  check_paths(paths, options);
  check_reading(options, paths.size());
  EventFiles files(paths, options);
  return read(files, options);
}

ReadResult read_events(const std::filesystem::path& path, const ReadOptions& options) {
  return read_events(std::span(&path, 1), options);
}

ReadResult read_events(ByteSource& bytes, std::string_view name, const ReadOptions& options) {
  check_reading(options, 1);
  EventFiles files(bytes, name, options);
  return read(files, options);
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const EventFormat* format : event_formats()) names.emplace_back(format->name());
  return names;
}

}  // namespace detente
