#include "readers/rows/merged_file.hpp"

#include "contracts/log_internals.hpp"

namespace detente::detail {

void RejectsFile::header(std::string_view raw) {
  if (raw == header_) return;
  header_ = raw;
  row(raw);
}

void RejectsFile::row(std::string_view raw) {
  file_.write(raw);
  file_.write("\n");
}

void MergedFile::add(Taken taken) {
  move_lines(taken);
  report_->rows += taken.rows;
  report_->kept += taken.kept;
  reported_.add(taken.reported);
  for (const auto& [reason, rows] : taken.set_aside) report_->set_aside[reason] += rows;
  for (const auto& [reason, rows] : taken.rejected) report_->rejected[reason] += rows;
  for (const auto& [name, rows] : taken.unknown_names) report_->unknown_names[name] += rows;
  const std::size_t first_row = log_->size();
  add_events(taken);
  look_at_rows(first_row);
}

/// Converts line numbers within the block to line numbers within the file.
void MergedFile::move_lines(Taken& taken) {
  for (Stretch& stretch : taken.stretches) {
    stretch.batch.move_lines(lines_);
    for (Event& event : stretch.events) event.line += lines_;
  }
  for (RejectedRow& row : taken.rejects)
    if (row.example) row.example->line += lines_;
  lines_ += taken.lines;
}

void MergedFile::add_events(const Taken& taken) {
  for (const Stretch& stretch : taken.stretches) {
    if (!stretch.batch.empty()) log_->append(stretch.batch);
    for (const Event& event : stretch.events) log_->add(event);
  }
  for (const RejectedRow& reject : taken.rejects) add_reject(reject);
}

void MergedFile::add_reject(const RejectedRow& row) {
  if (rejects_) rejects_->row(row.raw);
  if (row.example && ++shown_[row.example->reason] <= examples_per_reason) report_->examples.push_back(*row.example);
}

/// Counts the rows' days and codes. Brief events have one day each, which is in the row.
void MergedFile::look_at_rows(std::size_t first_row) {
  const bool all_exact = LogInternals::has_exact_dates(*log_);
  events_with_.resize(log_->codes().size());
  for (const EventLog::Row& row : log_->rows().subspan(first_row)) {
    days_.add(all_exact ? DateSpan::on(row.first) : log_->date(row));
    ++events_with_[row.code];
  }
}

void MergedFile::finish() {
  days_.report(*report_);
  report_->first_reported = reported_.first();
  for (std::size_t code = 0; code < events_with_.size(); ++code)
    if (events_with_[code] > 0 && !log_->codes()[static_cast<SymbolId>(code)].empty())
      report_->codes.emplace(log_->codes()[static_cast<SymbolId>(code)], events_with_[code]);
}

}  // namespace detente::detail
