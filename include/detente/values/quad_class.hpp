#pragma once
/// \file
/// Quad class: the field's four-way division of acts, words against deeds and cooperation against conflict. It chooses
/// a half-life; whether an act is hostile is decided by the sign of its score, never by its class (a denial is in a
/// cooperative class of CAMEO but is a hostile act).
///
/// Source: the GDELT event codebook (QuadClass 1 to 4); Duval & Thompson 1980.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// Words or deeds, cooperation or conflict.
enum class QuadClass : std::uint8_t { verbal_cooperation, material_cooperation, verbal_conflict, material_conflict };
/// How many there are.
inline constexpr std::size_t quad_class_count = 4;
/// All of them, in order.
inline constexpr std::array<QuadClass, quad_class_count> quad_classes{
    QuadClass::verbal_cooperation, QuadClass::material_cooperation, QuadClass::verbal_conflict,
    QuadClass::material_conflict};

/// Whether it is one of the two classes of cooperation.
constexpr bool is_cooperation(QuadClass q) { return q < QuadClass::verbal_conflict; }

/// Swaps cooperation and conflict; words stay words and deeds stay deeds.
constexpr QuadClass opposite(QuadClass q) { return quad_classes[(static_cast<std::size_t>(q) + 2) % quad_class_count]; }

/// "verbal_cooperation" and so on, as codebooks write it.
std::string_view to_text(QuadClass quad);
/// Reads the words of `to_text`; nothing for another.
std::optional<QuadClass> parse_quad_class(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
