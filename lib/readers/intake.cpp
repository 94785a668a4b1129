#include "readers/intake.hpp"

#include "detente/ground/text.hpp"

namespace detente {
namespace {

/// The same event in full; `score` and what people read are there for those who asked for them.
Event in_full(const BriefEvent& brief) {
  Event event;
  event.id = brief.id;
  event.date = DateSpan::on(brief.day);
  event.reported = brief.reported;
  event.source = brief.source;
  event.target = brief.target;
  event.code = brief.code;
  event.mentions = brief.mentions;
  event.score = brief.score;
  event.issue = brief.issue;
  event.note = brief.note;
  event.url = brief.url;
  event.line = brief.line;
  return event;
}

}  // namespace

void Intake::keep(Event event, const FieldRow& row, const Rejection& duplicate) {
  ++taken_.rows;
  ++taken_.kept;
  RejectedRow rejected;
  if (!event.id.empty()) rejected = {row.raw, example(row, duplicate)};
  taken_.events.push_back({std::move(event), std::move(rejected)});
}

void Intake::keep(const BriefEvent& event) {
  // Behind an event in full the others are too: events keep the order of their rows.
  if (!taken_.events.empty()) return keep(in_full(event), {});
  taken_.batch.add(event);
  ++taken_.rows;
  ++taken_.kept;
}

void Intake::set_aside(std::string_view reason) {
  ++taken_.rows;
  ++taken_.set_aside[reason];
}

void Intake::reject(const FieldRow& row, const Rejection& why) {
  ++taken_.rows;
  const bool shown = ++taken_.rejected[why.reason] <= examples_per_reason;
  if (!shown && !wants_raw_) return;
  RejectedRow& rejected = taken_.rejects.emplace_back();
  rejected.raw = row.raw;
  rejected.after = taken_.events.size();
  if (shown) rejected.example = example(row, why);
}

DamageExample Intake::example(const FieldRow& row, const Rejection& why) const {
  const bool named = why.column > 0 && why.column <= columns_->size();
  return {.line = row.line,
          .column = why.column,
          .column_name = named ? visible(columns_->name(why.column - 1)) : std::string(),
          .reason = std::string(why.reason),
          .rule = why.rule,
          .text = visible(why.column > 0 ? why.text : row.raw)};
}

Taken Intake::finish(Block block) {
  taken_.block = std::move(block);
  return std::move(taken_);
}

}  // namespace detente
