#include "readers/event_format.hpp"

#include <array>

#include "readers/chronology.hpp"

namespace detente {

std::span<const EventFormat* const> event_formats() {
  static const Chronology chronology;
  static const std::array<const EventFormat*, 1> formats{&chronology};
  return formats;
}

}  // namespace detente
