#pragma once
/// \file
/// A store and what is followed into it by `detente watch`.

#include <nlohmann/json.hpp>

#include "cli/program.hpp"
#include "support/background.hpp"

namespace detente::cli_test {

using Json = nlohmann::json;

/// A folder with a store and what is followed into it.
class Watched {
 public:
  std::string path(const std::string& name) const { return scratch_ / name; }
  std::string store() const { return path("s.db"); }
  void write(const std::string& name, const std::string& text) const { write_text(path(name), text); }
  void append(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary | std::ios::app) << text;
  }

  std::vector<std::string> words(const std::vector<std::string>& more) const {
    std::vector<std::string> out{"watch", "--store", store()};
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  Outcome once(std::vector<std::string> more, const std::string& input = {}) const {
    more.push_back("--once");
    return run(words(more), input);
  }
  test::Background following(const std::vector<std::string>& more) const {
    std::vector<std::string> all = words(more);
    all.insert(all.begin(), DETENTE_PROGRAM);
    all.insert(all.end(), {"--interval", "0.02"});
    return test::Background(all, path("out"), path("err"));
  }
  std::string head() const {
    return Json::parse(run({"store", "info", store(), "--output", "json"}).out).at("head").dump();
  }

 private:
  Scratch scratch_;
};

}  // namespace detente::cli_test
