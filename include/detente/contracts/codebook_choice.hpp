#pragma once
/// \file
/// Which of two codebooks some codes come from. Families of codes share numbers but give them different meanings: 90 of
/// the 109 codes of WEIS are also codes of CAMEO, 14 of them with the opposite sign, so scoring by the wrong codebook
/// goes unnoticed. What tells the two apart are the codes that only one of them has, and how often these would occur in
/// its own data.
///
/// Each event is evidence for one codebook or the other. On average, some share of the events in a codebook's own data
/// has a code that the other lacks; half the share of such codes in the codebook is taken for it (CAMEO against WEIS
/// 0.36, in a real set of 121,000 events 0.30; WEIS against CAMEO 0.09). Foreign codes are taken as errors, one in two
/// hundred. An event whose code both have speaks for the codebook that has fewer codes of its own: data that use only
/// the common codes are likely of the smaller family. Odds are multiplied over events as if they were independent,
/// which they are not, so only large odds count.
///
/// ```cpp
/// const CodebookContest told = contest(built_in_codebook("gdelt"), built_in_codebook("weis"),
///                                      {{"223", 40}, {"121", 30}});
/// told.is_close();        // → false
/// told.likelier().name;   // → "weis"
/// ```

#include <map>
#include <string>

#include "detente/contracts/codebook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Number of events by code.
using CodeCounts = std::map<std::string, std::size_t>;

/// How many of some events have a code that a codebook knows.
struct CodebookFit {
  std::string name = {};
  std::size_t events = 0;
  /// Of these events, how many have a code that the codebook knows.
  std::size_t known = 0;

  /// 0 to 1; 1 if there are no events.
  double share() const { return events == 0 ? 1.0 : static_cast<double>(known) / static_cast<double>(events); }
};

/// O(distinct codes).
CodebookFit fit_of(const Codebook& codebook, const CodeCounts& codes);

/// Two codebooks held against the codes of some events.
struct CodebookContest {
  /// How well each knows them, in the order of the call.
  CodebookFit first = {}, second = {};
  /// Natural logarithm of the odds that the codes come from the first codebook.
  double log_odds = 0;
  /// Events whose code both know but score with opposite signs.
  std::size_t opposed = 0;

  /// Odds below a thousand to one.
  bool is_close() const { return log_odds < 6.9 && log_odds > -6.9; }
  /// Both know as many of the events, and none has another sign in the other: the codes cannot tell.
  bool is_tie() const { return first.known == second.known && opposed == 0; }
  /// The first if the odds are even.
  const CodebookFit& likelier() const { return log_odds >= 0 ? first : second; }
};

/// O(distinct codes + entries of both codebooks).
CodebookContest contest(const Codebook& first, const Codebook& second, const CodeCounts& codes);

}  // namespace detente
#pragma GCC visibility pop
