// fmt's compiled part, so that who links a library of the project needs no fmt. fmt offers it as functions to be
// inlined everywhere, which each source would compile anew. Here it is compiled once, and what sources call is
// kept: the addresses are never read.
#define FMT_HEADER_ONLY 1
#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace detente::detail {
namespace {

[[gnu::used]] const auto kept_vformat = static_cast<std::string (*)(fmt::string_view, fmt::format_args)>(&fmt::vformat);
[[gnu::used]] const auto kept_is_printable = static_cast<bool (*)(std::uint32_t)>(&fmt::detail::is_printable);
[[gnu::used]] const auto kept_throw_format_error = &fmt::detail::throw_format_error;
[[gnu::used]] const auto kept_assert_fail = &fmt::detail::assert_fail;

}  // namespace
}  // namespace detente::detail

FMT_BEGIN_NAMESPACE
namespace detail {
template auto dragonbox::to_decimal(float x) -> dragonbox::decimal_fp<float>;
template auto dragonbox::to_decimal(double x) -> dragonbox::decimal_fp<double>;
template auto thousands_sep_impl(locale_ref place) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref place) -> char;
}  // namespace detail
FMT_END_NAMESPACE
