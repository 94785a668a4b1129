#include "watch_choices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente::cli {
namespace {

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

/// All but the formats.
StoreChoices words_of(const WatchWords& words) {
  const ScoringOptions& scoring = words.scoring;
  return {{"codebook", words.coding.codebook},
          {"mirrors", scoring.mirrors},
          {"model", scoring.model},
          {"one-a-day", yes_or_no(scoring.one_a_day.value_or(false))},
          {"profile", scoring.profile ? scoring.profile->name : "none"},
          {"roll-up", words.coding.roll_up},
          {"scores", scoring.scores}};
}

/// The words of the default model, without the numbers of the profile, which the store names by its name.
WatchWords filled(WatchWords asked, const FileKind& kind) {
  const std::string model = asked.scoring.model;
  asked.coding = completed(asked.coding, kind);
  asked.scoring = completed(asked.scoring, kind);
  asked.scoring.model = model.empty() ? asked.scoring.model.substr(0, asked.scoring.model.find(' ')) : model;
  return asked;
}

std::set<std::string> formats_of(std::span<const FileReport> files) {
  std::set<std::string> out;
  for (const FileReport& file : files) out.insert(file.format);
  return out;
}

void fill_in(std::string& word, const StoreChoices& choices, const char* name) {
  const auto choice = choices.find(name);
  if (word.empty() && choice != choices.end()) word = choice->second;
}

/// Reports of files of the store's formats, by which what the words leave open is decided.
std::vector<FileReport> reports_of(const Store& store) {
  std::vector<FileReport> out;
  for (const auto& [format, events] : store.info().formats)
    out.push_back({.format = format, .rows = events, .kept = events});
  return out;
}

}  // namespace

WatchWords completed(WatchWords asked, std::span<const FileReport> files) {
  const FileKind kind = kind_of(files, asked.coding);
  return filled(std::move(asked), kind);
}

WatchWords completed(WatchWords asked, const Store& store) {
  const StoreChoices& choices = store.choices();
  fill_in(asked.coding.codebook, choices, "codebook");
  fill_in(asked.coding.roll_up, choices, "roll-up");
  fill_in(asked.scoring.model, choices, "model");
  fill_in(asked.scoring.mirrors, choices, "mirrors");
  fill_in(asked.scoring.scores, choices, "scores");
  const auto one_a_day = choices.find("one-a-day");
  if (!asked.scoring.one_a_day && one_a_day != choices.end()) asked.scoring.one_a_day = one_a_day->second == "yes";
  WatchWords out = completed(std::move(asked), reports_of(store));
  StoreChoices words = words_of(out);
  std::erase_if(words, [&](const auto& word) { return !choices.contains(word.first); });
  store.require(words);
  return out;
}

StoreChoices choices_of(const WatchWords& completed, std::span<const FileReport> files) {
  StoreChoices out = words_of(completed);
  out["formats"] = fmt::format("{}", fmt::join(formats_of(files), ","));
  return out;
}

void require_alike(const WatchWords& asked, const FileReport& file, const Store& store) {
  for (const auto& [name, value] : words_of(completed(asked, std::span(&file, 1)))) {
    const auto choice = store.choices().find(name);
    if (choice != store.choices().end() && choice->second != value)
      throw InputError(fmt::format(
          "{}: is of format {}, for which {} would be {}; the store was made for {} with {}: "
          "say it by an option, or follow the file into a store of its own",
          visible_path(file.name), file.format, name, visible(value),
          store.choices().contains("formats") ? store.choices().at("formats") : "others", visible(choice->second)));
  }
}

}  // namespace detente::cli
