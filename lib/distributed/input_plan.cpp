#include "distributed/input_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/ground/work_control.hpp"
#include "ground/in_order.hpp"
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

void add_reports(const std::filesystem::path& path, const SeenFile& seen, const ReadOptions& options,
                 std::vector<FileReport>& files) {
  for (const SeenFile::Member& member : seen.members) {
    FileReport& report = files.emplace_back();
    report.path = path.string();
    report.name = member.name;
    report.format = member.format;
    const EventFormat* format = find_event_format(member.format, options);
    if (format != nullptr && is_own(*format, options)) report.own_format = format->info();
  }
}

/// Whose ids the files at a path have, and whether one of them is of a program's own format.
struct Owners {
  std::set<std::string> names;
  bool own_format = false;
};

Owners owners_of(const SeenFile& seen, std::size_t file, const ReadOptions& options) {
  Owners out;
  for (const SeenFile::Member& member : seen.members) {
    const EventFormat& format = *find_event_format(member.format, options);
    out.names.insert(ids_of(format, options, file).name);
    out.own_format |= is_own(format, options);
  }
  return out;
}

/// Whether everyone reads the files at each path. Reports of one source must come together to be settled, so files that
/// share the source of their ids with a program's own format, which is read whole, are read whole too.
std::vector<bool> read_by_all(const std::vector<SeenFile>& seen, const ReadOptions& options) {
  std::vector<Owners> owners;
  std::set<std::string> of_own_formats;
  for (std::size_t file = 0; file < seen.size(); ++file) {
    owners.push_back(owners_of(seen[file], file, options));
    if (owners.back().own_format) of_own_formats.merge(std::set(owners.back().names));
  }
  std::vector<bool> out;
  for (std::size_t file = 0; file < seen.size(); ++file)
    out.push_back(seen[file].is_whole || std::any_of(owners[file].names.begin(), owners[file].names.end(),
                                                     [&](const auto& name) { return of_own_formats.contains(name); }));
  return out;
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

void require_files(std::span<const std::filesystem::path> paths) {
  for (const std::filesystem::path& path : paths) {
    refuse_pipe(path);
    (void)open_bytes(path);
  }
}

SeenFile look_at(const std::filesystem::path& path, const ReadOptions& options) {
  SeenFile seen;
  const std::vector<RecognisedFile> members = recognised_files(path, options, seen.can_be_cut);
  seen.size = std::filesystem::file_size(path);
  seen.bytes = seen.size * (seen.can_be_cut ? 1 : packing);
  for (const RecognisedFile& member : members) {
    seen.is_whole |= is_for_everyone(*member.format, options);
    seen.can_be_cut &= !member.quoted;
    seen.has_header |= member.header;
    seen.members.push_back({member.name, std::string(member.format->name())});
  }
  return seen;
}

std::vector<SeenFile> look_at_all(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  std::vector<SeenFile> out;
  std::size_t next = 0;
  const auto take = [&] { return next < paths.size() ? std::optional(next++) : std::nullopt; };
  work_in_order(
      reading_threads(options), take, [&](std::size_t file) { return look_at(paths[file], options); },
      [&](SeenFile&& seen) {
        if (options.stop.stop_requested()) throw Stopped({out.size(), paths.size(), "files"});
        out.push_back(std::move(seen));
      });
  return out;
}

void put_seen(std::string& to, const SeenFile& seen) {
  put_number(to, seen.members.size());
  for (const SeenFile::Member& member : seen.members) {
    put_text(to, member.name);
    put_text(to, member.format);
  }
  for (const bool yes : {seen.is_whole, seen.can_be_cut, seen.has_header}) put_number(to, yes ? 1 : 0);
  put_number(to, seen.size);
  put_number(to, seen.bytes);
}

SeenFile take_seen(ByteReader& from) {
  SeenFile out;
  for (std::size_t n = from.count(); n > 0; --n) {
    std::string name(from.text());
    out.members.push_back({std::move(name), std::string(from.text())});
  }
  for (bool* yes : {&out.is_whole, &out.can_be_cut, &out.has_header}) *yes = from.number() == 1;
  out.size = from.number();
  out.bytes = from.number();
  return out;
}

InputPlan plan_input(const std::vector<std::filesystem::path>& paths, const std::vector<SeenFile>& seen,
                     const ReadOptions& options, std::optional<std::uint64_t> task_bytes) {
  InputPlan plan{.paths = paths};
  const std::vector<bool> by_all = read_by_all(seen, options);
  std::uint64_t shared = 0;
  for (std::size_t file = 0; file < paths.size(); ++file) {
    add_reports(paths[file], seen[file], options, plan.files);
    if (!by_all[file]) shared += seen[file].bytes;
  }
  const std::uint64_t usual = std::clamp(shared / usual_tasks, least_task, most_task);
  Tasks tasks(plan.tasks, std::max<std::uint64_t>(1, task_bytes.value_or(usual)));
  for (std::size_t file = 0; file < paths.size(); ++file) {
    if (by_all[file])
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
