#pragma once
/// \file
/// The four marks of events: colour and shape both show the class of act, so that either is enough. Words are light and
/// deeds dark, in grey print too; shapes of the same radius have the same area. Colours: Okabe & Ito 2008.

#include <array>
#include <string>
#include <string_view>

#include "detente/values/quad_class.hpp"

namespace detente::detail::chart {

struct MarkLook {
  std::string_view name;
  std::string_view fill;
};

inline constexpr std::array<MarkLook, quad_class_count> mark_looks{{{"friendly words", "#56b4e9"},
                                                                    {"friendly deeds", "#0072b2"},
                                                                    {"hostile words", "#e69f00"},
                                                                    {"hostile deeds", "#d55e00"}}};

inline const MarkLook& look_of(QuadClass quad) { return mark_looks[static_cast<std::size_t>(quad)]; }

/// The `d` of a circle (friendly words), square (friendly deeds), triangle (hostile words) or diamond (hostile deeds).
std::string mark_path(QuadClass quad, double x, double y, double radius);

}  // namespace detente::detail::chart
