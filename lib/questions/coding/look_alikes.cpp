#include "detente/questions/coding/look_alikes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "detente/ground/text.hpp"
#include "ground/letters.hpp"
#include "values/country_names.hpp"

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

namespace {

/// Names that look alike, united as they are found.
class Groups {
 public:
  explicit Groups(std::span<const CountedName> names) : names_(names), first_(names.size()) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      first_[i] = i;
      skeletons_.push_back(skeleton(names[i].first));
    }
  }

  void unite_same_skeletons() { unite_same(skeletons_); }

  void unite_same_countries() {
    for (const CountedName& name : names_) countries_.emplace_back(country_meant(name.first));
    unite_same(countries_);
  }

  /// Two words are a slip apart only if they are the same once a letter is taken out of each, or of one: so each is
  /// compared only with those it shares such a rest with. Many names of one rest are a family, and no slips.
  void unite_slips() {
    constexpr std::size_t least_letters = 5, most_letters = 64, family = 8;
    std::map<std::string, std::vector<std::size_t>> by_rest;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string& word = skeletons_[i];
      if (word.size() < least_letters || word.size() > most_letters) continue;
      by_rest[word].push_back(i);
      for (std::size_t at = 0; at < word.size(); ++at)
        if (at == 0 || word[at] != word[at - 1]) by_rest[word.substr(0, at) + word.substr(at + 1)].push_back(i);
    }
    for (const auto& [rest, sharing] : by_rest)
      if (sharing.size() <= family)
        for (const std::size_t a : sharing)
          for (const std::size_t b : sharing)
            if (a < b && is_slip(a, b)) unite(a, b);
  }

  std::vector<std::vector<CountedName>> alike() {
    std::map<std::size_t, std::vector<CountedName>> groups;
    for (std::size_t i = 0; i < names_.size(); ++i) groups[root(i)].push_back(names_[i]);
    std::vector<std::vector<CountedName>> out;
    for (auto& group : groups)
      if (group.second.size() > 1) out.push_back(std::move(group.second));
    return out;
  }

 private:
  void unite_same(const std::vector<std::string>& keys) {
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (!keys[i].empty()) unite(seen.emplace(keys[i], i).first->second, i);
  }

  bool is_slip(std::size_t a, std::size_t b) const {
    if (is_code(names_[a].first) && is_code(names_[b].first)) return false;
    if (!countries_.empty() && !countries_[a].empty() && !countries_[b].empty()) return false;
    return digits(skeletons_[a]) == digits(skeletons_[b]) && edit_distance(skeletons_[a], skeletons_[b]) == 1;
  }
  static bool is_code(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
  }
  static std::string digits(std::string_view word) {
    std::string out;
    std::copy_if(word.begin(), word.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
    return out;
  }

  /// The first name of a group stands for it.
  std::size_t root(std::size_t i) const {
    while (first_[i] != i) i = first_[i];
    return i;
  }
  void unite(std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax({root(a), root(b)});
    first_[high] = low;
  }

  std::span<const CountedName> names_;
  std::vector<std::size_t> first_;
  std::vector<std::string> skeletons_;
  std::vector<std::string> countries_;  // empty where names are no actors
};

}  // namespace

std::vector<std::vector<CountedName>> actor_look_alikes(std::span<const CountedName> actors) {
  Groups groups(actors);
  groups.unite_same_skeletons();
  groups.unite_same_countries();
  groups.unite_slips();
  return groups.alike();
}

std::vector<std::vector<CountedName>> object_look_alikes(std::span<const CountedName> objects) {
  Groups groups(objects);
  groups.unite_same_skeletons();
  groups.unite_slips();
  return groups.alike();
}

}  // namespace detente
