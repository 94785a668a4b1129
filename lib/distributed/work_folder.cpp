#include "distributed/work_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "contracts/packed_rows.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/version.hpp"
#include "distributed/checked_bytes.hpp"
#include "ground/bytes.hpp"
#include "ground/file_range.hpp"

namespace detente::detail {
namespace {

namespace fs = std::filesystem;

/// Everything by which tasks are cut and read.
std::string words_of(const PanelJob& job) {
  std::string out = fmt::format("détente {}, a panel in {} parts\n{}", version, panel_parts, job.reading_words);
  if (job.task_bytes) out += fmt::format("tasks of {} bytes\n", *job.task_bytes);
  require_files(job.files);
  for (const fs::path& path : job.files)
    out += fmt::format("{} bytes, changed at {}: {}\n", fs::file_size(path),
                       fs::last_write_time(path).time_since_epoch().count(), path.string());
  return out;
}

/// The first line in which two texts differ, of the second.
std::string first_difference(const std::string& a, const std::string& b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto at = static_cast<std::size_t>(in_b - b.begin());
  const std::size_t begin = at == 0 ? 0 : b.rfind('\n', at - 1) + 1;
  return visible(b.substr(begin, b.find('\n', at) - begin), 200);
}

void keep_or_compare(const fs::path& path, const std::string& words) {
  std::error_code none;
  if (fs::exists(path, none)) {
    const std::string there = read_all(path);
    if (there != words)
      throw InputError(ErrorCode::other,
                       fmt::format("{}: was begun with other files or other options ('{}'; now '{}'): name another "
                                   "folder, or remove this one",
                                   visible_path(path.parent_path().string()), first_difference(words, there),
                                   first_difference(there, words)));
    return;
  }
  AtomicFile file(path);
  file.write(words);
  file.finish();
  if (read_all(path) != words) keep_or_compare(path, words);  // another job began here at the same moment
}

}  // namespace

WorkFolder::WorkFolder(fs::path folder, const PanelJob& job)
    : folder_(std::move(folder)), scored_(fmt::format("scored-{:016x}", checksum(job.scoring_words))) {
  const std::string words = words_of(job);
  fs::create_directories(folder_ / "read");
  fs::create_directories(folder_ / scored_);
  keep_or_compare(folder_ / "plan", words);
  keep_or_compare(folder_ / scored_ / "words", job.scoring_words);
}

std::vector<SeenFile> WorkFolder::look_at_files(std::span<const fs::path> paths, const ReadOptions& options) const {
  const fs::path file = folder_ / "files";
  if (!is_sound(file)) {
    std::string bytes;
    for (const SeenFile& seen : look_at_all(paths, options)) put_seen(bytes, seen);
    write_checked(file, bytes);
  }
  const std::string bytes = read_checked(file);
  ByteReader from(bytes);
  std::vector<SeenFile> out;
  for (std::size_t i = 0; i < paths.size(); ++i) out.push_back(take_seen(from));
  return out;
}

fs::path WorkFolder::task_file(std::size_t task, const char* ending) const {
  return folder_ / "read" / fmt::format("{:05}.{}", task, ending);
}

bool WorkFolder::has_task(std::size_t task) const {
  std::error_code none;
  return fs::exists(task_file(task, "rows"), none);
}

void WorkFolder::begin_task(std::size_t task) const {
  AtomicFile(task_file(task, "begun"), Flushing::unflushed).finish();
}

bool WorkFolder::was_begun(std::size_t task) const {
  std::error_code none;
  return fs::exists(task_file(task, "begun"), none);
}

/// The head's length, the head, its checksum, and then the rows of the parts.
void WorkFolder::put_task(std::size_t task, const MappedTask& mapped) const {
  std::string head;
  put_number(head, mapped.found.size());
  for (const SliceFindings& found : mapped.found) put_findings(head, found);
  for (const std::string& rows : mapped.rows) {
    put_number(head, rows.size());
    put_number(head, checksum(rows));
    put_number(head, rows.empty() ? 0 : packed_size(rows).rows);
  }
  AtomicFile file(task_file(task, "rows"), Flushing::unflushed);
  file.write(fmt::format("{:016x}{:016x}", head.size(), checksum(head)));
  file.write(head);
  for (const std::string& rows : mapped.rows) file.write(rows);
  file.finish();
  fs::remove(task_file(task, "begun"));
}

TaskHead WorkFolder::head(std::size_t task) const {
  constexpr std::size_t digits = 16;
  const FileRange file(task_file(task, "rows"));
  const std::string front = file.read(0, 2 * digits);
  const auto number = [&](std::size_t at) {
    std::uint64_t out = 0;
    const char* end = front.data() + at + digits;
    if (const auto read = std::from_chars(front.data() + at, end, out, 16); read.ptr != end) file.fail();
    return out;
  };
  const std::uint64_t size = number(0);
  const std::string bytes = file.read(front.size(), size);
  if (checksum(bytes) != number(digits)) file.fail();
  ByteReader from(bytes);
  TaskHead out;
  for (std::size_t n = from.count(); n > 0; --n) out.found.push_back(take_findings(from));
  std::uint64_t offset = front.size() + size;
  for (std::size_t part = 0; part < panel_parts; ++part) {
    TaskHead::Place& place = out.parts.emplace_back();
    place.offset = offset;
    place.size = from.number();
    place.checksum = from.number();
    place.rows = from.number();
    offset += place.size;
  }
  return out;
}

std::string WorkFolder::rows(std::size_t task, const TaskHead::Place& place) const {
  const FileRange file(task_file(task, "rows"));
  std::string out = file.read(place.offset, place.size);
  if (checksum(out) != place.checksum) file.fail();
  return out;
}

fs::path WorkFolder::totals_of(std::size_t part, std::optional<Day> as_of) const {
  const fs::path folder = folder_ / fmt::format("totals-{}", as_of ? to_text(*as_of) : "all");
  fs::create_directories(folder);
  return folder / fmt::format("{:03}", part);
}

fs::path WorkFolder::result_of(std::size_t part) const { return folder_ / scored_ / fmt::format("{:03}", part); }

// ---- rows ----

FolderRows::FolderRows(const WorkFolder& folder, std::size_t tasks) : folder_(&folder) {
  for (std::size_t task = 0; task < tasks; ++task) heads_.push_back(folder.head(task));
}

void FolderRows::each(std::size_t part, const std::function<void(std::size_t, std::string_view)>& take) const {
  for (std::size_t task = 0; task < heads_.size(); ++task)
    if (const TaskHead::Place& place = heads_[task].parts[part]; place.size > 0) take(task, folder_->rows(task, place));
}

std::vector<std::vector<SliceFindings>> FolderRows::findings() const {
  std::vector<std::vector<SliceFindings>> out;
  for (const TaskHead& head : heads_) out.push_back(head.found);
  return out;
}

std::vector<std::uint64_t> FolderRows::sizes() const {
  std::vector<std::uint64_t> out(panel_parts);
  for (const TaskHead& head : heads_)
    for (std::size_t part = 0; part < panel_parts; ++part) out[part] += head.parts[part].rows;
  return out;
}

// ---- day counts ----

std::string bytes_of(const DayCounts& counts) {
  std::string out;
  put_number(out, counts.size());
  for (const auto& [day, events] : counts) {
    put_signed(out, day.value);
    put_double(out, events);
  }
  return out;
}

DayCounts day_counts_of(std::string_view bytes) {
  ByteReader from(bytes);
  DayCounts out;
  for (std::size_t n = from.count(); n > 0; --n) {
    const Day day{static_cast<std::int32_t>(from.signed_number())};
    out[day] = from.decimal();
  }
  return out;
}

}  // namespace detente::detail
