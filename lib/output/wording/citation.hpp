#pragma once
/// \file
/// How to cite a result: what it shows and what it was made from. No clock is read, so the same report always has the
/// same citation.

#include <string>

#include "detente/questions/index/index_report.hpp"

namespace detente::detail {

/// "détente 0.1.0 · codebook plain 2026-11 (1f3a…) · decayed_sum … · softsign kappa=10"
std::string short_source(const Provenance& provenance);

/// The whole sentence, with period, sources, rules and band.
std::string citation(const IndexReport& report);

}  // namespace detente::detail
