#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "detente/ground/error.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/read_blocks.hpp"

namespace detente {
using namespace detail;
namespace {

void check_columns(const ColumnLayout& columns, const ReadOptions& options) {
  std::vector<std::string_view> known;
  for (const EventFormat* format : event_formats(options))
    for (const std::string_view name : format->mapped_columns()) known.push_back(name);
  for (const auto& [ours, theirs] : columns)
    if (std::find(known.begin(), known.end(), ours) == known.end())
      throw_invalid("columns", ours, fmt::format("names none of {}", fmt::join(known, ", ")));
}

/// The rejects file replaces whatever was there, so it must not be an input.
void check_rejects_file(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  std::error_code none;
  for (const std::filesystem::path& path : paths)
    if (!options.rejects_file.empty() && std::filesystem::equivalent(path, options.rejects_file, none))
      throw_invalid("rejects_file", options.rejects_file.string(), "is one of the files to read");
}

/// Without ids two equal rows are two events, so a file named twice would count twice.
void refuse_repeated_files(std::span<const std::filesystem::path> paths) {
  std::map<std::pair<dev_t, ino_t>, const std::filesystem::path*> seen;
  for (const std::filesystem::path& path : paths) {
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) continue;
    const auto [at, is_new] = seen.emplace(std::pair(file.st_dev, file.st_ino), &path);
    if (!is_new)
      throw InputError(ErrorCode::repeated, fmt::format("{}: is the same file as {}: each event would count twice",
                                                        path.string(), at->second->string()));
  }
}

void check_sources(std::size_t files, const ReadOptions& options) {
  const std::size_t sources = options.sources.size();
  if (sources > 1 && sources != files)
    throw_invalid("sources", std::to_string(sources),
                  fmt::format("there are {} files: name one source for all of them or one for each", files));
}

}  // namespace

void detail::check_reading(const ReadOptions& options, std::size_t files) {
  check_sources(files, options);
  check_formats(options);
  std::vector<std::string_view> names;
  for (const EventFormat* format : event_formats(options)) names.push_back(format->name());
  if (options.format != "auto" && std::find(names.begin(), names.end(), options.format) == names.end())
    throw_invalid("format", options.format, fmt::format("is none of auto, {}", fmt::join(names, ", ")));
  if (options.code_column.empty()) throw_invalid("code_column", "", "a column has a name");
  if (options.max_record == 0) throw_invalid("max_record", "0", "a record has at least one byte");
  if (options.chunk == 0) throw_invalid("chunk", "0", "at least one byte is read at a time");
  check_columns(options.columns, options);
}

void detail::check_paths(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  check_rejects_file(paths, options);
  refuse_repeated_files(paths);
}

}  // namespace detente
