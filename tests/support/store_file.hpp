#pragma once
/// \file
/// A place for a store that disappears with the test, and something to put into it. It is in memory where the system
/// has such a folder, because most tests need no disk to wait for.

#include <filesystem>
#include <stdexcept>
#include <string>

#include "detente/live/store/store_batch.hpp"

namespace detente::test {

class StoreFile {
 public:
  StoreFile() {
    const std::filesystem::path memory = "/dev/shm";
    const bool has = std::filesystem::is_directory(memory);
    std::string name = ((has ? memory : std::filesystem::temp_directory_path()) / "detente-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
    folder_ = name;
  }
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;
  ~StoreFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::filesystem::path path() const { return folder_ / "store.db"; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
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
