#include "readers/rows/taken_rows.hpp"

#include "detente/ground/text.hpp"

namespace detente::detail {

Stretch& TakenRows::begin_stretch() { return taken_.stretches.emplace_back(Stretch{EventBatch(ids_, details_)}); }

void TakenRows::keep(Event event) {
  ++taken_.rows;
  ++taken_.kept;
  taken_.reported.add(event.date.is_open() ? event.date.first : event.date.last, event.reported);
  if (taken_.stretches.empty()) begin_stretch();
  taken_.stretches.back().events.push_back(std::move(event));
}

void TakenRows::keep(const BriefEvent& event) {
  const bool goes_on = !taken_.stretches.empty() && taken_.stretches.back().events.empty();
  Stretch& stretch = goes_on ? taken_.stretches.back() : begin_stretch();
  stretch.batch.add(event);
  taken_.reported.add(event.day, event.reported);
  ++taken_.rows;
  ++taken_.kept;
}

void TakenRows::set_aside(std::string_view reason) {
  ++taken_.rows;
  ++taken_.set_aside[reason];
}

void TakenRows::unknown_name(std::string_view name) { ++taken_.unknown_names[visible(name)]; }

void TakenRows::reject(const FieldRow& row, const Rejection& why) {
  ++taken_.rows;
  const bool shown = ++taken_.rejected[why.reason] <= examples_per_reason;
  if (!shown && !wants_raw_) return;
  RejectedRow& rejected = taken_.rejects.emplace_back();
  rejected.raw = row.raw;
  if (shown) rejected.example = example(row, why);
}

DamageExample TakenRows::example(const FieldRow& row, const Rejection& why) const {
  const std::span<const std::string> columns = rows_->column_names();
  const bool named = why.column > 0 && why.column <= columns.size();
  return {.line = row.line,
          .column = rows_->has_numbered_columns() ? why.column : 0,
          .column_name = named ? visible(columns[why.column - 1]) : std::string(),
          .reason = std::string(why.reason),
          .rule = why.rule,
          .text = visible(why.column > 0 ? why.text : row.raw)};
}

Taken TakenRows::finish(Block block, std::uint64_t lines) {
  taken_.lines = lines;
  taken_.block = std::move(block);
  return std::move(taken_);
}

}  // namespace detente::detail
