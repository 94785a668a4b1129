// Which model recovers the true tension best, when the truth is known? The recovery study of every model in the
// catalogue:
//
//   bench_model_quality [--quick] [--seeds N] [--csv FILE] [--model "decayed_sum omega=1"]...
//   bench_model_quality --readme README.md
//
// Nothing is timed: the table is the same on every machine. --quick is a small study (a smoke test), --model adds a
// model; --readme writes the short study into the README, where a test checks it.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "detente/ground/number.hpp"
#include "detente/models/catalogue.hpp"
#include "quality/readme.hpp"
#include "quality/table.hpp"

namespace {

struct Request {
  quality::StudyOptions study;
  std::string csv, readme;
  std::vector<std::string> models{"period_count every=week of=all"};
};

std::uint64_t whole_number(const std::string& option, const std::string& text) {
  const auto value = detente::parse_whole(text);
  if (!value || *value < 1) throw std::invalid_argument(option + " takes a whole number from 1, not '" + text + "'");
  return static_cast<std::uint64_t>(*value);
}

Request read_request(const std::vector<std::string>& words) {
  Request request;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& option = words[i];
    const auto value = [&] {
      if (i + 1 == words.size()) throw std::invalid_argument(option + " takes a value");
      return words[++i];
    };
    if (option == "--quick")
      request.study = {.days = 400, .seeds = 2};
    else if (option == "--seeds")
      request.study.seeds = whole_number(option, value());
    else if (option == "--csv")
      request.csv = value();
    else if (option == "--readme")
      request.readme = value();
    else if (option == "--model")
      request.models.push_back(value());
    else
      throw std::invalid_argument("unknown option '" + option +
                                  "'; there are --quick, --seeds N, --csv FILE, --model TEXT, --readme FILE");
  }
  return request;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void renew(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  write(path, quality::with_table(text, quality::readme_table(quality::readme_study())));
}

void answer(const Request& request) {
  const detente::Catalogue catalogue = detente::Catalogue::built_in();
  std::vector<quality::Contestant> contestants = quality::contestants_of(catalogue);
  for (const std::string& text : request.models) contestants.push_back(quality::contestant(catalogue.make(text), text));
  const std::vector<quality::Cell> cells = quality::run_study(contestants, request.study);
  if (!request.csv.empty()) write(request.csv, quality::csv_table(cells));
  std::printf(
      "%zu days, %llu seeds; volume: partial rank correlation with reporting volume, the truth held fixed\n\n%s",
      request.study.days, static_cast<unsigned long long>(request.study.seeds), quality::text_table(cells).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Request request = read_request({argv + 1, argv + argc});
    if (request.readme.empty())
      answer(request);
    else
      renew(request.readme);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
