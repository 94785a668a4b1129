#pragma once
/// \file
/// What `detente watch` does: follows files into a store and says what moves.

#include <algorithm>
#include <string>
#include <vector>

#include "options.hpp"
#include "watch_choices.hpp"

namespace detente::cli {

/// The words of the command line.
struct WatchRequest {
  InputOptions input;
  WatchWords words;
  std::string store, page, every, form = "text", durability = "full";
  std::vector<std::string> alarms, dyads;
  double interval = 1;
  bool once = false;

  bool as_json() const { return form == "jsonl"; }
};

/// Throws `UsageError` for words that make no sense, before anything is read.
void check(const WatchRequest& request);
/// Follows until all is read (`once`), nothing can follow, or INT or TERM asks to stop.
void follow(const WatchRequest& request);

}  // namespace detente::cli
