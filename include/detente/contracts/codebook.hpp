#pragma once
/// \file
/// A codebook gives a code its score: how cooperative (positive) or conflictual (negative) an act of that kind is, on
/// the published scale, with a standard deviation that says how far honest codebooks differ.
///
/// Sign: published scales are positive for cooperation, tension is positive for hostility. The flip happens here, in
/// `tension`, and nowhere else.
///
/// A user's codebook is a CSV with the same columns as the built-in ones: `code,score` and any of `sd,label,quad,
/// severe,opens,closes,cameo,plover,basis`, after lines such as `# extends: plain`. The content hash travels with every
/// result, so that a figure can be traced to the exact table that made it.
///
/// *Severe* acts are what a calibration counts (severe_counts.hpp): force used against people or territory, decided
/// code by code. A codebook that calls no code severe does not know them: its counts are missing, not 0.
///
/// Source of the idea: Goldstein 1992, "A Conflict-Cooperation Scale for WEIS Events Data".

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/values/quad_class.hpp"

namespace detente {

/// One code and what it means.
struct CodeEntry {
  std::string code = {};
  /// Published sign: positive is cooperation.
  double score = 0;
  /// Standard deviation of the score between codebooks, in the score's points.
  double sd = 0.5;
  std::string label = {};
  QuadClass quad = QuadClass::verbal_conflict;
  /// Whether an act of this kind is severe: force is used. Never derived from the score.
  bool severe = false;
  /// The measure that this act puts in force, or ends; empty for none.
  std::string opens = {};
  std::string closes = {};
  /// The nearest code of CAMEO 1.1 and of PLOVER, so that the act can be scored by those. In a codebook of scheme cameo
  /// `cameo` is filled only where its own numbering differs from CAMEO 1.1.
  std::string cameo = {};
  std::string plover = {};
  /// Where the score comes from.
  std::string basis = {};
};

/// Hostility of an act in tension points: the published score with its sign turned. The only flip.
inline double tension(double score) { return score == 0 ? 0.0 : -score; }

class Codebook {
 public:
  /// Looks up the codebook that an `# extends:` line names.
  using Resolver = std::function<Codebook(std::string_view name)>;

  /// `scheme` is the family whose codes these are ("cameo", "plover", …): terms of other codebooks point into a family.
  Codebook(std::string name, std::string version, std::vector<CodeEntry> entries, std::string scheme = {});

  /// Reads a CSV. `path` is for messages. Throws `InputError` naming path, line, column, text and rule.
  static Codebook parse(ByteSource& source, std::string_view path, const Resolver& resolve);

  const std::string& name() const noexcept { return name_; }
  const std::string& version() const noexcept { return version_; }
  const std::string& scheme() const noexcept { return scheme_; }
  const std::string& title() const noexcept { return title_; }
  const std::string& source() const noexcept { return source_; }
  /// 16 hexadecimal digits of a stable hash of every entry; the same table, the same hash, anywhere.
  std::string hash() const;

  /// The entry of a code, or nullptr. An unknown code has no score; it is never 0. O(1).
  const CodeEntry* find(std::string_view code) const;
  std::span<const CodeEntry> entries() const noexcept { return entries_; }
  /// Whether any code opens a measure: if none does, measures in force are unknown, not zero.
  bool defines_measures() const noexcept;
  /// Whether any code is severe: if none is, severe acts are unknown, not zero.
  bool defines_severe() const noexcept;
  /// Known codes that look like this one, nearest first.
  std::vector<std::string> suggestions(std::string_view code) const;

  /// This codebook with the other's entries added; the other's win. (A file that extends a codebook and does not say
  /// whether a code is severe leaves that as it was; so does `parse`.)
  Codebook extended_by(const Codebook& other) const;
  /// These terms with the scores of another codebook of scheme cameo or plover, to which each term points; measures
  /// stay. Terms whose pointer leads nowhere are left out. The other's own codes are known too; between two codebooks
  /// of scheme cameo, which may number acts differently, a code keeps the meaning that it has here.
  Codebook rescored_by(const Codebook& weights) const;

 private:
  void index();
  /// The entry that a term of a codebook of that scheme points to here, or nullptr.
  const CodeEntry* pointed_to(const CodeEntry& term, std::string_view scheme) const;

  std::string name_, version_, scheme_, title_, source_;
  std::vector<CodeEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_code_;
};

}  // namespace detente
