#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "readers/read_blocks.hpp"
#include "readers/slice_findings.hpp"

namespace detente::detail {
namespace {

/// Keeps rejected rows in memory, those of each file by themselves.
class KeptRejects final : public RejectedRows {
 public:
  void header(std::string_view raw) override { header_ = raw; }
  void row(std::string_view raw) override { rows_.emplace_back(raw); }
  void move_to(SliceFindings& findings) {
    findings.header = std::exchange(header_, {});
    findings.rejected = std::exchange(rows_, {});
  }

 private:
  std::string header_;
  std::vector<std::string> rows_;
};

void add_counts(std::map<std::string, std::size_t>& to, const std::map<std::string, std::size_t>& from) {
  for (const auto& [name, rows] : from) to[name] += rows;
}

/// Puts a slice behind those of its file that came before.
void add(SliceFindings& file, const SliceFindings& slice) {
  FileReport& to = file.report;
  const FileReport& from = slice.report;
  to.rows += from.rows;
  to.kept += from.kept;
  add_counts(to.set_aside, from.set_aside);
  add_counts(to.rejected, from.rejected);
  add_counts(to.unknown_names, from.unknown_names);
  add_counts(to.codes, from.codes);
  for (DamageExample example : from.examples) {
    const auto shown = std::count_if(to.examples.begin(), to.examples.end(),
                                     [&](const DamageExample& other) { return other.reason == example.reason; });
    if (static_cast<std::size_t>(shown) == examples_per_reason) continue;
    example.line += file.lines;
    to.examples.push_back(std::move(example));
  }
  file.lines += slice.lines;
  file.days.add(slice.days);
  file.reported.add(slice.reported);
}

FileReport finished(SliceFindings&& file) {
  file.days.report(file.report);
  file.report.first_reported = file.reported.first();
  return std::move(file.report);
}

}  // namespace

SlicesRead read_slices(std::span<const std::filesystem::path> paths, const std::vector<FileSlice>& slices,
                       const ReadOptions& options) {
  SlicesRead out;
  KeptRejects rejects;
  std::vector<FileReport> reports;
  EventFiles files(paths, slices, options);
  const auto ended = [&](const EventFile& file, MergedFile& merged) {
    merged.finish();
    SliceFindings& found = out.found.emplace_back();
    found.file = file.number;
    found.member = file.member;
    found.report = std::move(reports.back());
    found.lines = merged.lines();
    found.days = merged.days();
    found.reported = merged.reported();
    rejects.move_to(found);
  };
  read_blocks(files, options, {&out.log, &reports, options.rejects_file.empty() ? nullptr : &rejects, ended});
  return out;
}

std::vector<FileReport> reports_of(std::span<const SliceFindings> found) {
  std::vector<FileReport> out;
  std::uint32_t number = 0;  // as if all had been read into one log
  for (std::size_t i = 0; i < found.size();) {
    SliceFindings file = found[i++];
    while (i < found.size() && found[i].file == file.file && found[i].member == file.member) add(file, found[i++]);
    require_rows(file.report);
    file.report.first_number = number;
    number += static_cast<std::uint32_t>(file.report.kept);
    out.push_back(finished(std::move(file)));
  }
  return out;
}

void write_rejects(std::span<const SliceFindings> found, const ReadOptions& options) {
  if (options.rejects_file.empty()) return;
  RejectsFile file(options.rejects_file);
  for (const SliceFindings& slice : found) {
    if (!slice.header.empty()) file.header(slice.header);
    for (const std::string& row : slice.rejected) file.row(row);
  }
  file.finish();
}

}  // namespace detente::detail
