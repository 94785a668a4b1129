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

void Intake::header(std::string_view raw, const Columns& columns, std::vector<std::string> unknown) {
  columns_ = columns;
  report_->unknown_columns = std::move(unknown);
  if (rejects_) rejects_->header(raw);
}

bool Intake::keep(const Event& event) {
  if (!log_->add(event)) return false;
  ++report_->rows;
  ++report_->kept;
  return true;
}

void Intake::set_aside(const std::string& reason) {
  ++report_->rows;
  ++report_->set_aside[reason];
}

void Intake::reject(const Record& record, const Rejection& why) {
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
