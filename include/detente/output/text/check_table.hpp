#pragma once
/// \file
/// The output of `check` for a terminal: each file with what happened to its rows, then what the audit would have the
/// coder check. Empty sections are left out.

#include <span>
#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/coding/audit.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One line per file, then examples of its damage.
std::string files_table(std::span<const FileReport> files, Script script = Script::unicode);
/// The audit's findings, each kind under its own heading, with the lines of the file.
std::string audit_table(const Audit& audit, Script script = Script::unicode);
/// Both of the above.
std::string check_table(std::span<const FileReport> files, const Audit& audit, Script script = Script::unicode);

}  // namespace detente
#pragma GCC visibility pop
