#pragma once
/// \file
/// What a user may write after `detente COMMAND`: the words as they stand, before anything is made of them. Data only.
/// options.cpp tells CLI11 about them and request.hpp turns them into the library's values.

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/source_profile.hpp"
#include "detente/ground/day.hpp"

namespace detente::cli {

/// How files are read.
struct InputOptions {
  std::vector<std::string> files;
  /// A store in place of files, and by when it had received what is asked for.
  std::string store = {};
  std::string received_by = {};
  std::string format = "auto";
  std::string code_column = "event";
  std::string columns;
  std::string dates = "edtf";
  std::string separator;
  std::vector<std::string> sources;
  std::optional<std::size_t> max_rejects;
  std::string rejects;
  std::string memory;
  std::optional<std::size_t> threads;
};

/// Where scores come from, and which actor counts as which.
struct CodingOptions {
  std::string codebook;
  std::string actors;
  /// "none", "cameo", or "": as the formats of the files suggest.
  std::string roll_up;
  std::string as_of;
  /// Whether the events' codes are those of a chronology (not an option: kind.hpp sets it).
  bool plain_terms = true;
};

/// Which relation, and how it is scored.
struct ScoringOptions {
  std::string dyad;
  std::string direction = "both";
  std::string issue;
  std::vector<std::string> also;
  std::string scores;
  std::optional<bool> one_a_day;
  std::string mirrors;
  std::string mentions = {};
  std::string volume = "none";
  std::string status;
  std::string model;
  std::string scale;
  std::string base;
  /// What the source's files say about the scale (not options: kind.hpp sets them).
  std::optional<SourceProfile> profile = {};
  std::optional<Day> covered_from = {};
  std::optional<Day> covered_to = {};
};

/// Which periods are shown.
struct PeriodOptions {
  std::string every = {};
  std::string at = "end";
  std::string from = {};
  std::string to = {};
  std::optional<double> delta = {};
};

/// What counts as an episode.
struct EpisodeOptions {
  std::string path = "heat";
  std::string change_in = "mean";
  std::string penalty = "mbic";
  std::optional<double> residual;
  std::optional<std::uint32_t> draws;
  std::optional<std::uint64_t> seed;
};

/// The coding band and the sensitivity envelope.
struct UncertaintyOptions {
  std::optional<double> bands;
  std::optional<std::uint32_t> draws;
  std::optional<std::uint64_t> seed;
  bool no_bands = false;
  bool sensitivity = false;
};

/// Where results go.
struct OutputOptions {
  std::string format = "table";
  std::string to_file;
  bool csv_safe = false;
};
struct PictureOptions {
  std::string chart;
  std::string page;
  std::string title;
};

/// The check of an option that takes a whole number from 0: nothing if `text` is one, else what is wrong.
std::string not_whole(const std::string& text);

void add_files(CLI::App& app, InputOptions& options);
/// `--store` and `--received-by`, for commands that take a store in place of files.
void add_store(CLI::App& app, InputOptions& options);
void add_reading(CLI::App& app, InputOptions& options);
void add_coding(CLI::App& app, CodingOptions& options);
/// Which acts of which actors count; and, with `add_scoring`, how they become a level.
void add_status(CLI::App& app, std::string& status);
void add_acts(CLI::App& app, ScoringOptions& options);
void add_scoring(CLI::App& app, ScoringOptions& options);
/// For a command of several relations.
void add_scoring(CLI::App& app, ScoringOptions& options, std::vector<std::string>& dyads);
/// The same for every pair: without `--dyad` and `--also`.
void add_panel_scoring(CLI::App& app, ScoringOptions& options);
/// `--calibration`, for commands that say what a level has meant.
void add_calibration(CLI::App& app, std::string& calibration);
/// The same without a model: which acts count, and how much.
void add_rules(CLI::App& app, ScoringOptions& options);
/// `--every`, `--from`, `--to`.
void add_shown_periods(CLI::App& app, PeriodOptions& options);
void add_delta(CLI::App& app, PeriodOptions& options);
/// The periods shown, and which day is a period's value.
void add_periods(CLI::App& app, PeriodOptions& options);
void add_episode_options(CLI::App& app, EpisodeOptions& options);
/// `--vintage`, the days on which what was known is compared.
void add_vintage_days(CLI::App& app, std::vector<std::string>& days);
/// `--vintages`: what was first published beside the index.
void add_vintages_flag(CLI::App& app, bool& vintages);
void add_uncertainty(CLI::App& app, UncertaintyOptions& options);
/// The same without the envelope, for a band that is of a difference.
void add_difference_bands(CLI::App& app, UncertaintyOptions& options);
void add_panel_bands(CLI::App& app, UncertaintyOptions& options);
/// `--every`, for a command that shows no periods itself.
void add_model_period(CLI::App& app, std::string& every);
void add_threads(CLI::App& app, InputOptions& options);
/// How much memory and how many cores.
void add_resources(CLI::App& app, InputOptions& options);
void add_output(CLI::App& app, OutputOptions& options);
void add_pictures(CLI::App& app, PictureOptions& options);

/// How a command of one or more histories ends: what coding, reading and writing take, and what it runs.
template <class Command>
void add_ending(CLI::App& app, const std::shared_ptr<Command>& command) {
  add_coding(app, command->coding);
  add_reading(app, command->input);
  add_threads(app, command->input);
  add_output(app, command->output);
  app.callback([command] { command->run(); });
}

}  // namespace detente::cli
