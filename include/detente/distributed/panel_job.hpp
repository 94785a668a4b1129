#pragma once
/// \file
/// A panel that several processes make together: what it is made of and how it is scored, said to each of them in the
/// same way. What outgrows one machine is reading, and pairs are scored independently of each other, so one exchange of
/// rows is enough:
///
///     each reads a share of the files ─▶ rows by part of the pair ─▶ each scores its parts ─▶ one ordered output
///
/// A panel has 256 parts; a pair belongs to one of them by the hash of its name. Chronologies, data sets of deadly
/// events and a program's own formats are read whole by every process, because their events may move from pair to pair;
/// rows of machine-coded events are exchanged, 24 bytes each. No sum of decimals crosses processes, so the bytes that
/// come out are those of `panel`, for any number of processes and in whatever order they work.
///
/// There are two ways to run a job: over a folder that all processes see (panel_stages.hpp), and by MPI, in the
/// component detente::mpi. panel_stages.hpp shows a job.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/exposure.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Events of all files by day, as known on a day: what volume rules divide by. A call makes all processes count.
using TotalsOfAll = std::function<Exposure(std::optional<Day> as_of)>;

/// One panel, made by several processes. Each has the same job; the functions answer alike in all of them.
struct PanelJob {
  /// Read in this order. Standard input is not allowed: it can be read only once.
  std::vector<std::filesystem::path> files;
  /// How. Events are kept brief whatever is said, `on_growth` and `progress` are not called, and `max_rejects` is held
  /// once all files are read.
  ReadOptions read = {};
  /// Who counts as whom, by the files' formats: of each report only path, name and format are known.
  std::function<ActorTable(std::span<const FileReport> files)> actors;
  /// Whether events keep the files' own scores, by the formats as above; if empty, as `read` says. Without them rows
  /// take half as many bytes on their way.
  std::function<bool(std::span<const FileReport> files)> own_scores = {};
  /// How pairs are scored, by the reports of all files. Its threads and control are those of the process.
  std::function<PanelRequest(std::span<const FileReport> files, const TotalsOfAll& totals)> request;
  /// Turns a pair's series into text. Called on several threads at once.
  std::function<std::string(const IndexSeries&)> form;
  /// Past so many bytes of rows in a process, rows go to temporary files. Without a value, there is no limit.
  std::optional<std::uint64_t> memory = {};
  /// About how much input a process reads at a time, in bytes; by default a 128th of all, from 64 KiB to 64 MiB.
  std::optional<std::uint64_t> task_bytes = {};
  /// Words that say all that decides how files are read, and how pairs are scored: with a folder that was begun with
  /// others, nothing is mixed.
  std::string reading_words = {}, scoring_words = {};
};

}  // namespace detente
#pragma GCC visibility pop
