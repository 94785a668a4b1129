#include "output/wording/ranking_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "output/wording/figures.hpp"

namespace detente::detail {
namespace {

/// "11,175"
std::string in_thousands(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string pairs_text(std::size_t number) { return in_thousands(number) + (number == 1 ? " pair" : " pairs"); }

std::string which(RankBy by, std::size_t shown) {
  const std::string number = shown == 1 ? "" : in_thousands(shown) + " ";
  const char* pairs = shown == 1 ? "pair" : "pairs";
  switch (by) {
    case RankBy::change: return fmt::format("The {}{} that moved most", number, pairs);
    case RankBy::risk: return fmt::format("The {}{} where a severe act is likeliest", number, pairs);
    case RankBy::index: break;
  }
  return fmt::format("The {}tensest", number);
}

}  // namespace

std::string ranking_title(const Ranking& ranking) {
  const std::string day = day_in_words(ranking.day), of = pairs_text(ranking.with_index);
  if (ranking.ranked() == 0) return fmt::format("No pair of {} has a rank on {}", of, day);
  return fmt::format("{} of {} on {}", which(ranking.by, ranking.ranked()), of, day);
}

std::string ranking_notes(const Ranking& ranking) {
  std::string out = fmt::format("Changes are those since {}, that day included.", day_in_words(ranking.since));
  if (ranking.warm_from)
    out += fmt::format(" Until {} the model warms up and reads low.", day_in_words(*ranking.warm_from));
  if (!ranking.calibrated) return out;
  const CalibrationCheck& check = *ranking.calibrated;
  if (!check.why.empty()) return out + fmt::format(" No chances of a severe act: {}.", check.why);
  const bool inside = check.standing == CalibrationStanding::in_sample;
  return out + fmt::format(" Chances are of a severe act within the next month, {} {}.",
                           inside ? "in sample: fitted on" : "calibrated on", ranking.calibration);
}

std::string unranked_text(const Ranking& ranking) {
  if (ranking.unsure == 0) return {};
  const bool one = ranking.unsure == 1;
  std::string why =
      fmt::format("next to nothing was reported of {} lately, and silence is not calm", one ? "it" : "them");
  if (ranking.by == RankBy::change) why += ", or next to nothing before, so that a first report would pass for a move";
  return fmt::format("{} {} no rank: {}.", pairs_text(ranking.unsure), one ? "has" : "have", why);
}

std::string word_in_ranking(const RankedPair& pair) {
  return std::string(pair.doubt == Doubt::none ? pair.word : to_text(pair.doubt));
}

std::string acts_text(const RankedPair& pair, Script script) {
  if (!pair.movement) return {};
  std::vector<std::string> named;
  for (const Mover& mover : pair.movement->movers)
    if (std::abs(mover.index) >= 0.05)
      named.push_back(fmt::format("{}: {} {}", who(mover.others, mover.direction, pair.dyad.canonical()).source,
                                  mover.label, signed_figure(mover.index, 1, script == Script::ascii)));
  const std::size_t more = pair.movement->movers.size() - named.size() + pair.movement->more;
  if (named.empty()) return more == 0 ? "" : fmt::format("{} that did little", counted(more, "act"));
  return fmt::format("{}{}", fmt::join(named, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string pair_name(const Ranking& ranking, const RankedPair& pair, Script script) {
  return dyad_name(pair.dyad.canonical(), ranking.direction, script);
}

}  // namespace detente::detail
