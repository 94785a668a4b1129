#pragma once
/// \file
/// A ranking of pairs for people: who, how tense and in which word, the change with silence's part of it and the acts
/// that did the rest, and how much evidence is behind it. Pairs without a rank come below, with the reason.
///
///     The tensest of 2 pairs on 28 February 2026
///
///     rank  pair     index  word      change  silence  acts                                                  support
///        1  COL–USA   72.1  strained    −4.8     −2.9  USA: host visit −0.7, COL: agreement −0.6 and 2 more      4.8

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/index/ranking.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The day, the pairs by rank, then those without one.
std::string ranking_table(const Ranking& ranking, Script script = Script::unicode);

/// A line for each pair, with the same facts: `rank` is empty without one, and `doubt` says why; each act has five
/// columns, for as many acts as were asked for.
std::string ranking_csv(const Ranking& ranking);

}  // namespace detente
#pragma GCC visibility pop
