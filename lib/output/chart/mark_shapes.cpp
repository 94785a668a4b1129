#include "output/chart/mark_shapes.hpp"

#include <fmt/format.h>

#include "output/chart/markup.hpp"

namespace detente::detail::chart {
namespace {

std::string circle(double x, double y, double r) {
  const std::string d = coordinate(r), w = coordinate(2 * r);
  return fmt::format("M{} {}a{} {} 0 1 0 {} 0a{} {} 0 1 0 -{} 0z", coordinate(x - r), coordinate(y), d, d, w, d, d, w);
}

std::string square(double x, double y, double r) {
  const double half = 0.886 * r;
  const std::string side = coordinate(2 * half);
  return fmt::format("M{} {}h{}v{}h-{}z", coordinate(x - half), coordinate(y - half), side, side, side);
}

std::string triangle(double x, double y, double r) {
  const double half = 1.3 * r, up = 1.35 * r, down = 1.0 * r;
  return fmt::format("M{} {}L{} {}H{}z", coordinate(x), coordinate(y - up), coordinate(x + half), coordinate(y + down),
                     coordinate(x - half));
}

std::string diamond(double x, double y, double r) {
  const double half = 1.253 * r;
  const std::string d = coordinate(half);
  return fmt::format("M{} {}l{} {}l-{} {}l-{} -{}z", coordinate(x), coordinate(y - half), d, d, d, d, d, d);
}

}  // namespace

std::string mark_path(QuadClass quad, double x, double y, double radius) {
  switch (quad) {
    case QuadClass::verbal_cooperation: return circle(x, y, radius);
    case QuadClass::material_cooperation: return square(x, y, radius);
    case QuadClass::verbal_conflict: return triangle(x, y, radius);
    case QuadClass::material_conflict: return diamond(x, y, radius);
  }
  return {};
}

}  // namespace detente::detail::chart
