#pragma once
/// \file
/// A codebook gives a code its score: how cooperative (positive) or conflictual (negative) an act of that kind is, on
/// the published scale, with a standard deviation for how far codebooks differ about it.
///
/// Sign: published scales are positive for cooperation, tension is positive for hostility. The flip happens here, in
/// `tension`, and nowhere else.
///
/// A user's codebook is a CSV with the same columns as the built-in ones: `code,score` and any of
/// `sd,label,quad,severe,opens,closes,cameo,plover,basis,synonyms`, after lines such as `# extends: plain`. The content
/// hash travels with every result, so that a figure can be traced to the exact table that made it.
///
/// *Spelling.* People write "Sanction imposed", "sanctions imposed" or "imposed sanctions" for `sanction_imposed`. A
/// code is looked up as it stands first; then by its normal form (spelling.hpp) among codes, then among labels and
/// synonyms; then with the verb first, "impose sanctions" for "sanction imposed". A form that leads to two codes leads
/// to none: it is unknown, and both are suggested (term_suggestions.hpp). Codes of published schemes (cameo, weis,
/// plover) are taken only as they stand, because their zeros and capitals count.
///
/// *Severe* acts are what a calibration counts (severe_counts.hpp): force used against people or territory, decided
/// code by code. If a codebook marks no code as severe, its counts of severe acts are missing, not 0.
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

#pragma GCC visibility push(default)
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
  /// The measure that this act puts in force, or ends; empty if none.
  std::string opens = {};
  /// The measure that an act of this code closes; empty for none.
  std::string closes = {};
  /// The nearest code of CAMEO 1.1 and of PLOVER, so that the act can be scored by codebooks of those schemes. In a
  /// codebook of scheme cameo, `cameo` is filled only where its own numbering differs from CAMEO 1.1.
  std::string cameo = {};
  /// The code of PLOVER with this meaning; empty for none.
  std::string plover = {};
  /// Where the score comes from.
  std::string basis = {};
  /// Other spellings of the code. In a file they stand in one field, separated by `;`.
  std::vector<std::string> synonyms = {};
  /// Whether the code is taken only as it stands. It is for codes of published schemes without synonyms.
  bool exact = false;
};

/// Hostility of an act in tension points: the published score with its sign turned. The sign is flipped nowhere else.
inline double tension(double score) { return score == 0 ? 0.0 : -score; }

/// Scores of acts by code, with their spellings; immutable. Threads: any number may use an object at once.
class Codebook {
 public:
  /// Looks up the codebook that an `# extends:` line names.
  using Resolver = std::function<Codebook(std::string_view name)>;

  /// `scheme` is the family that the codes belong to ("cameo", "plover", …): terms of other codebooks point into a
  /// family.
  Codebook(std::string name, std::string version, std::vector<CodeEntry> entries, std::string scheme = {});

  /// Reads a CSV. `path` is for messages. Throws `InputError` naming path, line, column, text and rule.
  static Codebook parse(ByteSource& source, std::string_view path, const Resolver& resolve);

  /// "plain"
  const std::string& name() const noexcept { return name_; }
  /// "2026-12"; empty if it has none.
  const std::string& version() const noexcept { return version_; }
  /// The scheme whose codes it has: "cameo", "plain".
  const std::string& scheme() const noexcept { return scheme_; }
  /// For people; empty if it has none.
  const std::string& title() const noexcept { return title_; }
  /// Where the scores come from; empty if it does not say.
  const std::string& source() const noexcept { return source_; }
  /// 16 hexadecimal digits of a stable hash of every entry; the same table has the same hash everywhere.
  std::string hash() const;

  /// The entry of a code in any of its spellings, or nullptr. An unknown code has no score, rather than a score of 0.
  /// O(length).
  const CodeEntry* find(std::string_view code) const;
  /// The entry of a code as it stands, or nullptr. O(1).
  const CodeEntry* find_exact(std::string_view code) const;
  /// Whether any code has other spellings than its own.
  bool takes_spellings() const noexcept { return !by_spelling_.empty(); }
  /// In the order of the file; those of an extension come last.
  std::span<const CodeEntry> entries() const noexcept { return entries_; }
  /// Whether any code opens a measure. If none does, measures in force are unknown, not zero.
  bool defines_measures() const noexcept;
  /// Whether any code is severe. If none is, severe acts are unknown, not zero.
  bool defines_severe() const noexcept;

  /// This codebook with the other's entries added; the other's override these, and so do their spellings. (Whether a
  /// code is severe, and its synonyms, stay as they were if the file that extends the codebook does not say; `parse`
  /// does this.)
  Codebook extended_by(const Codebook& other) const;
  /// This codebook's terms with the scores of another codebook of scheme cameo or plover that the terms point into;
  /// measures stay. Terms that point to no entry are left out. The other's own codes are added too; between two
  /// codebooks of scheme cameo, which may number acts differently, a code keeps the meaning it has here.
  Codebook rescored_by(const Codebook& weights) const;

 private:
  void index();
  void index_spellings();
  void index_verbs();
  /// Whether a code, label or synonym is written so.
  bool has_spelling(std::string_view text) const;
  /// The entry of this codebook that a term of a codebook of `scheme` points to, or nullptr.
  const CodeEntry* pointed_to(const CodeEntry& term, std::string_view scheme) const;

  std::string name_, version_, scheme_, title_, source_;
  std::vector<CodeEntry> entries_;
  /// By entry: 0 for the first codebook, 1 for one that extends it, and so on. Spellings of higher ones win.
  std::vector<std::size_t> layers_;
  std::unordered_map<std::string, std::size_t> by_code_;
  /// Numbers of entries by normal form; a form of two entries has no number.
  std::unordered_map<std::string, std::size_t> by_spelling_;
  /// The same by the forms with the verb first.
  std::unordered_map<std::string, std::size_t> by_verb_;
};

}  // namespace detente
#pragma GCC visibility pop
