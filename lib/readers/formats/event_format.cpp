#include "readers/formats/event_format.hpp"

#include <array>

#include "readers/chronology/chronology.hpp"
#include "readers/chronology/json_lines.hpp"
#include "readers/formats/acled.hpp"
#include "readers/formats/cline.hpp"
#include "readers/formats/gdelt.hpp"
#include "readers/formats/icews.hpp"
#include "readers/formats/keds.hpp"
#include "readers/formats/phoenix.hpp"
#include "readers/formats/polecat.hpp"
#include "readers/formats/ucdp_ged.hpp"

namespace detente::detail {

/// A chronology comes last: it takes any table with a date, two actors and an event, whatever else is in it.
std::span<const EventFormat* const> event_formats() {
  static const Gdelt2 gdelt2;
  static const Gdelt1 gdelt1;
  static const Icews icews;
  static const Polecat polecat;
  static const Phoenix phoenix;
  static const Cline cline;
  static const Keds keds;
  static const Acled acled;
  static const UcdpGed ucdp;
  static const JsonLines jsonl;
  static const Chronology chronology;
  static const std::array<const EventFormat*, 11> formats{&gdelt2, &gdelt1, &icews, &polecat, &phoenix,   &cline,
                                                          &keds,   &acled,  &ucdp,  &jsonl,   &chronology};
  return formats;
}

}  // namespace detente::detail
