#pragma once
/// \file
/// Which events revised a value from one vintage to the next, and by how much.

#include "questions/change/vintage_knowledge.hpp"

namespace detente::detail {

/// Fills in the lines of revisions between two vintages. It refers to what it is made of.
class RevisionLines {
 public:
  RevisionLines(const VintageQuestion& question, const VintageKnowledge& before, const VintageKnowledge& after);

  /// `revision` is of the value of the period. O(impulses), or O(acts) where nothing is shared out.
  void fill(Revision& revision, const Period& period) const;

 private:
  struct Event {
    const Act* act = nullptr;  ///< as it counts afterwards, or did before
    RevisionCause cause = RevisionCause::affected;
    std::optional<EventRow> row = {};  ///< the version that counts afterwards
    Day first = {};                    ///< on which it can have happened, by either version
  };

  Event event_of(EventKey key, const Act* was, const Act* is) const;
  RevisionLine line_of(EventKey key, const Event& event) const;
  void share_out(Revision& revision, Day day) const;
  void name(Revision& revision, Day day) const;

  const VintageQuestion* question_;
  const VintageKnowledge* before_;
  const VintageKnowledge* after_;
  std::unordered_map<EventKey, Event> events_;
};

}  // namespace detente::detail
