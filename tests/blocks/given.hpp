#pragma once
/// \file
/// What the C++ blocks of README.md, docs and the headers take as given: names that a block uses and does not declare
/// are members of `Given`. Each page runs in a folder of its own, with copies of the files of examples/data; what it
/// prints is kept.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "blocks/shown.hpp"
#include "detente/codebooks/built_in.hpp"
#include "detente/detente.hpp"

namespace detente::blocks_test {

/// A folder that is the current one and has the examples' data, while it lives.
class Room {
 public:
  Room();
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  ~Room();

 private:
  std::filesystem::path before_, folder_;
};

/// Standard output, kept while it lives.
class Printed {
 public:
  Printed() : before_(std::cout.rdbuf(text_.rdbuf())) {}
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;
  ~Printed() { std::cout.rdbuf(before_); }
  /// What has come since the last call.
  std::string take() { return std::exchange(text_, std::ostringstream()).str(); }

 private:
  std::ostringstream text_;
  std::streambuf* before_;
};

class Given : public testing::Test {
 protected:
  /// A history: the United States and Colombia, 33 events.
  Room room;
  ReadResult read = read_events("us_colombia_2025_2026.csv");
  EventLog log = read.log;
  std::vector<Event> events;
  Day first_day = Day::from_civil(2025, 1, 26), day = Day::from_civil(2026, 1, 5), last = Day::from_civil(2026, 2, 28);
  Day today = last;
  EventKey key = log.rows().front().key;
  Event event{.id = "1", .date = DateSpan::on(day), .source = "USA", .target = "COL", .code = "threat_of_force"};
  Event visit{.id = "2", .date = DateSpan::on(day), .source = "COL", .target = "USA", .code = "visit"};

  /// How it is scored.
  Codebook codebook = built_in_codebook("plain");
  Catalogue catalogue = Catalogue::built_in();
  AnyModel model = catalogue.make("decayed_sum");
  Scoring scoring{.codebook = codebook, .model = model};
  Scoring two_speed{.codebook = codebook, .model = catalogue.make("two_speed rho=0.25 kappa=2")};
  Selection pair{.dyad = {"USA", "COL"}};
  Attribution found;

  /// Impulses of a model: many, and two parts of one history.
  std::vector<Impulse> impulses, june, july;
  std::vector<Day> days_of_june, days_of_july;

  /// Six pairs with twenty years of made-up events.
  DyadRows pairs;
  std::size_t limit = std::size_t{1} << 20;

  Given();

  template <class... Values>
  void print(const Values&...) const {}
  template <class... Values>
  void use(const Values&...) const {}

  /// What `int main(int argc, char** argv)` of a block gets.
  int argc = 1;
  std::vector<char*> argv;

  template <class T>
  void shows(const T& value, const std::string& stated, const char* file, int line) const {
    const std::string is = shown(value, stated);
    if (!fits(is, stated)) fail(file, line, stated, is);
  }
  void prints(const std::string& stated, const char* file, int line) {
    const std::string is = printed_.take();
    if (!fits(is, stated)) fail(file, line, stated, is);
  }

 private:
  static void fail(const char* file, int line, const std::string& stated, const std::string& is) {
    ADD_FAILURE_AT(file, line) << "stated: " << stated << "\n    is: " << is;
  }

  Printed printed_;
};

}  // namespace detente::blocks_test

#ifdef DETENTE_BLOCKS_LIVE
#include "blocks/given_with_store.hpp"
#endif
