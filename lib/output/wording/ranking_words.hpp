#pragma once
/// \file
/// A ranking in words, for the table and the page.

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/index/ranking.hpp"

namespace detente::detail {

/// "The 20 tensest of 11,175 pairs at the end of 28 February 2026"; "1,204 pairs" with a comma in thousands.
std::string ranking_title(const Ranking& ranking);
/// "Changes since 22 February 2026." and, where there is one, what a chance is calibrated on or why there is none.
std::string ranking_notes(const Ranking& ranking);
/// How many pairs have no rank, and why.
std::string unranked_text(const Ranking& ranking);

/// The word for the index, "no recent reports" or "first reports" where the pair has no rank.
std::string word_in_ranking(const RankedPair& pair);
/// "USA: host visit −0.7, COL: agreement −0.5 and 2 more"; acts that round to 0.0 are not named.
std::string acts_text(const RankedPair& pair, Script script = Script::unicode);
/// "IND–PAK", or "IND→PAK" for one direction.
std::string pair_name(const Ranking& ranking, const RankedPair& pair, Script script = Script::unicode);

}  // namespace detente::detail
