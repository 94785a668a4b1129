#pragma once
/// \file
/// `detente panel` by several processes: each runs a stage over a folder that all of them see.

#include <CLI/CLI.hpp>

#include <string>

#include "detente/distributed/panel_job.hpp"
#include "detente/distributed/panel_stages.hpp"
#include "panel_options.hpp"
#include "panel_output.hpp"

namespace detente::cli {

/// The words that decide a result, one option a line, and those of them that decide how files are read. Files that an
/// option names stand there with a hash of their content.
struct WordsGiven {
  std::string reading, scoring;
};
WordsGiven words_given(const CLI::App& app);

struct PartOptions {
  std::string work, map, score;
  bool merge = false;
  WordsGiven words = {};  ///< not an option

  /// Whether a stage is asked for.
  bool wanted() const { return !map.empty() || !score.empty() || merge; }
};

void add_parts(CLI::App& app, PartOptions& options);
/// `--work` alone, for a program that runs all stages.
void add_work(CLI::App& app, PartOptions& options);
/// Throws `UsageError` for a stage without a folder, a folder without a stage, and what cannot be made in parts.
void check(const PartOptions& parts, const PanelOptions& options);

/// What is made, as the library takes it, with texts that may leave the program. All arguments must outlive it.
PanelJob job_of(const PanelOptions& options, const WordsGiven& words, const PanelText& text);

/// Says of the files and the coding what `detente panel` says of them before it scores.
void say_of_files(const std::vector<FileReport>& files, const std::vector<ActorRollUp>& rolled,
                  const PanelRequest& request, const PanelOptions& options);
/// Throws `InputError` where no pair can have an index.
void require_pairs(const PanelSummary& summary);

/// Runs the stage that the options name.
void run_parts(const PartOptions& parts, const PanelOptions& options, const PanelText& text);

}  // namespace detente::cli
