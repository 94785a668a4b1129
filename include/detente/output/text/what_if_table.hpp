#pragma once
/// \file
/// A what-if as a table for people and as CSV. (JSON is json_what_if.hpp.)

#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/output/wording/headline.hpp"
#include "detente/questions/ahead/what_if.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// By period: the index as it is, with the changes, and the difference with its band; then each change alone, all
/// together and the interaction; then what it comes to, in a sentence. `codebook` gives acts their labels; it may be
/// nullptr.
std::string what_if_table(const WhatIf& found, const Codebook* codebook = nullptr, Script script = Script::unicode);

/// "With the change the index on 28 February 2026 would be 68.3 and not 72.1: 3.8 lower (90 % of the draws: 3.1 to 4.5
/// lower). It does most on 5 January 2026: 6.0 lower."
std::string what_if_sentence(const WhatIf& found);

/// `day,as_is,what_if,difference,lower,upper`, one row a day.
std::string what_if_csv(const WhatIf& found);

}  // namespace detente
#pragma GCC visibility pop
