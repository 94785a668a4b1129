#pragma once
/// \file
/// Which events moved the index, as aligned tables: the events with the largest shares of the change, everything else
/// on one line, and totals that equal the change; then the same change by issue, by class of act and by direction. In
/// index points, so that the lines of a table add up to what the index did.

#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_finder.hpp"
#include "detente/output/wording/headline.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How much of an attribution is shown.
struct ExplainOptions {
  /// How many events are shown one by one; the others are summed.
  std::size_t top = 10;
  /// What the table is drawn with.
  Script script = Script::unicode;
  /// Where the labels of codes come from; without it, labels are made from the codes (`spoken`).
  const Codebook* codebook = nullptr;
  /// Where the objects, ids, notes and links of the events shown are, and the words of those without a code; without
  /// it, none are shown and such an event is an "act without a term".
  const EventFinder* events = nullptr;
};

/// `pair` names the relation in the order requested.
std::string explain_table(const Attribution& attribution, const Dyad& pair, const ExplainOptions& options = {});

/// "sanction on head of state" for its code; "act without a term" for none.
std::string label_of(const std::string& code, const Codebook* codebook);

}  // namespace detente
#pragma GCC visibility pop
