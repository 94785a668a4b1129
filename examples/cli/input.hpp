#pragma once
/// \file
/// Reads the event files of a command and says on standard error what is wrong with them.

#include <initializer_list>
#include <span>

#include "detente/contracts/actor_roll_ups.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/read_events.hpp"
#include "options.hpp"

namespace detente::cli {

/// A file and the option that names it.
struct NamedFile {
  std::string option;
  std::string path;
};

/// The events of all files. Throws `UsageError` if none is named or if standard input is named twice.
ReadResult read_files(const InputOptions& options, ReadOptions how);
ReadResult read_files(const InputOptions& options);
/// How to read files for one relation: only the relation's machine-coded events keep their ids, notes and links.
ReadOptions options_for_one(const InputOptions& input, const ScoringOptions& scoring, const CodingOptions& coding);

/// Throws `UsageError` if a file beside the events is to come from standard input, as they do.
void refuse_shared_input(const InputOptions& input, const NamedFile& beside);

/// A few lines for each file with rejected rows or unknown columns; nothing if there is no damage.
void say_damage(std::span<const FileReport> files, const InputOptions& input);
/// Which --dates would read the dates that a chronology's rows were rejected for, if one does and none was said.
void say_dates(std::span<const FileReport> files, const InputOptions& input);
/// The codes that the codebook does not know, with the nearest known ones: they are left out.
void say_unknown(const std::vector<UnknownCode>& unknown, const Codebook& codebook);
/// Which actors the rule for CAMEO codes has rolled up.
void say_roll_ups(const std::vector<ActorRollUp>& rolled);
/// Warns about an exposure file whose days are not those of the events.
void say_idle_volume(std::span<const FileReport> files, const ScoringOptions& scoring, const CodingRules& rules);
/// Warns about a dyad of `--also` that is in no file.
void say_idle_also(std::initializer_list<const EventLog*> logs, const Selection& selection);
/// The files of a result by their names.
void name_sources(Provenance& provenance, std::span<const FileReport> files);
/// The assumptions.
void say_assumptions(const Provenance& provenance);

/// Throws `UsageError` if a file to be written is also read, or is to be written twice, by whatever name; and if two
/// results are to go to standard output.
void refuse_overlaps(const std::vector<NamedFile>& read, const std::vector<NamedFile>& written);
/// The files that a command reads, by their options. Throws `UsageError` if one of them is not a file but a word of an
/// option that was not quoted ("half_life=60").
std::vector<NamedFile> files_read(const InputOptions& input, const CodingOptions& coding,
                                  const ScoringOptions& scoring = {});

}  // namespace detente::cli
