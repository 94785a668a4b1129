#include "detente/readers/read_events.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/ground/work_control.hpp"
#include "ground/in_order.hpp"
#include "readers/event_files.hpp"
#include "readers/formats/checked_rows.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/rows/block_rows.hpp"
#include "readers/rows/merged_file.hpp"
#include "readers/rows/taken_rows.hpp"

namespace detente {
using namespace detail;
namespace {

// ---- options ----

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

void check(const ReadOptions& options) {
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

// ---- reading ----

/// Calls `progress`, if given, with the bytes of all files; throws `Stopped` when asked to stop.
class Progress {
 public:
  Progress(const ReadOptions& options, std::optional<std::uint64_t> total) : options_(&options), total_(total) {}
  void at(std::uint64_t bytes) const {
    if (options_->stop.stop_requested()) throw Stopped({bytes, total_, "bytes"});
    if (options_->progress) options_->progress(bytes, total_);
  }

 private:
  const ReadOptions* options_;
  std::optional<std::uint64_t> total_;
};

/// Adds the file's name when a log or a batch refuses more than it can number.
template <class Act>
auto named(const EventFile& file, const Act& act) {
  try {
    return act();
  } catch (const std::length_error& too_many) {
    throw InputError(ErrorCode::too_much_memory, fmt::format("{}: {}", file.name, too_many.what()));
  }
}

/// A block's rows and the file they belong to.
struct TakenBlock {
  std::shared_ptr<const EventFile> file;
  std::uint64_t bytes_read = 0;
  Taken taken;
  /// Why the rows end before the block does.
  std::optional<RowFailure> failure = {};
};

/// Merges the blocks of all files, in their order.
class Merge {
 public:
  Merge(ReadResult& result, RejectsFile* rejects, const ReadOptions& options, const Progress& progress)
      : result_(&result), rejects_(rejects), options_(&options), progress_(&progress) {}

  void add(TakenBlock&& block) {
    if (block.file != file_) {
      finish();
      begin(block.file);
    }
    if (block.failure) fail(*block.failure);
    named(*file_, [&] { merged_->add(std::move(block.taken)); });
    if (options_->on_growth) options_->on_growth(result_->log);
    check_memory();
    progress_->at(block.bytes_read);
  }

  /// The last file is complete.
  void finish() {
    if (!file_) return;
    if (result_->files.back().rows == 0)
      throw InputError(ErrorCode::no_events,
                       fmt::format("{}: holds no events: nothing follows the header", file_->name));
    merged_->finish();
    file_ = nullptr;
  }

  /// Puts the events in order; repeated ones count once.
  void settle(std::size_t threads) {
    if (options_->on_growth) return;
    settle_files(result_->files, result_->log, [&] { return result_->log.arrange(threads); });
  }

 private:
  [[noreturn]] void fail(const RowFailure& failure) const {
    throw_format_failed(fmt::format("{}:{}", visible_path(file_->name), merged_->lines() + failure.line),
                        *file_->format, failure.what());
  }

  void check_memory() const {
    if (!options_->most_memory || result_->log.row_bytes() <= *options_->most_memory) return;
    throw InputError(ErrorCode::too_much_memory,
                     fmt::format("{}: the events read so far take {} bytes of memory, and {} are allowed",
                                 visible_path(file_->name), result_->log.row_bytes(), *options_->most_memory),
                     "ReadOptions::most_memory");
  }

  void begin(std::shared_ptr<const EventFile> file) {
    file_ = std::move(file);
    FileReport& report = result_->files.emplace_back();
    report.first_number = LogInternals::next_number(result_->log);
    report.path = file_->path;
    report.name = file_->name;
    report.format = file_->format->name();
    if (is_own(*file_->format, *options_)) report.own_format = file_->format->info();
    report.unknown_columns = file_->rows->unknown_columns();
    result_->log.from_source(file_->ids);
    if (rejects_ && !file_->header.empty()) rejects_->header(file_->header);
    merged_.emplace(result_->log, report, rejects_);
  }

  ReadResult* result_;
  RejectsFile* rejects_;
  const ReadOptions* options_;
  const Progress* progress_;
  std::shared_ptr<const EventFile> file_;
  std::optional<MergedFile> merged_;
};

BriefDetails details_for(const ReadOptions& options) {
  if (options.brief || options.provenance_of) return {options.own_scores, options.provenance_of};
  return {options.own_scores, [](std::string_view, std::string_view) { return true; }};
}

void read_files(EventFiles& files, const ReadOptions& options, RejectsFile* rejects, const Progress& progress,
                ReadResult& result) {
  Merge merge(result, rejects, options, progress);
  const BriefDetails details = details_for(options);
  const auto take = [&](EventBlock&& from) {
    TakenRows intake(*from.file->rows, from.file->ids, rejects != nullptr, details);
    try {
      const std::uint64_t lines =
          named(*from.file, [&] { return take_rows(from.block, *from.file->rows, options.max_record, intake); });
      return TakenBlock{std::move(from.file), from.bytes_read, intake.finish(std::move(from.block), lines)};
    } catch (const RowFailure& failure) {
      return TakenBlock{std::move(from.file), from.bytes_read, {}, failure};
    }
  };
  const std::size_t threads = options.threads > 0 ? options.threads : std::thread::hardware_concurrency();
  work_in_order(
      threads, [&] { return files.next(); }, take, [&](TakenBlock&& block) { merge.add(std::move(block)); });
  merge.finish();
  merge.settle(threads);
}

void refuse_too_many_rejects(const std::vector<FileReport>& files, const ReadOptions& options) {
  constexpr std::size_t most_shown = 20;
  std::size_t rejects = 0, shown = 0;
  std::string examples;
  for (const FileReport& file : files) {
    rejects += rejected_rows(file);
    for (const DamageExample& example : file.examples)
      if (++shown <= most_shown) examples += "\n  " + to_text(file, example);
  }
  if (shown > most_shown) examples += fmt::format("\n  and {} more examples", shown - most_shown);
  if (options.max_rejects && rejects > *options.max_rejects)
    throw InputError(ErrorCode::too_many_rejects,
                     fmt::format("{} {} rejected, {} allowed:{}", rejects, rejects == 1 ? "row is" : "rows are",
                                 *options.max_rejects, examples),
                     "ReadOptions::max_rejects");
}

/// Opens what all files share, calls `read_all(result, rejects)`, and closes it.
template <class ReadAll>
ReadResult with_rejects(const ReadOptions& options, ReadAll read_all) {
  check(options);
  ReadResult result;
  std::optional<RejectsFile> rejects;
  if (!options.rejects_file.empty()) rejects.emplace(options.rejects_file);
  read_all(result, rejects ? &*rejects : nullptr);
  if (rejects) rejects->finish();
  refuse_too_many_rejects(result.files, options);
  return result;
}

}  // namespace

ReadResult read_events(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  check_rejects_file(paths, options);
  refuse_repeated_files(paths);
  check_sources(paths.size(), options);
  return with_rejects(options, [&](ReadResult& result, RejectsFile* rejects) {
    EventFiles files(paths, options);
    read_files(files, options, rejects, {options, files.total_bytes()}, result);
  });
}

ReadResult read_events(const std::filesystem::path& path, const ReadOptions& options) {
  return read_events(std::span(&path, 1), options);
}

ReadResult read_events(ByteSource& bytes, std::string_view name, const ReadOptions& options) {
  check_sources(1, options);
  return with_rejects(options, [&](ReadResult& result, RejectsFile* rejects) {
    EventFiles files(bytes, name, options);
    read_files(files, options, rejects, {options, files.total_bytes()}, result);
  });
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const EventFormat* format : event_formats()) names.emplace_back(format->name());
  return names;
}

}  // namespace detente
