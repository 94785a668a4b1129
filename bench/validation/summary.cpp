#include "validation/summary.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "validation/document.hpp"

namespace validation {
namespace {

constexpr std::string_view begins = "<!-- validation: sh bench/validation/run.sh writes it -->\n";
constexpr std::string_view ends = "<!-- end of validation -->\n";

struct Shown {
  const char* name;
  const char* text;
};
constexpr std::array shown{
    Shown{"two_speed", "`two_speed`"},
    Shown{"own history", "a pair's own past severe acts"},
    Shown{"hostile sum, half-life 60 days", "a hostile sum that fades by half in 60 days"},
    Shown{"decayed_sum", "`decayed_sum`"},
    Shown{"hostile events", "hostile events of the month"},
    Shown{"latent_level", "`latent_level`"},
    Shown{"conflict_share", "`conflict_share`"},
    Shown{"decayed_mean", "`decayed_mean`"},
    Shown{"saturating", "`saturating`"},
    Shown{"window_mean", "`window_mean`"},
};

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

}  // namespace

std::string readme_block(const Summary& summary) {
  std::string out(begins);
  out +=
      "\n| input | severe acts of the next month: gain % | points to own past [95 %] | disputes: AUC within "
      "pairs | "
      "crises found |\n|---|---:|---:|---:|---:|\n";
  for (const Shown& row : shown) {
    const SummaryRow& s = summary.rows.at(row.name);
    out += fmt::format("| {} | {} | {} | {} | {} |\n", row.text, figure(s.gain, 1), or_dash(s.points),
                       figure(s.disputes), or_dash(s.crises));
  }
  const SummaryRow& ours = summary.rows.at("two_speed");
  out += fmt::format(
      "\n`two_speed` forecasts severe acts better than the month's hostile events do ({} points of gain) and no better "
      "than the "
      "pair's own past ({}). It finds {} dated crises where the hostile events find {}: it sums, so it is highest when "
      "a crisis "
      "has gone on for a while. It does not forecast the onset of a dispute (AUC within pairs {}).\n\n",
      summary.to_hostile_events, ours.points, ours.crises, summary.rows.at("hostile events").crises,
      figure(ours.onsets));
  return out + std::string(ends);
}

std::string with_block(const std::string& text, const std::string& block) {
  const auto from = text.find(begins), to = text.find(ends);
  if (from == std::string::npos || to == std::string::npos || to < from)
    throw std::runtime_error("the README has no place for the validation");
  return text.substr(0, from) + block + text.substr(to + ends.size());
}

}  // namespace validation
