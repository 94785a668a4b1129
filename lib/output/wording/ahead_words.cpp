#include "output/wording/ahead_words.hpp"

#include <fmt/format.h>

#include "output/wording/figures.hpp"

namespace detente::detail {

std::string ahead_in_words(const PathAhead& ahead, int digits) {
  const FanDay& end = ahead.fan.back();
  return fmt::format("By {}: {} to {} with a chance of 90 %, middle {}; {} if nothing {}.", day_in_words(end.day),
                     rounded(end.lowest, digits), rounded(end.highest, digits), rounded(end.middle, digits),
                     rounded(end.silent, digits), ahead.scheduled ? "comes of anything" : "is reported");
}

std::string ahead_basis(const PathAhead& ahead) {
  const std::string made = "Made with what was known on " + day_in_words(ahead.day);
  if (!ahead.scheduled)
    return fmt::format(
        "{}: the month is taken to bring what one of the pair’s last {} months brought, all alike. It "
        "knows no trend and no news of what is coming.",
        made, ahead.pasts);
  const std::string beside =
      ahead.pasts == 0 ? std::string("nothing is reported")
                       : fmt::format("the days bring what one of the pair’s last {} stretches of {} brought, all alike",
                                     ahead.pasts, counted(ahead.fan.size(), "day"));
  return fmt::format(
      "{}: a mixture of the outcomes of what is scheduled, by chances that whoever asked gave them; "
      "beside them, {}. It knows no trend and no answer to an outcome.",
      made, beside);
}

}  // namespace detente::detail
