// Which model recovers the true tension best, when the truth is known? The recovery study of every model in the
// catalogue, with the options of detente/quality/program.hpp:
//
//   bench_model_quality [--quick] [--seeds N] [--csv FILE] [--model "decayed_sum omega=1"]... [--alone]
//   bench_model_quality --readme README.md
//
// Nothing is timed: the table is the same on every machine. --readme writes the short study into the README, where a
// test checks it. For a model of your own: examples/own_model_quality.cpp.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "detente/ground/atomic_file.hpp"
#include "detente/quality/program.hpp"
#include "quality/readme.hpp"

namespace {

void renew(const std::string& path) {
  using namespace detente::quality;
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  detente::AtomicFile renewed(path);
  renewed.write(with_table(text, readme_table(readme_study())));
  renewed.finish();
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<std::string> words{argv + 1, argv + argc};
  if (words.size() == 2 && words[0] == "--readme") {
    renew(words[1]);
    return 0;
  }
  words.insert(words.end(), {"--model", "period_count every=week of=all"});
  return detente::quality::run_program(words, {}, std::cout, std::cerr);
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
