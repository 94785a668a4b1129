#include "distributed/input_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "readers/event_files.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/read_blocks.hpp"

namespace detente::detail {
namespace {

/// The least and the most that a task has, if it is not said how much.
constexpr std::uint64_t least_task = std::uint64_t{64} << 10, most_task = std::uint64_t{64} << 20;
constexpr std::uint64_t usual_tasks = 128;
/// About how many times larger text is than packed.
constexpr std::uint64_t packing = 6;

struct SeenFile {
  bool is_whole = false;    ///< every process reads it
  bool can_be_cut = false;  ///< at any line end, but for the first ones of a file with a header
  bool has_header = false;
  std::uint64_t bytes = 0;  ///< about, unpacked
};

bool is_for_everyone(const EventFormat& format, const ReadOptions& options) {
  return is_own(format, options) || format.ids().scope == IdScope::event;
}

void refuse_pipe(const std::filesystem::path& path) {
  std::error_code none;
  if (path == "-" || (std::filesystem::exists(path, none) && !std::filesystem::is_regular_file(path, none)))
    throw InputError(ErrorCode::other,
                     fmt::format("{}: several processes read the files, and this can be read only once: "
                                 "write it to a file first",
                                 visible_path(path.string())));
}

SeenFile look_at(std::size_t number, const ReadOptions& options, InputPlan& plan) {
  const std::filesystem::path& path = plan.paths[number];
  refuse_pipe(path);
  SeenFile seen;
  const std::vector<RecognisedFile> members = recognised_files(path, number, options, seen.can_be_cut);
  seen.bytes = std::filesystem::file_size(path) * (seen.can_be_cut ? 1 : packing);
  plan.sizes.push_back(std::filesystem::file_size(path));
  for (const RecognisedFile& member : members) {
    seen.is_whole |= is_for_everyone(*member.format, options);
    seen.can_be_cut &= !member.quoted;
    seen.has_header |= member.header;
    FileReport& report = plan.files.emplace_back();
    report.path = path.string();
    report.name = member.name;
    report.format = member.format->name();
    if (is_own(*member.format, options)) report.own_format = member.format->info();
  }
  return seen;
}

/// Collects tasks of about `size` bytes.
class Tasks {
 public:
  Tasks(std::vector<InputTask>& tasks, std::uint64_t size) : tasks_(&tasks), size_(size) {}

  void add(std::size_t file, const SeenFile& seen) {
    if (seen.can_be_cut && seen.bytes > size_ + size_ / 2) {
      finish();
      cut(file, seen);
      return;
    }
    open_.slices.push_back({file});
    open_.bytes += seen.bytes;
    if (open_.bytes >= size_) finish();
  }
  /// A header is never longer than what a format is recognised by, so that the first slice has it.
  void cut(std::size_t file, const SeenFile& seen) {
    const std::uint64_t first = seen.has_header ? std::max<std::uint64_t>(size_, head_bytes) : size_;
    for (std::uint64_t begin = 0, next = first; begin < seen.bytes; begin = next, next += size_) {
      const std::uint64_t end = next < seen.bytes ? next : FileSlice::all;
      tasks_->push_back({{{file, begin, end}}, std::min(end, seen.bytes) - begin});
    }
  }

  void finish() {
    if (!open_.slices.empty()) tasks_->push_back(std::move(open_));
    open_ = {};
  }

 private:
  std::vector<InputTask>* tasks_;
  std::uint64_t size_;
  InputTask open_;
};

}  // namespace

InputPlan plan_input(const std::vector<std::filesystem::path>& paths, const ReadOptions& options,
                     std::optional<std::uint64_t> task_bytes) {
  check_paths(paths, options);
  check_reading(options, paths.size());
  InputPlan plan{.paths = paths};
  std::vector<SeenFile> seen;
  std::uint64_t shared = 0;
  for (std::size_t file = 0; file < paths.size(); ++file) {
    seen.push_back(look_at(file, options, plan));
    if (!seen.back().is_whole) shared += seen.back().bytes;
  }
  const std::uint64_t usual = std::clamp(shared / usual_tasks, least_task, most_task);
  Tasks tasks(plan.tasks, std::max<std::uint64_t>(1, task_bytes.value_or(usual)));
  for (std::size_t file = 0; file < paths.size(); ++file) {
    if (seen[file].is_whole)
      plan.whole.push_back({file});
    else
      tasks.add(file, seen[file]);
  }
  tasks.finish();
  return plan;
}

std::string to_text(const InputPlan& plan, const InputTask& task) {
  const FileSlice& first = task.slices.front();
  std::string out = visible_path(plan.paths[first.file].string());
  if (!first.is_whole()) out += fmt::format(" from byte {}", first.begin);
  if (task.slices.size() > 1) out += fmt::format(" and {} more", task.slices.size() - 1);
  return out;
}

}  // namespace detente::detail
