#include "models/parameters.hpp"

#include "detente/ground/error.hpp"

namespace detente::detail {

void Range::check(const std::string& name, double value) const {
  if (*rule == '\0') return require_within(name, value, low, high, unit);
  if (!(has_low ? value >= low : value > low) || !(value <= high)) throw_invalid(name, value, rule);
}

bool says_first(const ModelParameters& p, const std::string& name, const std::string& first,
                const std::string& second) {
  const std::string& text = p.text(name);
  if (text != first && text != second) throw_invalid(name, text, "is " + first + " or " + second);
  return text == first;
}

}  // namespace detente::detail
