#pragma once
/// \file
/// What may be written after `detente panel`, and after `detente-mpi panel`, which makes the same.

#include "detente/questions/index/panel.hpp"
#include "form.hpp"
#include "kind.hpp"
#include "options.hpp"
#include "ranking_options.hpp"

namespace detente::cli {

struct PanelOptions {
  InputOptions input;
  CodingOptions coding;
  ScoringOptions scoring;
  PeriodOptions periods;
  UncertaintyOptions uncertainty;
  RankingOptions ranking;
  OutputOptions output{.format = "", .to_file = {}, .csv_safe = false};

  /// Whether the files' own scores are kept.
  bool own_scores() const { return scoring.scores != "codebook"; }
};

void add_panel_options(CLI::App& app, PanelOptions& options);
/// The same without what only one process makes: a store, a ranking.
void add_shared_panel_options(CLI::App& app, PanelOptions& options);

/// The form of the output, once everything that can be judged before a long read has been: throws `UsageError` for what
/// contradicts itself, and for a file that would be both read and written.
Form checked_form(PanelOptions& options);

/// How pairs of files of this kind are scored, by as many threads as were asked for.
PanelRequest request_for(const PanelOptions& options, const FileKind& kind);

}  // namespace detente::cli
