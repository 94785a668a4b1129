#include "output/json/json_outlook.hpp"

namespace detente::detail {

Json json_of(const CalibrationBin& b) {
  return {{"from", json_of(b.from)},      {"to", json_of(b.to)},           {"months", b.months},
          {"chance", json_of(b.chance)},  {"share", json_of(b.share)},     {"pairs", b.pairs},
          {"lowest", json_of(b.lowest)},  {"highest", json_of(b.highest)}, {"expected", json_of(b.expected)},
          {"counted", json_of(b.counted)}};
}

Json json_of(const Outlook& o) {
  return {{"day", json_of(o.day)},
          {"standing", to_text(o.standing)},
          {"why", json_or_null(o.why)},
          {"calibration", o.calibration},
          {"hash", o.hash},
          {"chance", json_of(o.chance)},
          {"expected", json_of(o.expected)},
          {"near", o.near ? json_of(*o.near) : Json(nullptr)}};
}

}  // namespace detente::detail
