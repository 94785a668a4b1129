#pragma once
/// \file
/// Which known terms an unknown one may mean. Words count before letters: "condemnation" is compared by its stem with
/// the words of codes, labels and synonyms, so that it leads to a term about condemning and never to "concession",
/// which merely looks alike. Rare words weigh more than common ones ("rammed" more than "visit"). Words that decide
/// what the others mean ("refused", "lifted", "threat") weigh double, and one that only one side has counts against
/// the pair. Only where no word is shared, not even but for a slip, does spelling decide, and then only within a
/// quarter of the letters.
///
/// ```cpp
/// const Codebook plain = built_in_codebook("plain");
/// to_text(TermSuggester(plain).of("border gate shut"));   // → "border_closed (-6), …"
/// ```
///
/// Codes that are taken only as they stand (codebook.hpp) have no words; for them spelling decides as before.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/codebook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A known term that an unknown one may mean.
struct Suggestion {
  std::string code;
  double score = 0;  ///< of the codebook; positive is cooperation
};

/// "condemnation (-3), criticism (-2)"
std::string to_text(std::span<const Suggestion> suggestions);

/// Made once for many unknown terms. It keeps a pointer to the codebook. Threads: any number may use an object at once.
class TermSuggester {
 public:
  /// O(words of the codebook).
  explicit TermSuggester(const Codebook& codebook);
  explicit TermSuggester(Codebook&&) = delete;

  /// At most `most` known terms, likeliest first. O(words of the codebook).
  std::vector<Suggestion> of(std::string_view term, std::size_t most = 3) const;

 private:
  /// A code, label or synonym of an entry, as the numbers of its stems in ascending order.
  struct Phrase {
    std::size_t entry = 0;
    std::vector<std::size_t> stems;
  };
  /// A stem of the unknown term in the codebook's words: which, and how surely (1, less for a slip of the pen).
  struct Match {
    std::size_t stem = 0;
    double likeness = 1;
  };
  struct Word {
    double weight = 0;
    bool governs = false;
    std::vector<Match> matches;
  };

  void add_phrase(std::size_t entry, std::string_view text);
  void weigh();
  double weight_in(std::size_t entries, std::string_view stem) const;
  std::vector<Match> matches_of(std::string_view stem) const;
  std::vector<Word> words_of(std::string_view term) const;
  const Match* best_match(const Phrase& phrase, const Word& word) const;
  /// The share of their words that the phrase and the term have in common, 0 to 1.
  double likeness(const Phrase& phrase, const std::vector<Word>& term) const;
  std::vector<std::pair<double, std::size_t>> by_words(std::string_view term) const;
  std::vector<std::string> by_spelling(std::string_view term, std::size_t most) const;

  const Codebook* codebook_;
  std::map<std::string, std::size_t, std::less<>> stems_;
  /// By stem: its weight, and whether it governs the words beside it.
  std::vector<double> weights_;
  std::vector<bool> governs_;
  std::vector<Phrase> phrases_;
};

/// The same for one term.
std::vector<Suggestion> suggestions(const Codebook& codebook, std::string_view term, std::size_t most = 3);

}  // namespace detente
#pragma GCC visibility pop
