#pragma once
/// \file
/// The options with which `detente panel` ranks pairs in place of printing them all, and the request they make.

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "detente/questions/index/panel.hpp"
#include "detente/questions/index/ranking.hpp"
#include "kind.hpp"
#include "options.hpp"

namespace detente::cli {

struct RankingOptions {
  std::optional<std::size_t> top;
  std::string sort, since, page, calibration;

  /// Whether a ranking is asked for.
  bool wanted() const { return top || !sort.empty() || !since.empty() || !page.empty(); }
};

void add_ranking(CLI::App& app, RankingOptions& options);

/// What contradicts a ranking or needs one, before a long read.
void check_ranking(const RankingOptions& options, const PeriodOptions& periods, const UncertaintyOptions& uncertainty);

/// Pairs are compared on the last day of `--to`, or on the as-of day; else on the last one that machine-coded files
/// report, or at the end of the period that holds a chronology's last event, as `index` shows it. Without `--since` the
/// change is that of this period.
RankingRequest ranking_request(const RankingOptions& options, const PanelRequest& panel, const FileKind& kind);

}  // namespace detente::cli
