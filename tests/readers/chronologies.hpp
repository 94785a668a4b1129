#pragma once
/// \file
/// What the tests of the readers share: chronologies as text, and files of them.

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/read_events.hpp"

namespace detente {

inline ReadResult read_text(std::string_view text, const ReadOptions& options = {}, std::string_view name = "t.csv") {
  return read_events(*bytes_of(text), name, options);
}

/// In the order of their rows in the file.
inline std::vector<Event> events_of(const EventLog& log) {
  std::vector<EventRow> rows(log.rows().begin(), log.rows().end());
  std::sort(rows.begin(), rows.end(), [](const EventRow& a, const EventRow& b) { return a.number < b.number; });
  std::vector<Event> events;
  for (const EventRow& row : rows) events.push_back(log.event(row));
  return events;
}

inline std::vector<std::string> ids_of(const EventLog& log) {
  std::vector<std::string> ids;
  for (const Event& event : events_of(log)) ids.push_back(event.id);
  return ids;
}

inline Day day(const char* text) { return parse_day(text).value(); }

/// A folder of its own that goes away.
class Folder {
 public:
  Folder() {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("readers_" + std::to_string(::getpid()) + "_" + std::to_string(++number));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace detente
