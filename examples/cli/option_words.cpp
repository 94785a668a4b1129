#include "option_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/readers/read_events.hpp"
#include "detente/scales/scale.hpp"

namespace detente::cli {
namespace {

using Words = std::vector<std::string>;

Words formats() {
  Words words = format_names();
  words.insert(words.begin(), "auto");
  return words;
}

Words codebooks() {
  Words words;
  for (const std::string_view name : built_in_codebook_names()) words.emplace_back(name);
  words.emplace_back("FILE.csv");
  return words;
}

Words models() {
  Words words;
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries()) words.push_back(entry.name);
  return words;
}

Words scales() {
  using enum ScaleKind;
  Words words;
  for (const ScaleKind kind : {softsign, linear, relative, zscore, percentile}) {
    const std::string text = to_text(Scale{.kind = kind});
    words.push_back(text.substr(0, text.find(' ')));
  }
  return words;
}

/// The library's lists, which a shell asks for one at a time.
Words library_words(std::string_view option) {
  if (option == "--format") return formats();
  if (option == "--codebook" || option == "codebook show NAME") return codebooks();
  if (option == "--scale") return scales();
  if (option == "--model" || option == "models show NAME") return models();
  return {};
}

const std::map<std::string, Words, std::less<>>& own_words() {
  static const std::map<std::string, Words, std::less<>> words{
      {"--at", {"end", "mean", "peak"}},
      {"--change-in", {"mean", "variance", "both", "rate"}},
      {"--completion", {"bash", "zsh", "fish"}},
      {"--dates", {"edtf", "words", "dmy", "mdy"}},
      {"--direction", {"both", "forward", "backward"}},
      {"--durability", {"full", "normal"}},
      {"--every", {"day", "week", "month", "quarter", "year"}},
      {"--half-lives", {"one", "two"}},
      {"--marks", {"one", "points"}},
      {"--mentions", {"one", "log", "count"}},
      {"--mirrors", {"twice", "once", "any"}},
      {"--of", {"heat", "level"}},
      {"--outcome", {"severe", "escalation"}},
      {"--output", {"table", "csv", "json", "jsonl"}},
      {"--penalty", {"mbic", "bic", "aic"}},
      {"--roll-up", {"cameo", "governments", "none"}},
      {"--scores", {"file", "codebook"}},
      {"--sort", {"index", "change", "risk"}},
      {"--ties", {"jitter", "strict", "sequential"}},
      {"--volume", {"none", "log", "dyad", "FILE.csv"}},
      {"watch --output", {"text", "jsonl"}},
  };
  return words;
}

}  // namespace

Words words_of(std::string_view option) {
  const auto at = own_words().find(option);
  return at == own_words().end() ? library_words(option) : at->second;
}

std::string one_of(const Words& words) {
  return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

}  // namespace detente::cli
