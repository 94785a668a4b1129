#include "readers/read_blocks.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <thread>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/ground/work_control.hpp"
#include "ground/in_order.hpp"
#include "readers/formats/checked_rows.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/rows/block_rows.hpp"
#include "readers/rows/taken_rows.hpp"

namespace detente::detail {
namespace {

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
  Merge(const ReadInto& into, const ReadOptions& options, const Progress& progress)
      : into_(&into), options_(&options), progress_(&progress) {}

  void add(TakenBlock&& block) {
    if (block.file != file_) {
      finish();
      begin(block.file);
    }
    if (block.failure) fail(*block.failure);
    named(*file_, [&] { merged_->add(std::move(block.taken)); });
    if (options_->on_growth) options_->on_growth(*into_->log);
    check_memory();
    progress_->at(block.bytes_read);
  }

  /// The last file is complete.
  void finish() {
    if (!file_) return;
    into_->ended(*file_, *merged_);
    file_ = nullptr;
  }

 private:
  [[noreturn]] void fail(const RowFailure& failure) const {
    throw_format_failed(fmt::format("{}:{}", visible_path(file_->name), merged_->lines() + failure.line),
                        *file_->format, failure.what());
  }

  void check_memory() const {
    const std::size_t bytes = into_->log->row_bytes();
    if (!options_->most_memory || bytes <= *options_->most_memory) return;
    throw InputError(ErrorCode::too_much_memory,
                     fmt::format("{}: the events read so far take {} bytes of memory, and {} are allowed",
                                 visible_path(file_->name), bytes, *options_->most_memory),
                     "ReadOptions::most_memory");
  }

  void begin(std::shared_ptr<const EventFile> file) {
    file_ = std::move(file);
    FileReport& report = into_->reports->emplace_back();
    report.first_number = LogInternals::next_number(*into_->log);
    report.path = file_->path;
    report.name = file_->name;
    report.format = file_->format->name();
    if (is_own(*file_->format, *options_)) report.own_format = file_->format->info();
    report.unknown_columns = file_->rows->unknown_columns();
    into_->log->from_source(file_->ids);
    if (into_->rejects && !file_->header.empty()) into_->rejects->header(file_->header);
    merged_.emplace(*into_->log, report, into_->rejects);
  }

  const ReadInto* into_;
  const ReadOptions* options_;
  const Progress* progress_;
  std::shared_ptr<const EventFile> file_;
  std::optional<MergedFile> merged_;
};

BriefDetails details_for(const ReadOptions& options) {
  if (options.brief || options.provenance_of) return {options.own_scores, options.provenance_of};
  return {options.own_scores, [](std::string_view, std::string_view) { return true; }};
}

}  // namespace

void read_blocks(EventFiles& files, const ReadOptions& options, const ReadInto& into) {
  const Progress progress(options, files.total_bytes());
  Merge merge(into, options, progress);
  const BriefDetails details = details_for(options);
  const auto take = [&](EventBlock&& from) {
    TakenRows intake(*from.file->rows, from.file->ids, into.rejects != nullptr, details);
    try {
      const std::uint64_t lines =
          named(*from.file, [&] { return take_rows(from.block, *from.file->rows, options.max_record, intake); });
      return TakenBlock{std::move(from.file), from.bytes_read, intake.finish(std::move(from.block), lines)};
    } catch (const RowFailure& failure) {
      return TakenBlock{std::move(from.file), from.bytes_read, {}, failure};
    }
  };
  work_in_order(
      reading_threads(options), [&] { return files.next(); }, take,
      [&](TakenBlock&& block) { merge.add(std::move(block)); });
  merge.finish();
}

std::size_t reading_threads(const ReadOptions& options) {
  return options.threads > 0 ? options.threads : std::thread::hardware_concurrency();
}

void require_rows(const FileReport& report) {
  if (report.rows == 0)
    throw InputError(ErrorCode::no_events, fmt::format("{}: holds no events: nothing follows the header", report.name));
}

void refuse_too_many_rejects(std::span<const FileReport> files, const ReadOptions& options) {
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

}  // namespace detente::detail
