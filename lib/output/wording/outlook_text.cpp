#include "detente/output/wording/outlook_text.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// "KEDS Levant 1979–2011"; with the dashes of the script.
std::string name_in(const std::string& name, Script script) {
  std::string out = name;
  const std::string dash = "–";
  for (std::size_t at = 0; script == Script::ascii && (at = out.find(dash)) != std::string::npos;)
    out.replace(at, dash.size(), "-");
  return out;
}

std::string source_text(const Outlook& outlook, Script script) {
  const char* how = outlook.standing == CalibrationStanding::in_sample ? "in sample: fitted on" : "calibrated on";
  return fmt::format("{} {}", how, name_in(outlook.calibration, script));
}

std::string pairs_text(const CalibrationBin& bin, Script script) {
  if (bin.pairs < 2) return {};
  const char* dash = script == Script::ascii ? "-" : "–";
  return fmt::format("; single pairs {}{}{} %", rounded(100 * *bin.lowest), dash, rounded(100 * *bin.highest));
}

std::string near_text(const CalibrationBin& bin, Script script) {
  return fmt::format(
      "near that chance: of {}, forecast {} on average, {} were followed by one{}; {} acts expected, {} observed\n",
      counted(bin.months, "month"), chance_text(bin.chance), chance_text(bin.share), pairs_text(bin, script),
      rounded(bin.expected, 2), rounded(bin.counted, 2));
}

void add_curve(TextTable& table, const std::string& name, const CalibrationCurve& curve, double likelihood) {
  std::vector<std::string> cells{name};
  for (std::size_t i = 0; i < 3; ++i)
    cells.push_back(fmt::format("{} ({})", rounded(curve.at[i], 2), rounded(curve.error[i], 2)));
  cells.push_back(rounded(likelihood, 1));
  table.add(std::move(cells));
}

std::string curves_text(const Calibration& c) {
  TextTable table({{"of a severe act"},
                   {"constant", Align::right},
                   {"acute", Align::right},
                   {"chronic", Align::right},
                   {"log likelihood", Align::right}});
  add_curve(table, "chance (logit)", c.chance, c.chance_log_likelihood);
  add_curve(table, fmt::format("number (dispersion {})", rounded(c.alpha, 2)), c.count, c.count_log_likelihood);
  return table.text();
}

std::string bins_text(const Calibration& c) {
  TextTable table({{"chance"},
                   {"months", Align::right},
                   {"forecast %", Align::right},
                   {"observed %", Align::right},
                   {"single pairs", Align::right},
                   {"acts expected", Align::right},
                   {"observed", Align::right}});
  const auto percent = [](std::optional<double> share) { return share ? std::optional(100 * *share) : share; };
  for (const CalibrationBin& b : c.bins)
    table.add({range_text(100 * b.from, 100 * b.to) + " %", std::to_string(b.months), rounded(100 * b.chance, 1),
               rounded(100 * b.share, 1), range_text(percent(b.lowest), percent(b.highest)), rounded(b.expected, 2),
               rounded(b.counted, 2)});
  return table.text();
}

}  // namespace

std::string chance_text(double chance) {
  if (chance < 0.01) return "under 1 %";
  if (chance > 0.99) return "over 99 %";
  return rounded(100 * chance) + " %";
}

std::string outlook_text(const Outlook& outlook, Script script) {
  const std::string begin = "a severe act within the next month: ";
  if (!outlook.chance) return begin + std::string(to_text(outlook.standing));
  return fmt::format("{}{} ({})", begin, chance_text(*outlook.chance), source_text(outlook, script));
}

std::string outlook_lines(const Outlook& outlook, Script script) {
  const std::string line = outlook_text(outlook, script);
  if (!outlook.chance) return fmt::format("{}: {}\n", line, outlook.why);
  std::string out = fmt::format("{}; expected number {}\n", line, rounded(*outlook.expected, 2));
  if (outlook.near) out += near_text(*outlook.near, script);
  return out;
}

std::string calibration_table(const Calibration& c) {
  return fmt::format(
      "{}: {} of {}, {} followed by a severe act; {} to {}\nrho {}, kappa {}, half-lives {} and {} days; profile {} "
      "({}); codebook {} {}; {}; roll-up {}; hash {}\n\n{}\nIn brackets standard errors, clustered by pair. Below, "
      "each fold of the pairs is forecast by a fit to the others.\n\n{}",
      c.name, counted(c.months, "month"), counted(c.pairs, "pair"), c.severe_months, to_text(c.first), to_text(c.last),
      shortest(c.coding.rho), shortest(c.coding.kappa), shortest(c.coding.half_life_acute),
      shortest(c.coding.half_life_chronic), c.coding.profile, c.coding.profile_standing, c.coding.codebook,
      c.coding.codebook_hash, c.coding.rules, c.coding.roll_up, hash_of(c), curves_text(c), bins_text(c));
}

}  // namespace detente
