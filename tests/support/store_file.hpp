#pragma once
/// \file
/// A place for a store that disappears with the test, and something to put into it.

#include <filesystem>
#include <string>

#include "detente/live/store/store_batch.hpp"
#include "support/unprivileged.hpp"

namespace detente::test {

class StoreFile {
 public:
  std::filesystem::path path() const { return folder_.path() / "store.db"; }
  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  OpenFolder folder_;
};

/// An event of a named source, on day 20000.
inline ReceivedEvent event_called(std::string id) {
  return {.event = {.id = std::move(id),
                    .date = DateSpan::on(Day{20000}),
                    .source = "USA",
                    .target = "COL",
                    .code = "visit"},
          .ids = "notes"};
}

}  // namespace detente::test
