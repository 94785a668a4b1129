#pragma once
/// \file
/// The headline as a reader's questions: since when, why, how sure and, where a calibration allows, what next. How
/// tense it is, `reading_text` says.

#include <string>
#include <vector>

#include "detente/questions/index/index_report.hpp"

namespace detente::detail {

struct Answer {
  std::string question;
  std::string text;
};

/// Only questions that have an answer.
std::vector<Answer> answers_of(const IndexReport& report);

}  // namespace detente::detail
