#include "help_facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "detente/ground/text.hpp"
#include "option_words.hpp"

namespace detente::cli {
namespace {

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string meaning_of(const CLI::Option& option) {
  const std::string& standard = option.get_default_str();
  return on_one_line(standard.empty() ? option.get_description()
                                      : fmt::format("{} [{}]", option.get_description(), standard));
}

/// "-h", "--help"
std::vector<std::string> names_of(const CLI::Option& option) {
  if (option.get_positional()) return {option.get_name()};
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

/// Words that stand for others are none to be completed; what they stand for is a file.
void take_words(OptionFacts& facts, std::vector<std::string> words) {
  for (std::string& word : words)
    if (word.starts_with("FILE"))
      facts.files = true, facts.ending = word.substr(4);
    else
      facts.words.push_back(std::move(word));
}

/// The words of an option that its command has in its own way, or of any option of that name.
std::vector<std::string> words_of(const CommandFacts& command, const std::string& option) {
  const std::vector<std::string> own = cli::words_of(command.name() + " " + option);
  return own.empty() ? cli::words_of(option) : own;
}

OptionFacts facts_of(const CommandFacts& command, const CLI::Option& option) {
  OptionFacts facts{.names = names_of(option),
                    .value = option.get_type_name(),
                    .meaning = meaning_of(option),
                    .group = option.get_group()};
  const bool is_operand = option.get_positional();
  const std::string kind = is_operand ? option.get_name() : facts.value;
  if (is_operand) facts.value = kind;
  facts.needed = is_operand && option.get_required();
  facts.many = is_operand && option.get_items_expected_max() > 1;
  take_words(facts, words_of(command, facts.names.back()));
  if (kind.starts_with("FILE")) take_words(facts, {kind});
  return facts;
}

}  // namespace

std::string CommandFacts::name() const { return fmt::format("{}", fmt::join(path.begin() + 1, path.end(), " ")); }

CommandFacts facts_of(const CLI::App& command) {
  CommandFacts facts;
  for (const CLI::App* app = &command; app; app = app->get_parent())
    facts.path.insert(facts.path.begin(), app->get_name());
  facts.description = command.get_description();
  facts.title = on_one_line(facts.description.substr(0, facts.description.find_first_of(".?") + 1));
  facts.footer = command.get_footer();
  for (const CLI::Option* option : command.get_options())
    (option->get_positional() ? facts.operands : facts.options).push_back(facts_of(facts, *option));
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
    facts.commands.push_back(facts_of(*below));
  return facts;
}

}  // namespace detente::cli
