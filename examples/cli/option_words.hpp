#pragma once
/// \file
/// The words that options choose from. Each list stands here and nowhere else: by it a word is refused, and shells
/// complete it.

#include <string>
#include <string_view>
#include <vector>

namespace detente::cli {

/// The words of an option, `--every`, or of an option that one command has in its own way, `watch --output`; empty
/// where any word will do. A word in capitals stands for others: `FILE.csv`.
std::vector<std::string> words_of(std::string_view option);

/// "mean, variance, both or rate"
std::string one_of(const std::vector<std::string>& words);

}  // namespace detente::cli
