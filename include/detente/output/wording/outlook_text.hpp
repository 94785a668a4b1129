#pragma once
/// \file
/// What a calibration says, in words. A number is never shown without its calibration's name:
///
///     a severe act within the next month: 34 % (calibrated on KEDS Levant 1979–2011)
///     a severe act within the next month: 34 % (in sample: fitted on KEDS Levant 1979–2011)
///     a severe act within the next month: not calibrated
///     a severe act within the next month: uncalibrated scale
///     a severe act within the next month: warming up

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/ahead/outlook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The line above, without a full stop or a line end.
std::string outlook_text(const Outlook& outlook, Script script = Script::unicode);
/// Lines to print below a table: the line above with the expected number; what happened near that chance, overall and
/// in single pairs; or why there are no numbers. Each ends with a line end.
std::string outlook_lines(const Outlook& outlook, Script script = Script::unicode);
/// A calibration with its coefficients, errors and reliability, as tables.
std::string calibration_table(const Calibration& calibration);

/// "34 %"; "under 1 %" and "over 99 %" at the extremes, since nothing is certain.
std::string chance_text(double chance);

}  // namespace detente
#pragma GCC visibility pop
