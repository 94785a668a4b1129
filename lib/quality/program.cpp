#include "detente/quality/program.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "detente/ground/atomic_file.hpp"
#include "detente/ground/number.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/quality/table.hpp"

namespace detente::quality {
namespace {

struct Asked {
  StudyOptions study;
  std::string csv;
  std::vector<std::string> models;
  bool alone = false;
};

std::uint64_t seeds_of(const std::string& text) {
  const auto value = parse_whole(text);
  if (!value || *value < 1) throw std::invalid_argument("--seeds takes a whole number from 1, not '" + text + "'");
  return static_cast<std::uint64_t>(*value);
}

Asked asked_by(std::span<const std::string> words) {
  Asked asked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& option = words[i];
    const auto value = [&] {
      if (i + 1 == words.size()) throw std::invalid_argument(option + " takes a value");
      return words[++i];
    };
    if (option == "--quick")
      asked.study.days = 400, asked.study.seeds = 2;
    else if (option == "--seeds")
      asked.study.seeds = seeds_of(value());
    else if (option == "--csv")
      asked.csv = value();
    else if (option == "--model")
      asked.models.push_back(value());
    else if (option == "--alone")
      asked.alone = true;
    else
      throw std::invalid_argument("unknown option '" + option +
                                  "'; there are --quick, --seeds N, --csv FILE, --model TEXT, --alone");
  }
  return asked;
}

std::vector<Contestant> contestants_of(const Asked& asked, const std::vector<Contestant>& own) {
  const Catalogue catalogue = Catalogue::built_in();
  std::vector<Contestant> out = asked.alone ? std::vector<Contestant>() : quality::contestants_of(catalogue);
  for (const std::string& text : asked.models) out.push_back(contestant(catalogue.make(text), text));
  out.insert(out.end(), own.begin(), own.end());
  if (out.empty()) throw std::invalid_argument("--alone leaves no model: give one by --model TEXT");
  return out;
}

void write_csv(const std::string& path, const std::vector<Cell>& cells) {
  AtomicFile file(path);
  file.write(csv_table(cells));
  file.finish();
}

}  // namespace

int run_program(std::span<const std::string> words, const std::vector<Contestant>& own, std::ostream& out,
                std::ostream& complaints) {
  try {
    const Asked asked = asked_by(words);
    const std::vector<Cell> cells = run_study(contestants_of(asked, own), asked.study);
    if (!asked.csv.empty()) write_csv(asked.csv, cells);
    out << fmt::format(
        "{} days, {} seeds; volume: partial rank correlation with reporting volume, the truth held fixed\n\n{}",
        asked.study.days, asked.study.seeds, text_table(cells));
    return 0;
  } catch (const std::exception& error) {
    complaints << error.what() << '\n';
    return 2;
  }
}

}  // namespace detente::quality
