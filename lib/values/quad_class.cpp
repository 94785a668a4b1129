#include "detente/values/quad_class.hpp"

namespace detente {
namespace {

constexpr std::array<std::string_view, quad_class_count> class_names{"verbal_cooperation", "material_cooperation",
                                                                     "verbal_conflict", "material_conflict"};

}  // namespace

std::string_view to_text(QuadClass quad) { return class_names[static_cast<std::size_t>(quad)]; }

std::optional<QuadClass> parse_quad_class(std::string_view text) {
  for (const QuadClass quad : quad_classes)
    if (to_text(quad) == text) return quad;
  return std::nullopt;
}

}  // namespace detente
