/// Files of every format, plain and packed, with a few bytes changed: each is read or refused, in time, and leaves no
/// half-written file; what is read can be asked. DETENTE_MUTANTS is the number for each format (tests/random.sh takes
/// ten thousand, under the sanitizers); DETENTE_SEED draws others.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <random>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/coding/audit.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/questions/relation/file_codebook.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "ground/text_pieces.hpp"
#include "readers/format_samples.hpp"
#include "support/packed.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace test;

std::size_t number_of(const char* variable, std::size_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// Changes texts, the same way for the same seed everywhere.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::string operator()(std::string text, const std::string& other) {
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i) change(text, other);
    return text;
  }
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

 private:
  std::string some_of(const std::string& text) {
    const std::size_t from = below(text.size());
    return text.substr(from, below(60));
  }

  void change(std::string& text, const std::string& other) {
    static const std::vector<std::string> words{"\"",         "\t",   "\n",      "\r",           std::string(1, '\0'),
                                                "\xFF",       ",",    ";",       "\xEF\xBB\xBF", "\x1F\x8B",
                                                "PK\x03\x04", "9999", "0000",    "1e9",          "-1",
                                                "NULL",       "/..",  "..2025~", "2024-02-30",   "\xC3",
                                                "\x1B[2J",    "=1+1"};
    const std::size_t at = below(text.size() + 1);
    switch (below(7)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 2: text.insert(at, words[below(words.size())]); break;
      case 3: text.erase(at, below(40)); break;
      case 4: text.insert(at, some_of(text)); break;
      case 5: text.insert(at, some_of(other)); break;
      default:
        if (below(4) == 0) text.resize(at);
        break;
    }
  }

  std::mt19937_64 random_;
};

/// Whether all days lie within some fifty years.
bool is_of_a_lifetime(const std::vector<FileReport>& files) {
  std::optional<Day> first, last;
  for (const FileReport& file : files) {
    if (!file.first_day) continue;
    first = std::min(first.value_or(*file.first_day), *file.first_day);
    last = std::max(last.value_or(*file.last_day), *file.last_day);
  }
  return first && *last - *first < 20'000;
}

/// Everything that is asked of events once they are read. Years that nobody meant are another test's.
void ask(const ReadResult& read) {
  const Codebook book = built_in_codebook(find_format(read.files.front().format)->codebook);
  (void)audit(read.log, book);
  (void)likelier_codebook(book, read.files);
  if (read.log.empty() || !is_of_a_lifetime(read.files)) return;
  const auto& pair = read.log.dyads().front();
  const AnyModel model = Catalogue::built_in().make("decayed_sum");
  (void)index_report(read.log, {.selection = {.dyad = {read.log.actors()[pair.source], read.log.actors()[pair.target]}},
                                .scoring = {.codebook = book, .model = model},
                                .every = PeriodKind::year,
                                .band = std::nullopt});
}

/// The sums of a report hold, and what is shown is text.
void look_at(const FileReport& file) {
  EXPECT_EQ(file.rows, file.kept + set_aside_rows(file) + rejected_rows(file));
  for (const DamageExample& example : file.examples) EXPECT_TRUE(is_utf8(example.text) && !example.rule.empty());
}

class Mutations : public testing::TestWithParam<std::string> {
 protected:
  /// A file of this kind as it is, before anything is changed: a format's sample, or one that is packed.
  std::string sample(const std::string& kind) const {
    const auto all = samples();
    if (all.contains(kind)) return all.at(kind);
    Members members{{"b.csv", all.at("chronology")}};
    if (kind == "zip") members.emplace_back("a.tab", all.at("icews"));
    write_packed(folder_.path() / "whole", kind, members);
    return read_all(folder_.path() / "whole");
  }

  void try_out(const std::string& bytes, std::size_t turn) {
    const auto path = folder_.write("t.csv", bytes);
    ReadOptions options{.max_record = turn % 5 == 0 ? 200U : 1U << 20U,
                        .chunk = 1 + (turn * 37) % 300,
                        .threads = 1 + turn % 2,
                        .brief = turn % 3 == 0};
    if (turn % 8 == 0) options.rejects_file = folder_.path() / "rejects";
    try {
      const ReadResult read = read_events(path, options);
      for (const FileReport& file : read.files) look_at(file);
      ask(read);
    } catch (const InputError& error) {
      EXPECT_NE(error.message(), "");
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      EXPECT_EQ(entry.path().string().find(".partial"), std::string::npos);
  }

  Folder folder_;
};

TEST_P(Mutations, AreReadOrRefusedInTime) {
  using clock = std::chrono::steady_clock;
  const std::string whole = sample(GetParam()), other = samples().at("polecat");
  const std::size_t seed = number_of("DETENTE_SEED", 1);
  for (std::size_t turn = 0; turn < number_of("DETENTE_MUTANTS", 100); ++turn) {
    SCOPED_TRACE("seed " + std::to_string(seed) + ", turn " + std::to_string(turn));
    const std::string bytes = Mutator(seed * 1'000'000 + turn)(whole, other);
    const auto begin = clock::now();
    ASSERT_NO_THROW(try_out(bytes, turn));
    ASSERT_LT(clock::now() - begin, std::chrono::seconds(10));
    if (HasFailure()) return;
  }
}

std::vector<std::string> kinds() {
  std::vector<std::string> all;
  for (const auto& [format, text] : samples()) all.push_back(format);
  for (const std::string& packing : packings()) all.push_back(packing);
  return all;
}
INSTANTIATE_TEST_SUITE_P(Kinds, Mutations, testing::ValuesIn(kinds()),
                         [](const auto& kind) { return std::string(kind.param); });

}  // namespace
}  // namespace detente
