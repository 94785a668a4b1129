#pragma once
/// \file
/// Which of two codebooks some codes are of. Families of codes share numbers and give them other meanings: 90 of the
/// 109 codes of WEIS are codes of CAMEO too, 14 of them with the other sign, so events that are scored by the wrong one
/// look like events that are scored. What tells them apart is the codes that only one book has, and how often they
/// would stand in data of its own.
///
/// Each event speaks for one book or the other. A book's data have, in the mean, codes that the other lacks on some
/// share of their events; half the share of its codes is taken for it (CAMEO against WEIS 0.36, in a real set of
/// 121,000 events 0.30; WEIS against CAMEO 0.09). Foreign codes are errors, one in two hundred. An event whose code
/// both books have speaks for the one that has fewer of its own: data that never leave what is common are likely of the
/// smaller family. Odds are multiplied over events as if they were independent, which they are not, so only large odds
/// count.
///
///     const CodebookContest told = contest(gdelt, weis, {{"223", 40}, {"121", 30}});
///     told.is_close();        // false
///     told.likelier().name;   // "weis"

#include <map>
#include <string>

#include "detente/contracts/codebook.hpp"

namespace detente {

/// Events by their code.
using CodeCounts = std::map<std::string, std::size_t>;

/// How much of some events a codebook knows.
struct CodebookFit {
  std::string name = {};
  std::size_t events = 0;
  std::size_t known = 0;

  /// 0 to 1; 1 of no events.
  double share() const { return events == 0 ? 1.0 : static_cast<double>(known) / static_cast<double>(events); }
};

/// O(distinct codes).
CodebookFit fit_of(const Codebook& codebook, const CodeCounts& codes);

struct CodebookContest {
  CodebookFit first = {}, second = {};
  /// Natural logarithm of the odds that the codes are of the first book.
  double log_odds = 0;
  /// Events that both know and score with opposite signs.
  std::size_t opposed = 0;

  /// Odds below a thousand to one.
  bool is_close() const { return log_odds < 6.9 && log_odds > -6.9; }
  /// Both know as many of the events, and none has another sign in the other: the codes cannot tell.
  bool is_tie() const { return first.known == second.known && opposed == 0; }
  /// The first, if neither is.
  const CodebookFit& likelier() const { return log_odds >= 0 ? first : second; }
};

/// O(distinct codes + entries of both books).
CodebookContest contest(const Codebook& first, const Codebook& second, const CodeCounts& codes);

}  // namespace detente
