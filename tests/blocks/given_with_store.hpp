#pragma once
/// \file
/// What blocks about the component `detente::live` take as given, beside what all blocks do.

#include <fstream>
#include <memory>

#include "blocks/given.hpp"
#include "detente/live/store/read_store.hpp"
#include "detente/live/store/store.hpp"
#include "detente/live/watch/feed.hpp"
#include "detente/live/watch/watch.hpp"

namespace detente::blocks_test {

class GivenWithStore : public Given {
 protected:
  /// A store with one batch, a folder that events fall into, and who takes them from there.
  Store store = Store::create("news.db", {{"codebook", "plain"}}, {.durability = Durability::normal});
  ReadOptions reading{};
  std::unique_ptr<Feed> feed;
  Watch watch;

  GivenWithStore() : feed(filled_feed()), watch(store, {.scoring = scoring}) {}

 private:
  std::unique_ptr<Feed> filled_feed() {
    store.append({.events = {{.event = event, .ids = "my notes"}}});
    std::filesystem::create_directory("gdelt");
    std::filesystem::copy_file("us_colombia_article.csv", "gdelt/article.csv");
    return open_feed("gdelt", reading, [this](std::string_view name) { return store.feed(name); });
  }
};

}  // namespace detente::blocks_test
