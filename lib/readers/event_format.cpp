#include "readers/event_format.hpp"

#include <array>

#include "readers/chronology.hpp"
#include "readers/gdelt.hpp"

namespace detente {

std::span<const EventFormat* const> event_formats() {
  static const Gdelt2 gdelt2;
  static const Gdelt1 gdelt1;
  static const Chronology chronology;
  static const std::array<const EventFormat*, 3> formats{&gdelt2, &gdelt1, &chronology};
  return formats;
}

}  // namespace detente
