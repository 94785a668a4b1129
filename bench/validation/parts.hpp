#pragma once
/// \file
/// The parts of the plan (plan.md), in its order. Each writes a section of the document.

#include <filesystem>

#include "validation/document.hpp"
#include "validation/levant.hpp"
#include "validation/summary.hpp"

namespace validation {

void write_models(Document& out, const Levant& levant, Summary& summary);
void write_disputes(Document& out, const Levant& levant, const std::filesystem::path& disputes, Summary& summary);
void write_crises(Document& out, const Levant& levant, const std::filesystem::path& crises, Summary& summary);
void write_india(Document& out, const std::filesystem::path& india, const std::filesystem::path& crises);
void write_gpr(Document& out, const Levant& levant, const std::filesystem::path& gpr);
void write_growth(Document& out, const Levant& levant);
void write_gdelt(Document& out, const Levant& levant, const std::filesystem::path& events);
void write_sensitivity(Document& out, const Levant& levant, const std::filesystem::path& crises);

/// "**held**" or "**failed**", and why.
std::string verdict(bool held, const std::string& why);

}  // namespace validation
