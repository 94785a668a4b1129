#include "detente/contracts/term_suggestions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "detente/ground/number.hpp"
#include "detente/ground/spelling.hpp"
#include "detente/ground/text.hpp"
#include "ground/word_stems.hpp"

namespace detente {
using namespace detail;
namespace {

/// A term must share this part of its words with another to bring it to mind, and half as much as the best one does.
constexpr double least_likeness = 0.2;
constexpr double of_the_best = 0.5;
/// What a word counts that is the known one but for a slip.
constexpr double slip = 0.7;

/// What is left of the likeness for each word that governs one side and is missing on the other.
constexpr double without_governing_word = 0.6;

/// Edits that a word of so many letters may differ by and still be meant.
std::size_t slips_of(std::size_t letters) { return letters < 4 ? 0 : letters < 8 ? 1 : 2; }

/// Whether spelling alone brings one form to mind for the other.
bool looks_like(std::string_view a, std::string_view b) {
  return edit_distance(a, b) <= std::max<std::size_t>(1, a.size() / 4);
}

}  // namespace

std::string to_text(std::span<const Suggestion> suggestions) {
  std::string out;
  for (const Suggestion& s : suggestions)
    out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", visible(s.code), shortest(s.score));
  return out;
}

TermSuggester::TermSuggester(const Codebook& codebook) : codebook_(&codebook) {
  const auto entries = codebook.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].exact) continue;
    add_phrase(i, entries[i].code);
    if (normal_form(entries[i].label) != normal_form(entries[i].code)) add_phrase(i, entries[i].label);
    for (const std::string& synonym : entries[i].synonyms) add_phrase(i, synonym);
  }
  weigh();
}

/// A stem weighs the more, the fewer entries have it.
void TermSuggester::weigh() {
  std::vector<std::set<std::size_t>> entries_with(stems_.size());
  for (const Phrase& phrase : phrases_)
    for (const std::size_t stem : phrase.stems) entries_with[stem].insert(phrase.entry);
  weights_.resize(stems_.size());
  governs_.resize(stems_.size());
  for (const auto& [stem, number] : stems_) {
    weights_[number] = weight_in(entries_with[number].size(), stem);
    governs_[number] = governs(stem);
  }
}

double TermSuggester::weight_in(std::size_t entries, std::string_view stem) const {
  const double share = static_cast<double>(codebook_->entries().size()) / static_cast<double>(entries);
  return (governs(stem) ? 2 : 1) * std::log(1 + share);
}

void TermSuggester::add_phrase(std::size_t entry, std::string_view text) {
  Phrase phrase{entry, {}};
  for (const std::string& stem : stems_of(text))
    phrase.stems.push_back(stems_.try_emplace(stem, stems_.size()).first->second);
  std::sort(phrase.stems.begin(), phrase.stems.end());
  if (!phrase.stems.empty()) phrases_.push_back(std::move(phrase));
}

std::vector<TermSuggester::Match> TermSuggester::matches_of(std::string_view stem) const {
  if (const auto known = stems_.find(stem); known != stems_.end()) return {{known->second, 1}};
  std::vector<Match> out;
  if (slips_of(stem.size()) == 0) return out;
  for (const auto& [other, number] : stems_)
    if (edit_distance(stem, other) <= std::min(slips_of(stem.size()), slips_of(other.size())))
      out.push_back({number, slip});
  return out;
}

std::vector<TermSuggester::Word> TermSuggester::words_of(std::string_view term) const {
  std::vector<Word> out;
  for (const std::string& stem : stems_of(term)) {
    Word word{weight_in(1, stem), governs(stem), matches_of(stem)};
    if (word.matches.size() == 1 && word.matches[0].likeness == 1) word.weight = weights_[word.matches[0].stem];
    out.push_back(std::move(word));
  }
  return out;
}

/// The surest match of the word in the phrase, or nullptr.
const TermSuggester::Match* TermSuggester::best_match(const Phrase& phrase, const Word& word) const {
  const Match* best = nullptr;
  for (const Match& match : word.matches)
    if (std::binary_search(phrase.stems.begin(), phrase.stems.end(), match.stem))
      if (!best || match.likeness * weights_[match.stem] > best->likeness * weights_[best->stem]) best = &match;
  return best;
}

double TermSuggester::likeness(const Phrase& phrase, const std::vector<Word>& term) const {
  double all = 0, shared = 0, fit = 1;
  std::size_t governing = 0;
  for (const std::size_t stem : phrase.stems) {
    all += weights_[stem];
    governing += governs_[stem] ? 1U : 0U;
  }
  for (const Word& word : term) {
    const Match* best = best_match(phrase, word);
    all += word.weight;
    if (best) shared += best->likeness * weights_[best->stem];
    const bool governed = best && governs_[best->stem];
    if (governed && governing > 0) --governing;  // two words may be taken for the one that governs
    if (word.governs && !governed) fit *= without_governing_word;
  }
  for (; governing > 0; --governing) fit *= without_governing_word;
  return fit * 2 * shared / all;
}

/// Entries that share words with the term, with their likeness, likeliest first; equals in the codebook's order.
std::vector<std::pair<double, std::size_t>> TermSuggester::by_words(std::string_view term) const {
  const std::vector<Word> words = words_of(term);
  std::map<std::size_t, double> best;
  for (const Phrase& phrase : phrases_) {
    const double share = likeness(phrase, words);
    if (share >= least_likeness) best[phrase.entry] = std::max(best[phrase.entry], share);
  }
  std::vector<std::pair<double, std::size_t>> out;
  out.reserve(best.size());
  for (const auto& [entry, share] : best) out.emplace_back(share, entry);
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (!out.empty())
    std::erase_if(out, [top = out.front().first](const auto& o) { return o.first < of_the_best * top; });
  return out;
}

std::vector<std::string> TermSuggester::by_spelling(std::string_view term, std::size_t most) const {
  std::vector<std::string> exact, words;
  const std::string form = normal_form(term);
  for (const CodeEntry& entry : codebook_->entries()) {
    if (entry.exact)
      exact.push_back(entry.code);
    else if (looks_like(form, normal_form(entry.code)))
      words.push_back(entry.code);
  }
  std::vector<std::string> out = nearest(term, words, most);
  for (std::string& code : nearest(term, exact, most - std::min(most, out.size()))) out.push_back(std::move(code));
  return out;
}

std::vector<Suggestion> TermSuggester::of(std::string_view term, std::size_t most) const {
  std::vector<Suggestion> out;
  const auto entries = codebook_->entries();
  for (const auto& [share, entry] : by_words(term))
    if (out.size() < most) out.push_back({entries[entry].code, entries[entry].score});
  if (!out.empty()) return out;
  for (const std::string& code : by_spelling(term, most)) out.push_back({code, codebook_->find_exact(code)->score});
  return out;
}

std::vector<Suggestion> suggestions(const Codebook& codebook, std::string_view term, std::size_t most) {
  return TermSuggester(codebook).of(term, most);
}

}  // namespace detente
