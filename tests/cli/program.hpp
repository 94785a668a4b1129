#pragma once
/// \file
/// Runs the program `detente` as a shell would, each time in the folder of the example data, and keeps what it printed.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace detente::cli_test {

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

/// A folder of its own for a test, removed with it.
class Scratch {
 public:
  Scratch() {
    std::string pattern = testing::TempDir() + "detente-cli-XXXXXX";
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no scratch folder");
    folder_ = pattern;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string operator/(const std::string& name) const { return (folder_ / name).string(); }
  std::size_t files() const {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_)) ++n;
    return n;
  }

 private:
  std::filesystem::path folder_;
};

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// The words as a shell takes them, whatever is in them.
inline std::string quoted(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    out += " '";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    out += "'";
  }
  return out;
}

inline int exit_code(const std::string& command) {
  const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): the shell is what is tested
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

inline Outcome run(const std::vector<std::string>& words, const std::string& input = {}) {
  const Scratch scratch;
  write_text(scratch / "in", input);
  Outcome outcome;
  outcome.code =
      exit_code("cd" + quoted({DETENTE_EXAMPLES_DATA}) + " &&" + quoted({DETENTE_PROGRAM}) + quoted(words) + " <" +
                quoted({scratch / "in"}) + " >" + quoted({scratch / "out"}) + " 2>" + quoted({scratch / "err"}));
  outcome.out = read_text(scratch / "out");
  outcome.err = read_text(scratch / "err");
  return outcome;
}

/// Runs words separated by blanks.
inline Outcome run(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return run(words);
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The lines of a text, without their ends.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

/// The fields of a line of CSV that quotes nothing.
inline std::vector<std::string> fields_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> out;
  for (std::string field; std::getline(stream, field, ',');) out.push_back(field);
  return out;
}

inline const std::string news = "us_colombia_2025_2026.csv";
inline const std::string article = "us_colombia_article.csv";

}  // namespace detente::cli_test
