#include "readers/intake.hpp"

#include "detente/ground/text.hpp"

namespace detente {

void RejectsFile::header(std::string_view raw) {
  if (raw == header_) return;
  header_ = raw;
  row(raw);
}

void RejectsFile::row(std::string_view raw) {
  file_.write(raw);
  file_.write("\n");
}

void Intake::begin(std::string_view header, const Columns& columns, std::vector<std::string> unknown) {
  columns_ = columns;
  report_->unknown_columns = std::move(unknown);
  if (rejects_ && !header.empty()) rejects_->header(header);
}

bool Intake::keep(const Event& event) {
  finish();  // events keep the order of their rows
  if (!log_->add(event)) return false;
  ++report_->rows;
  ++report_->kept;
  return true;
}

void Intake::keep(const BriefEvent& event) {
  batch_.add(event);
  ++report_->rows;
  ++report_->kept;
}

void Intake::finish() {
  if (batch_.empty()) return;
  log_->append(batch_);
  batch_.clear();
}

void Intake::set_aside(std::string_view reason) {
  ++report_->rows;
  ++report_->set_aside[std::string(reason)];
}

void Intake::reject(const FieldRow& record, const Rejection& why) {
  ++report_->rows;
  const std::size_t so_far = ++report_->rejected[std::string(why.reason)];
  if (rejects_) rejects_->row(record.raw);
  if (so_far > examples_per_reason) return;
  const bool named = why.column > 0 && why.column <= columns_.size();
  report_->examples.push_back({.line = record.line,
                               .column = why.column,
                               .column_name = named ? visible(columns_.name(why.column - 1)) : std::string(),
                               .reason = std::string(why.reason),
                               .rule = why.rule,
                               .text = visible(why.column > 0 ? why.text : record.raw)});
}

}  // namespace detente
