#include "live/live_coder.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "contracts/by_day_and_key.hpp"
#include "contracts/log_internals.hpp"
#include "contracts/weigh_alone.hpp"
#include "values/keys.hpp"

namespace detente::detail {
namespace {

bool are_equal(const EventRow& a, const EventRow& b) {
  return a.identity == Identity::content && a.key == b.key && a.dyad == b.dyad && a.first == b.first;
}

/// Gives equal events without ids, which stand together, keys with occurrence numbers, as `EventLog::arrange` does:
/// in the order of what is told of them, so that the order of arrival does not matter.
void number_occurrences(const EventLog& log, std::span<CodedEvent> equal) {
  std::vector<std::pair<std::uint64_t, CodedEvent>> told;
  told.reserve(equal.size());
  for (const CodedEvent& event : equal) told.emplace_back(LogInternals::content(log, event.row).told, event);
  std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.row.number) < std::tie(b.first, b.second.row.number);
  });
  for (std::size_t i = 0; i < equal.size(); ++i) {
    equal[i] = told[i].second;
    if (i > 0) equal[i].row.key = key_of_occurrence(equal[i].row.key, i);
  }
}

void tell_equal_apart(const EventLog& log, std::vector<CodedEvent>& events) {
  bool again = false;
  for (std::size_t i = 0, end = 0; i < events.size(); i = end) {
    end = i + 1;
    while (end < events.size() && are_equal(events[i].row, events[end].row)) ++end;
    if (end == i + 1) continue;
    number_occurrences(log, std::span(events).subspan(i, end - i));
    again = true;
  }
  if (again) put_in_order(events);
}

}  // namespace

LiveCoder::LiveCoder(const EventLog& log, const LiveScoring& scoring)
    : log_(&log),
      scoring_(&scoring),
      spellings_(scoring.codebook),
      mirrors_(scoring.codebook),
      scores_(log, scoring.codebook, scoring.own_scores) {
  if (scoring.rules.mirrors == Mirrors::once) tables_.mirrors = std::cref(mirrors_);
  if (scoring.rules.mirrors == Mirrors::any) tables_.mirrors = std::equal_to<>();
}

void LiveCoder::look_up_codes() {
  const Symbols& codes = log_->codes();
  for (; codes_ < codes.size(); ++codes_) {
    const std::string& code = codes[static_cast<SymbolId>(codes_)];
    const auto number = static_cast<std::uint16_t>(codes_);
    if (scoring_->codebook.takes_spellings()) tables_.shared.push_back(spellings_.first_of(code, number));
    mirrors_.add(code);
  }
  scores_.add_codes();
}

CodedEvent LiveCoder::coded(const PairEvent& event, double weight, std::uint64_t others, Touch touch) const {
  const auto& [row, day, direction] = event;
  return {row, log_->date(row), log_->mentions(row), direction, touch, weight, 1, others};
}

std::vector<CodedEvent> LiveCoder::coded(std::span<const PairEvent> own, std::span<const OthersEvent> others,
                                         Touch touch) const {
  std::vector<CodedEvent> out;
  out.reserve(own.size() + others.size());
  for (const PairEvent& event : own) out.push_back(coded(event, 1, 0, touch));
  for (const OthersEvent& event : others) out.push_back(coded(event, event.weight, event.others, touch));
  std::sort(out.begin(), out.end(), [](const CodedEvent& a, const CodedEvent& b) {
    const Day day = a.date.middle(), other = b.date.middle();
    return std::tie(day, a.row.key, a.row.dyad, a.row.number) < std::tie(other, b.row.key, b.row.dyad, b.row.number);
  });
  tell_equal_apart(*log_, out);
  return out;
}

std::vector<CodedEvent> LiveCoder::by_rules(std::vector<CodedEvent> day, const Exposure* totals) const {
  const CodingRules& rules = scoring_->rules;
  day = thin_out(std::move(day), rules, tables_);
  if (totals != nullptr) day = weigh_volume(std::move(day), *totals);
  if (rules.volume == Volume::file) day = weigh_volume(std::move(day), rules.exposure);
  return weigh_status(std::move(day), rules.status);
}

bool LiveCoder::closes(const EventRow& row) const {
  const CodeEntry* entry = scoring_->codebook.find(log_->codes()[row.code]);
  return entry != nullptr && !entry->closes.empty();
}

bool LiveCoder::is_alone(const PairEvent& event) const {
  const CodingRules& rules = scoring_->rules;
  return !rules.one_a_day && rules.mirrors == Mirrors::twice && rules.volume != Volume::dyad && are_plain() &&
         event.row.identity != Identity::content;
}

std::optional<Impulse> LiveCoder::pulse_alone(const PairEvent& event) const {
  CodedEvent alone = coded(event, 1, 0, Touch::counts);
  weigh_alone(alone, scoring_->rules);
  return pulse_of(alone, scores_);
}

std::vector<CodedEvent> LiveCoder::weighed_by_status(std::vector<CodedEvent> events) const {
  return weigh_status(std::move(events), scoring_->rules.status);
}

std::vector<Act> LiveCoder::acts(std::span<const CodedEvent> events) const {
  return score_events(*log_, events, scoring_->codebook, scoring_->own_scores, scoring_->actors).acts;
}

Coding LiveCoder::coding(std::vector<CodedEvent> events) const {
  return score_events(*log_, apply_rules(*log_, std::move(events), scoring_->codebook, scoring_->rules),
                      scoring_->codebook, scoring_->own_scores, scoring_->actors);
}

OpenedByOthers LiveCoder::opened_by(std::span<const CodedEvent> events) const {
  OpenedByOthers out(*log_, scoring_->codebook);
  for (const CodedEvent& event : events) out.add(event);
  return out;
}

}  // namespace detente::detail
