#include "detente/values/quad_class.hpp"

#include "detente/detail/enum_names.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<QuadClass, quad_class_count> class_names{{
    {QuadClass::verbal_cooperation, "verbal_cooperation"},
    {QuadClass::material_cooperation, "material_cooperation"},
    {QuadClass::verbal_conflict, "verbal_conflict"},
    {QuadClass::material_conflict, "material_conflict"},
}};

}  // namespace

std::string_view to_text(QuadClass quad) { return name_of(class_names, quad); }
std::optional<QuadClass> parse_quad_class(std::string_view text) { return value_of(class_names, text); }

}  // namespace detente
