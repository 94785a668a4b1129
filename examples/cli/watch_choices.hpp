#pragma once
/// \file
/// What a watch decides from the first events it sees, once for all: kept in the store, so that neither a later file
/// nor a later run scores otherwise.

#include <span>
#include <string>
#include <vector>

#include "detente/live/store/store.hpp"
#include "detente/readers/damage.hpp"
#include "kind.hpp"
#include "options.hpp"

namespace detente::cli {

/// The words by which events are scored.
struct WatchWords {
  CodingOptions coding;
  ScoringOptions scoring;
};

/// The words that were asked for, with what these files suggest for the others.
WatchWords completed(WatchWords asked, std::span<const FileReport> files);
/// The same, with what was chosen when the store was made. Throws `InputError`, which names the choice and both values,
/// if the words ask for something else.
WatchWords completed(WatchWords asked, const Store& store);
/// What a new store keeps of them.
StoreChoices choices_of(const WatchWords& completed, std::span<const FileReport> files);

/// Throws `InputError` if the file, read alone, would be scored otherwise than the store says.
void require_alike(const WatchWords& asked, const FileReport& file, const Store& store);

}  // namespace detente::cli
