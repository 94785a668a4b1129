#pragma once
/// \file
/// What `check` says, for a terminal: each file with what became of its rows, then what the audit would ask the coder.
/// Sections that have nothing to say are left out.

#include <span>
#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/coding/audit.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

/// One line a file, then the examples of its damage.
std::string files_table(std::span<const FileReport> files, Script script = Script::unicode);
/// The audit's findings, each under its own heading, with the line of the file where it stands.
std::string audit_table(const Audit& audit, Script script = Script::unicode);
/// Both.
std::string check_table(std::span<const FileReport> files, const Audit& audit, Script script = Script::unicode);

}  // namespace detente
