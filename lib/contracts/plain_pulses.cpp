#include "contracts/plain_pulses.hpp"

#include "contracts/log_internals.hpp"

namespace detente::detail {

CodeScores::CodeScores(const EventLog& log, const Codebook& codebook, bool own_scores)
    : log_(&log), codebook_(&codebook), own_scores_(own_scores) {
  add_codes();
}

void CodeScores::add_codes() {
  const std::size_t known = by_code_.size();
  by_code_.resize(log_->codes().size());
  for (auto code = static_cast<SymbolId>(known); code < by_code_.size(); ++code) {
    const CodeEntry* entry = codebook_->find(log_->codes()[code]);
    if (!entry) continue;
    by_code_[code] = {tension(entry->score), entry->quad, true};
    plain_ = plain_ && entry->opens.empty() && entry->closes.empty();
  }
}

bool CodeScores::are_plain() const noexcept { return plain_ && LogInternals::is_plain(*log_); }

CodeScores::Score CodeScores::of(const CodedEvent& event) const {
  Score score = by_code_[event.code()];
  const double* own = own_scores_ && LogInternals::has_scores(*log_) ? log_->score(event.row) : nullptr;
  if (own == nullptr) return score;
  if (!score.known) score.quad = *own < 0 ? QuadClass::verbal_conflict : QuadClass::verbal_cooperation;
  score.points = tension(*own);
  score.known = true;
  return score;
}

std::optional<Impulse> pulse_of(const CodedEvent& event, const CodeScores& scores) {
  const CodeScores::Score score = scores.of(event);
  if (!score.known || event.probability <= 0 || event.weight <= 0) return std::nullopt;
  Impulse pulse;
  pulse.points = score.points;
  pulse.weight = event.weight * event.probability;
  pulse.key = pulse.opening = event.key();
  pulse.day = pulse.since = event.date.first;
  pulse.quad = score.quad;
  pulse.direction = event.direction;
  return pulse;
}

std::vector<Impulse> pulses_of(std::span<const CodedEvent> events, const CodeScores& scores) {
  std::vector<Impulse> out;
  out.reserve(events.size());
  for (const CodedEvent& event : events)
    if (const auto pulse = pulse_of(event, scores)) out.push_back(*pulse);
  return out;
}

}  // namespace detente::detail
