#include "detente/questions/coding/actor_look_alikes.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "ground/letters.hpp"

namespace detente {
using namespace detail;
namespace {

struct Range {
  char32_t first, last;
};

/// Blanks of every width, and invisible characters: soft hyphens, combining accents, joiners, direction marks,
/// variation selectors.
constexpr std::array overlooked{
    Range{0x00, 0x20},     Range{0x7F, 0xA0},     Range{0xAD, 0xAD},     Range{0x300, 0x36F},   Range{0x61C, 0x61C},
    Range{0x1680, 0x1680}, Range{0x180B, 0x180E}, Range{0x2000, 0x200F}, Range{0x2028, 0x202F}, Range{0x205F, 0x206F},
    Range{0x3000, 0x3000}, Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF}};

/// The letters U+00C0 to U+00FF and U+0100 to U+017F without their accents; ? stays as it is.
constexpr std::string_view latin_1 = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllllllllnnnnnnnnnoooooo??rrrrrrsssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 0x40 && latin_a.size() == 0x80);

/// Small letters of other alphabets whose capitals have the shape of a Latin capital.
constexpr std::u32string_view shaped = U"авекмнорстухѕіјһԛԝαβεζηικμνορτυχ";
constexpr std::string_view as_latin = "abekmhopctyxsijhqwabezhikmnoptyx";
static_assert(shaped.size() == as_latin.size());

bool is_overlooked(char32_t letter) {
  return std::any_of(overlooked.begin(), overlooked.end(),
                     [&](const Range& r) { return r.first <= letter && letter <= r.last; });
}

char32_t from(std::string_view table, char32_t first, char32_t letter) {
  const char plain = table[letter - first];
  return plain == '?' ? letter : static_cast<char32_t>(plain);
}

char32_t small(char32_t letter) {
  if (letter >= 'A' && letter <= 'Z') return letter + 0x20;
  if ((letter >= 0x391 && letter <= 0x3A9) || (letter >= 0x410 && letter <= 0x42F)) return letter + 0x20;
  if (letter >= 0x400 && letter <= 0x40F) return letter + 0x50;
  if (letter == 0x4BA || letter == 0x51A || letter == 0x51C) return letter + 1;  // Һ, Ԛ, Ԝ
  return letter == 0xC6 || letter == 0xDE ? letter + 0x20 : letter;              // Æ, Þ
}

char32_t folded(char32_t letter) {
  if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0;  // full width
  if (letter >= 0xC0 && letter <= 0xFF) letter = from(latin_1, 0xC0, letter);
  if (letter >= 0x100 && letter <= 0x17F) letter = from(latin_a, 0x100, letter);
  letter = small(letter);
  const std::size_t at = shaped.find(letter);
  return at == std::u32string_view::npos ? letter : static_cast<char32_t>(as_latin[at]);
}

}  // namespace

std::string skeleton(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const char32_t letter = take_letter(name);
    if (!is_overlooked(letter)) append_letter(out, folded(letter));
  }
  return out;
}

std::vector<std::vector<ActorCount>> actor_look_alikes(std::span<const ActorCount> actors) {
  std::map<std::string, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < actors.size(); ++i) places[skeleton(actors[i].first)].push_back(i);
  std::map<std::size_t, std::vector<ActorCount>> groups;  // by the position of their first
  for (const auto& [name, alike] : places)
    if (alike.size() > 1)
      for (const std::size_t place : alike) groups[alike.front()].push_back(actors[place]);
  std::vector<std::vector<ActorCount>> out;
  out.reserve(groups.size());
  for (auto& group : groups) out.push_back(std::move(group.second));
  return out;
}

}  // namespace detente
