#include "contracts/verb_first.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

using Words = std::vector<std::string>;

/// Participles that do not end in -ed.
const std::map<std::string_view, std::string_view> irregular{
    {"broken", "break"}, {"cut", "cut"},   {"frozen", "freeze"},     {"given", "give"}, {"held", "hold"},
    {"hit", "hit"},      {"laid", "lay"},  {"met", "meet"},          {"paid", "pay"},   {"sent", "send"},
    {"shut", "shut"},    {"sold", "sell"}, {"struck", "strike"},     {"sunk", "sink"},  {"taken", "take"},
    {"won", "win"},      {"torn", "tear"}, {"withdrawn", "withdraw"}};

Words words_of(std::string_view normal) {
  static constexpr std::array<std::string_view, 6> articles{"a", "an", "the", "its", "their", "his"};
  Words out;
  for (const std::string_view word : split(normal, ' '))
    if (std::find(articles.begin(), articles.end(), word) == articles.end()) out.emplace_back(word);
  return out;
}

std::string without_plural(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// "imposed": impose, impos; "cancelled": cancel, cancelle, cancell; "denied": deny.
Words verbs_of(const std::string& participle) {
  if (const auto found = irregular.find(participle); found != irregular.end()) return {std::string(found->second)};
  if (participle.size() < 5 || !participle.ends_with("ed")) return {};
  const std::string stem = participle.substr(0, participle.size() - 2);
  if (stem.ends_with('i')) return {stem.substr(0, stem.size() - 1) + "y"};
  Words out{stem, stem + "e"};
  if (stem.size() > 3 && stem.back() == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
  return out;
}

/// "impose" and "imposes"; "deny" and "denies"; "attack" and "attacks".
Words present_of(const std::string& word) {
  Words out{word};
  if (word.ends_with("ies")) out.push_back(word.substr(0, word.size() - 3) + "y");
  if (word.ends_with("es")) out.push_back(word.substr(0, word.size() - 2));
  if (word.ends_with('s') && !word.ends_with("ss")) out.push_back(word.substr(0, word.size() - 1));
  return out;
}

/// A verb before its object.
std::string form_of(const std::string& verb, Words object) {
  object.back() = without_plural(object.back());
  return fmt::format("{} {}", verb, fmt::join(object, " "));
}

Words forms_of(const Words& verbs, const Words& object) {
  Words out;
  for (const std::string& verb : verbs) out.push_back(form_of(verb, object));
  return out;
}

}  // namespace

std::vector<std::string> verb_first_forms(std::string_view normal) {
  Words words = words_of(normal);
  if (words.size() < 2) return {};
  const Words verbs = verbs_of(words.back());
  words.pop_back();
  return forms_of(verbs, words);
}

std::vector<std::string> as_verb_first(std::string_view normal) {
  const Words words = words_of(normal);
  if (words.size() < 2) return {};
  return forms_of(present_of(words.front()), Words(words.begin() + 1, words.end()));
}

}  // namespace detente::detail
