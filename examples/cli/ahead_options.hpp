#pragma once
/// \file
/// Where the index may go after its last day, drawn in its picture because somebody asked.

#include "options.hpp"

namespace detente::cli {

struct AheadOptions {
  bool month = false;  ///< as `detente forecast` says of the next month
  std::string scenario;
  std::optional<std::int32_t> horizon;

  bool asked() const { return month || !scenario.empty(); }
  /// How it was asked for, for messages.
  std::string option() const { return month ? "--ahead" : "--scenario " + scenario; }
};

void add_ahead(CLI::App& app, AheadOptions& options);
/// Throws `UsageError` for options that go together badly, or with what else was asked.
void refuse_ahead(const AheadOptions& options, const PictureOptions& pictures, std::size_t relations);

}  // namespace detente::cli
