#include "ahead_options.hpp"

#include <fmt/format.h>

#include "detente/questions/ahead/scenario.hpp"
#include "usage_error.hpp"

namespace detente::cli {

void add_ahead(CLI::App& app, AheadOptions& options) {
  constexpr const char* group = "Output";
  app.add_flag("--ahead", options.month,
               "in the picture, go on past the last day: the fan of\nthe next month, as detente forecast has it")
      ->group(group);
  app.add_option("--scenario", options.scenario,
                 "the same with what is scheduled, its outcomes and\ntheir probabilities, as in detente forecast")
      ->type_name("FILE.csv")
      ->group(group);
  app.add_option("--horizon", options.horizon, "how far a scenario looks ahead, 1 to 366 days")
      ->type_name("DAYS")
      ->check(not_whole)
      ->default_str(std::to_string(usual_horizon))
      ->group(group);
}

void refuse_ahead(const AheadOptions& options, const PictureOptions& pictures, std::size_t relations) {
  if (options.horizon && options.scenario.empty())
    throw_conflict("--horizon", "no --scenario", "the fan of --ahead is of one month");
  if (options.horizon && (*options.horizon < 1 || *options.horizon > most_horizon))
    throw_bad_value("--horizon", std::to_string(*options.horizon), fmt::format("is 1 to {} days", most_horizon));
  if (!options.asked()) return;
  if (options.month && !options.scenario.empty())
    throw_conflict("--ahead", "--scenario", "a picture has one fan, and a scenario has its own");
  if (pictures.chart.empty() && pictures.page.empty())
    throw_bad_value(options.month ? "--ahead" : "--scenario", options.month ? "" : options.scenario,
                    "is for --chart or --page, and neither is asked for; detente forecast prints it");
  if (relations > 1) throw_conflict(options.option(), "more than one --dyad", "it is of a single relation");
}

}  // namespace detente::cli
