#pragma once
/// \file
/// The recovery study as a program, to which others give their models: which model recovers the true tension best,
/// where the truth is known? A program that tries a model of its own beside the standard ones is this:
///
/// ```cpp
/// const std::vector<std::string> words{"--quick"};   // argv, without the program's name
/// std::ostringstream out, complaints;
/// const quality::Contestant own = quality::contestant(model, "ours");
/// quality::run_program(words, {own}, out, complaints);   // → 0
/// ```
///
/// | option | what |
/// |---|---|
/// | `--quick` | a small study: 400 days, 2 seeds |
/// | `--seeds N` | replicates of each condition, from 1 |
/// | `--csv FILE` | every cell too, as a CSV |
/// | `--model TEXT` | a model of the catalogue with other parameters, beside the others; may stand several times |
/// | `--alone` | the program's own models and those of `--model`, without the catalogue's |

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/quality/study.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// Runs the study and writes its table to `out`. Returns 0, or 2 after one sentence to `complaints`: an unknown option,
/// a model that cannot be made, a file that cannot be written. The result is the same on every machine.
int run_program(std::span<const std::string> words, const std::vector<Contestant>& own, std::ostream& out,
                std::ostream& complaints);

}  // namespace detente::quality
#pragma GCC visibility pop
