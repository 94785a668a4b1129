#pragma once
/// \file
/// The same words with the verb first: "impose sanctions", "expels the diplomats" and "lift travel ban" are "sanction
/// imposed", "diplomats expelled" and "travel ban lifted". Nothing else may differ but the plural of the last word, and
/// articles; a phrase that ends in another word than the verb ("strike called off") has no such form, so that "call for
/// a strike" is not taken for it.

#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// The verb-first forms of a phrase in its normal form whose last word is a past participle; empty for others.
std::vector<std::string> verb_first_forms(std::string_view normal);
/// The forms that a phrase in its normal form may have if its first word is a verb, in the present; empty for one word.
std::vector<std::string> as_verb_first(std::string_view normal);

}  // namespace detente::detail
