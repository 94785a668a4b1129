#pragma once
/// \file
/// Names of actors as people read them, by code, for headlines, charts and pages. Results, tables and files of data
/// keep the codes, by which other programs join them.
///
/// ```cpp
/// const ActorNames names(std::map<std::string, std::string>{{"COL", "Colombia"}});
/// names.of("COL");             // → "Colombia"
/// names.of("USA");             // → "USA"
/// names.of(Dyad{"USA", "COL"});   // → USA:Colombia
/// ```

#include <map>
#include <string>
#include <utility>

#include "detente/values/dyad.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Names by code. Threads: any number may use an object at once.
class ActorNames {
 public:
  ActorNames() = default;
  /// Names by code.
  explicit ActorNames(std::map<std::string, std::string> names) : names_(std::move(names)) {}

  /// Whether no actor has a name.
  bool empty() const noexcept { return names_.empty(); }
  /// By code.
  const std::map<std::string, std::string>& all() const noexcept { return names_; }
  /// The actor's name, or its code if it has none.
  std::string of(const std::string& actor) const {
    const auto at = names_.find(actor);
    return at == names_.end() ? actor : at->second;
  }
  /// The same for both sides.
  Dyad of(const Dyad& dyad) const { return {of(dyad.source), of(dyad.target)}; }

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace detente
#pragma GCC visibility pop
