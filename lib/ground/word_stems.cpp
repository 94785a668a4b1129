#include "ground/word_stems.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "detente/ground/spelling.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

/// Forms that follow no ending, and the word that they are of.
std::string_view plain_word(std::string_view word) {
  static const std::map<std::string_view, std::string_view> words{
      {"apology", "apologise"},
      {"apologies", "apologise"},
      {"bought", "buy"},
      {"broke", "break"},
      {"broken", "break"},
      {"closure", "close"},
      {"denial", "deny"},
      {"denials", "deny"},
      {"detention", "detain"},
      {"detentions", "detain"},
      {"explosion", "explode"},
      {"expulsion", "expel"},
      {"expulsions", "expel"},
      {"fought", "fight"},
      {"froze", "freeze"},
      {"frozen", "freeze"},
      {"gave", "give"},
      {"given", "give"},
      {"held", "hold"},
      {"invasion", "invade"},
      {"invasions", "invade"},
      {"left", "leave"},
      {"met", "meet"},
      {"recognition", "recognise"},
      {"resumption", "resume"},
      {"proposal", "propose"},
      {"proposals", "propose"},
      {"refusal", "refuse"},
      {"refusals", "refuse"},
      {"removal", "remove"},
      {"sank", "sink"},
      {"seizure", "seize"},
      {"seizures", "seize"},
      {"sent", "send"},
      {"shot", "shoot"},
      {"sold", "sell"},
      {"struck", "strike"},
      {"sunk", "sink"},
      {"suspension", "suspend"},
      {"taken", "take"},
      {"took", "take"},
      {"withdrawal", "withdraw"},
      {"withdrawals", "withdraw"},
      {"withdrawn", "withdraw"},
      {"withdrew", "withdraw"},
      {"ratification", "ratify"},
      {"reopening", "reopen"},
      {"threaten", "threat"},
      {"threatened", "threat"},
      {"threatens", "threat"},
      {"threatening", "threat"},
      {"closures", "close"},
  };
  const auto found = words.find(word);
  return found == words.end() ? word : found->second;
}

/// Longer endings first; the plural is gone by then.
constexpr std::array<std::string_view, 18> endings{"isation", "ization", "ation", "ating", "ising", "izing",
                                                   "ment",    "ated",    "ator",  "ised",  "ized",  "ion",
                                                   "ing",     "ate",     "ise",   "ize",   "ism",   "ed"};
/// A stem of fewer letters would be shared by words of other meaning.
constexpr std::size_t least = 3;

void replace_plural(std::string& word) {
  const bool y = word.ends_with("ies") || word.ends_with("ied");
  if (y && word.size() > least + 2) word.replace(word.size() - 3, 3, "y");
}

void strip_plural(std::string& word) {
  if (word.ends_with('s') && !word.ends_with("ss") && word.size() > least) word.pop_back();
}

/// Takes one ending off; false if there is none.
bool strip(std::string& word) {
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + least) continue;
    word.resize(word.size() - ending.size());
    return true;
  }
  return false;
}

/// "cancelled" is of "cancel", "freeing" of "free" and "closed" of "close".
void trim_end(std::string& word) {
  if (word.ends_with('e') && word.size() > least) word.pop_back();
  const std::size_t n = word.size();
  if (n > least && word[n - 1] == word[n - 2] && word[n - 1] != 'e') word.pop_back();
}

bool says_nothing(const std::string& word) {
  static const std::set<std::string_view> words{"a",    "about", "against", "an",  "and", "at",    "by",  "for",
                                                "from", "in",    "into",    "its", "new", "of",    "off", "on",
                                                "or",   "other", "out",     "s",   "the", "their", "to",  "with"};
  return words.contains(word);
}

}  // namespace

std::string stem_of(std::string_view word) {
  std::string stem(plain_word(word));
  replace_plural(stem);
  strip_plural(stem);
  while (strip(stem)) continue;
  trim_end(stem);
  return stem;
}

bool governs(std::string_view stem) {
  static const std::set<std::string, std::less<>> stems = [] {
    std::set<std::string, std::less<>> out;
    for (const char* word :
         {"accept",  "accuse", "ask",     "ban",    "bar",    "break",   "breach", "cancel",  "close",
          "condemn", "cut",    "decline", "defy",   "demand", "deny",    "drop",   "ease",    "end",
          "expel",   "free",   "freeze",  "halt",   "impose", "lift",    "offer",  "pledge",  "promise",
          "raise",   "reduce", "refuse",  "reject", "relax",  "release", "reopen", "request", "restore",
          "resume",  "return", "seize",   "shut",   "stop",   "suspend", "threat", "violate", "withdraw"})
      out.insert(stem_of(word));
    return out;
  }();
  return stems.contains(stem);
}

std::vector<std::string> stems_of(std::string_view text) {
  const std::string form = normal_form(text);
  std::vector<std::string> out;
  for (const std::string_view word : split(form, ' '))
    if (!says_nothing(std::string(word))) out.push_back(stem_of(word));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace detente::detail
