#include "questions/ahead/laid_over.hpp"

#include <algorithm>

namespace detente::detail {

std::optional<Act> laid_over(const Act& act, Window stretch, std::int32_t later, Day today) {
  const Day end = act.date.is_open() ? std::max(act.date.first, today) : act.date.last;
  const Day first = std::max(act.date.first, stretch.first), last = std::min(end, stretch.end - 1);
  if (last < first) return std::nullopt;
  Act out = act;
  const double share = static_cast<double>(last - first + 1) / static_cast<double>(end - act.date.first + 1);
  if (act.date.kind == SpanKind::one_day)
    out.probability *= share;
  else if (act.standing == Standing::none)
    out.weight *= share;
  out.date.first = first + later;
  out.date.last = last + later;
  out.date.about = 0;
  if (out.until) out.until = *out.until + later;
  out.key.value = ~act.key.value;  // it is another act
  return out;
}

std::vector<Act> laid_over(std::span<const Act> acts, Window stretch, std::int32_t later, Day today) {
  std::vector<Act> out;
  for (const Act& act : acts)
    if (auto laid = laid_over(act, stretch, later, today)) out.push_back(std::move(*laid));
  return out;
}

}  // namespace detente::detail
