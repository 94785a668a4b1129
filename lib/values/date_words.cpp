#include "values/date_words.hpp"

#include <algorithm>
#include <utility>

#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

template <std::size_t Count>
using WordList = std::array<std::string_view, Count>;

constexpr WordList<12> months{"january", "february", "march",     "april",   "may",      "june",
                              "july",    "august",   "september", "october", "november", "december"};
constexpr WordList<7> weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr WordList<10> idle{"of", "the", "in", "on", "at", "am", "pm", "utc", "gmt", "hrs"};
constexpr WordList<9> abouts{"about", "around", "circa", "ca", "c", "approximately", "approx", "probably", "~"};

constexpr std::array<std::pair<std::string_view, DatePart>, 18> parts{{{"early", {DatePart::third, 1}},
                                                                       {"beginning", {DatePart::third, 1}},
                                                                       {"start", {DatePart::third, 1}},
                                                                       {"mid", {DatePart::third, 2}},
                                                                       {"middle", {DatePart::third, 2}},
                                                                       {"late", {DatePart::third, 3}},
                                                                       {"end", {DatePart::third, 3}},
                                                                       {"spring", {DatePart::season, 1}},
                                                                       {"summer", {DatePart::season, 2}},
                                                                       {"autumn", {DatePart::season, 3}},
                                                                       {"fall", {DatePart::season, 3}},
                                                                       {"winter", {DatePart::season, 4}},
                                                                       {"q", {DatePart::quarter, 0}},
                                                                       {"h", {DatePart::half, 0}},
                                                                       {"first half", {DatePart::half, 1}},
                                                                       {"second half", {DatePart::half, 2}},
                                                                       {"1st half", {DatePart::half, 1}},
                                                                       {"2nd half", {DatePart::half, 2}}}};

template <std::size_t Count>
bool holds(const WordList<Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The word, or the beginning of one, of at least three letters.
template <std::size_t Count>
std::optional<std::size_t> number_of(const WordList<Count>& words, std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < Count; ++i)
    if (words[i].starts_with(word)) return i;
  return std::nullopt;
}

/// Stands for the long dashes until the text is cut into tokens; no text has it.
constexpr char wide_dash = '\x1F';

/// The characters that stand for a dash or a blank, in UTF-8.
constexpr std::array<std::pair<std::string_view, char>, 11> signs{{{"\xE2\x80\x90", '-'},
                                                                   {"\xE2\x80\x91", '-'},
                                                                   {"\xE2\x80\x92", wide_dash},
                                                                   {"\xE2\x80\x93", wide_dash},
                                                                   {"\xE2\x80\x94", wide_dash},
                                                                   {"\xE2\x88\x92", '-'},
                                                                   {"\xC2\xA0", ' '},
                                                                   {"\xE2\x80\x89", ' '},
                                                                   {"\xE2\x80\xAF", ' '},
                                                                   {"\xE2\x80\x83", ' '},
                                                                   {"\xE2\x80\x82", ' '}}};

/// In lower case, with ASCII dashes and blanks.
std::string plain_signs(std::string_view written) {
  std::string out;
  while (!written.empty()) {
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [&](const auto& s) { return written.starts_with(s.first); });
    out += sign == signs.end() ? written.front() : sign->second;
    written.remove_prefix(sign == signs.end() ? 1 : sign->first.size());
  }
  return lower(out);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether brackets hold the mark of a footnote: 3, a, note 3.
bool marks_footnote(std::string_view inside) {
  return inside.size() == 1 || inside.starts_with("note") || inside.starts_with("citation") ||
         (!inside.empty() && inside.size() < 4 && std::all_of(inside.begin(), inside.end(), is_digit));
}

/// Without "[3]" or "[note 3]" behind it.
std::string_view without_footnotes(std::string_view text) {
  while (!text.empty() && text.back() == ']') {
    const std::size_t opens = text.rfind('[');
    if (opens == std::string_view::npos || opens == 0) break;
    if (!marks_footnote(text.substr(opens + 1, text.size() - opens - 2))) break;
    text = trim(text.substr(0, opens));
  }
  return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) > 127; }

DateToken first_token(std::string_view text) {
  const auto run = [&](auto belongs) {
    return std::string(text.begin(), std::find_if_not(text.begin(), text.end(), belongs));
  };
  if (is_digit(text.front())) return {DateToken::number, run(is_digit)};
  if (is_letter(text.front())) return {DateToken::word, run(is_letter)};
  if (text.front() == wide_dash) return {DateToken::sign, "-", true};
  return {DateToken::sign, std::string(1, text.front())};
}

std::vector<DateToken> all_tokens(std::string_view text) {
  std::vector<DateToken> out;
  while (true) {
    const std::string_view rest = trim(text);
    if (rest.empty()) return out;
    const bool after_blank = !out.empty() && rest.data() != text.data();
    out.push_back(first_token(rest));
    text = rest.substr(out.back().text.size());
    if (after_blank && out.back().is("-")) out.back().wide = true;
  }
}

/// Takes out the times of day: 14:30, 14:30:00.5.
void drop_times(std::vector<DateToken>& tokens) {
  for (std::size_t i = 0; i + 2 < tokens.size();) {
    if (tokens[i].kind != DateToken::number || !tokens[i + 1].is(":") || tokens[i + 2].kind != DateToken::number) {
      ++i;
      continue;
    }
    std::size_t end = i + 3;
    while (end + 1 < tokens.size() && tokens[end].is(":")) end += 2;
    const bool has_seconds = end > i + 3;
    if (has_seconds && end + 1 < tokens.size() && tokens[end].is(".")) end += 2;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

/// The "th" of 25th.
bool ends_ordinal(const std::vector<DateToken>& tokens, std::size_t i) {
  constexpr WordList<4> ends{"st", "nd", "rd", "th"};
  return i > 0 && tokens[i - 1].kind == DateToken::number && holds(ends, tokens[i].text);
}

/// Joins "first half" or "2nd half" to one word, before ordinals lose their ends.
void join_halves(std::vector<DateToken>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].is("half")) continue;
    const std::size_t from = ends_ordinal(tokens, i - 1) ? i - 2 : i - 1;
    std::string name;
    for (std::size_t part = from; part < i; ++part) name += tokens[part].text;
    tokens[from] = {DateToken::word, name + " half"};
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                 tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    i = from;
  }
}

bool changes_nothing(const std::vector<DateToken>& tokens, std::size_t i) {
  const DateToken& token = tokens[i];
  if (token.is(",") || token.is("(") || token.is(")")) return true;
  if (token.is(".") && (i == 0 || tokens[i - 1].kind == DateToken::word)) return true;
  if (token.kind != DateToken::word) return false;
  return holds(idle, token.text) || number_of(weekdays, token.text) || ends_ordinal(tokens, i);
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view written) {
  const std::string plain = plain_signs(written);
  std::vector<DateToken> tokens = all_tokens(without_footnotes(trim(plain)));
  drop_times(tokens);
  join_halves(tokens);
  std::vector<DateToken> out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!changes_nothing(tokens, i)) out.push_back(tokens[i]);
  return out;
}

std::optional<int> month_named(std::string_view word) {
  const auto at = number_of(months, word);
  return at ? std::optional(static_cast<int>(*at) + 1) : std::nullopt;
}

std::optional<DatePart> part_named(std::string_view word) {
  for (const auto& [name, part] : parts)
    if (name == word) return part;
  return std::nullopt;
}

bool says_about(std::string_view word) { return holds(abouts, word) || word == "?"; }

}  // namespace detente::detail
