#include "detente/scales/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<ScaleKind, 5> scale_names{{
    {ScaleKind::softsign, "softsign"},
    {ScaleKind::linear, "linear"},
    {ScaleKind::relative, "relative"},
    {ScaleKind::zscore, "zscore"},
    {ScaleKind::percentile, "percentile"},
}};

/// "kappa=10" of softsign or "slope=5" of linear; false for anything else.
bool read_parameter(Scale& scale, std::string_view text) {
  const bool is_softsign = scale.kind == ScaleKind::softsign;
  if (!is_softsign && scale.kind != ScaleKind::linear) return false;
  if (!text.starts_with(is_softsign ? "kappa=" : "slope=")) return false;
  const auto value = parse_number(text.substr(6));
  if (!value || !(*value > 0)) return false;
  (is_softsign ? scale.kappa : scale.slope) = *value;
  return true;
}

double base_mean(const Scale& scale, std::span<const Day> days, std::span<const std::optional<double>> levels) {
  if (!scale.base) throw_invalid("scale", "relative", "needs a base window");
  double sum = 0;
  std::size_t n = 0;
  for (std::size_t i = 0; i < days.size(); ++i)
    if (levels[i] && scale.base->first <= days[i] && days[i] < scale.base->end) {
      sum += *levels[i];
      ++n;
    }
  const double mean = n > 0 ? sum / static_cast<double>(n) : 0;
  if (!(mean > 0))
    throw_invalid("base", fmt::format("{}/{}", to_text(scale.base->first), to_text(scale.base->end - 1)),
                  fmt::format("the mean level there is {}; the relative scale needs one above 0", shortest(mean)));
  return mean;
}

}  // namespace

std::string to_text(const Scale& scale) {
  const std::string_view name = name_of(scale_names, scale.kind);
  if (scale.kind == ScaleKind::softsign) return fmt::format("{} kappa={}", name, shortest(scale.kappa));
  if (scale.kind == ScaleKind::linear) return fmt::format("{} slope={}", name, shortest(scale.slope));
  if (scale.kind == ScaleKind::relative && scale.base)
    return fmt::format("{} base={}/{}", name, to_text(scale.base->first), to_text(scale.base->end - 1));
  return std::string(name);
}

Parsed<Scale> parse_scale(std::string_view text) {
  const std::size_t space = text.find(' ');
  const auto kind = value_of(scale_names, text.substr(0, space));
  if (!kind) return Parsed<Scale>::broken(fmt::format("a scale is one of {}", fmt::join(all_names(scale_names), ", ")));
  Scale scale;
  scale.kind = *kind;
  if (space == std::string_view::npos) return scale;
  if (!read_parameter(scale, trim(text.substr(space))))
    return Parsed<Scale>::broken("softsign takes kappa=POINTS, linear takes slope=INDEX POINTS A POINT, both above 0");
  return scale;
}

FittedScale::FittedScale(const Scale& scale, std::span<const Day> days, std::span<const std::optional<double>> levels)
    : scale_(scale) {
  if (!(scale.kappa > 0)) throw_invalid("kappa", scale.kappa, "is above 0 points");
  if (!(scale.slope > 0)) throw_invalid("slope", scale.slope, "is above 0 index points a point");
  if (scale.kind == ScaleKind::relative) base_mean_ = base_mean(scale, days, levels);
  if (scale.kind != ScaleKind::zscore && scale.kind != ScaleKind::percentile) return;
  double sum = 0, squares = 0;
  for (const auto& level : levels) {
    past_count_.push_back(past_.size());
    sum_.push_back(sum);
    sum_squares_.push_back(squares);
    if (!level) continue;
    past_.push_back(*level);
    sum += *level;
    squares += *level * *level;
  }
}

double FittedScale::percentile(std::size_t i, double level) const {
  double below = 0;
  for (std::size_t j = 0; j < past_count_[i]; ++j) below += past_[j] < level ? 1 : past_[j] == level ? 0.5 : 0;
  return 100 * below / static_cast<double>(past_count_[i]);
}

std::optional<double> FittedScale::against_others(std::size_t i, double level) const {
  if (scale_.kind == ScaleKind::relative) return 100 * level / base_mean_;
  if (scale_.kind == ScaleKind::percentile)
    return past_count_[i] > 0 ? std::optional(percentile(i, level)) : std::nullopt;
  const auto n = static_cast<double>(past_count_[i]);
  if (n < 2) return std::nullopt;
  const double mean = sum_[i] / n;
  const double variance = (sum_squares_[i] - n * mean * mean) / (n - 1);
  if (!(variance > 1e-12 * (1 + mean * mean))) return std::nullopt;
  return (level - mean) / std::sqrt(variance);
}

double FittedScale::slope(double level) const {
  switch (scale_.kind) {
    case ScaleKind::softsign: {
      const double from_end = std::abs(level) + scale_.kappa;
      return 50 * scale_.kappa / (from_end * from_end);
    }
    case ScaleKind::linear: return scale_.slope;
    case ScaleKind::relative: return 100 / base_mean_;
    default: throw_invalid("scale", name_of(scale_names, scale_.kind), "has no slope of one day alone");
  }
}

}  // namespace detente
