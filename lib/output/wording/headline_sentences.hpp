#pragma once
/// \file
/// The sentences of the headline after the first, without full stops; each is empty where it has nothing to say.

#include <string>
#include <vector>

#include "detente/output/wording/headline.hpp"

namespace detente::detail {

std::string warming_sentence(const Headline& headline);
/// "Tenser than on 6 days of 10 since January 2025"
std::string rank_sentence(const Headline& headline);
/// "Down 4.8 this month: silence −2.9, host visit −0.7"
std::string change_sentence(const Headline& headline, Script script);
/// "Nine measures stand (46 points)"
std::string measures_sentence(const Headline& headline);
/// "Heat 48, cooling since 5 January 2026, mostly by silence"
std::string heat_sentence(const Headline& headline, Script script = Script::unicode);
/// "Peak 84 on 24 October 2025"
std::string peak_sentence(const Headline& headline);
/// Where the change of the last period cannot be shared out: the largest act.
std::string largest_sentence(const Headline& headline);

/// One after the other, with a full stop behind each.
std::string joined(const std::vector<std::string>& sentences);

}  // namespace detente::detail
