#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completion.hpp"

namespace detente::cli {
namespace {

constexpr const char* bash_driver = R"(
# Files with this ending, and folders.
_detente_files() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  if [ -n "$1" ]; then
    COMPREPLY+=($(compgen -d -- "$current") $(compgen -f -X "!*$1" -- "$current"))
  else
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}

_detente() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local command='' commands='' options='' words='' files=none word
  COMPREPLY=()
  # bash takes --every=day for three words.
  if [ "$current" = = ]; then
    current=''
  elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 1 ]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  # The command is what stands first, and of some commands what stands second.
  _detente_of ''
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $commands " in *" $word "*) ;; *) break ;; esac
    command="${command:+$command }$word"
    commands='' options='' words='' files=none
    _detente_of "$command"
  done
  if _detente_after "$command" "$before"; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [ "${current:0:1}" = - ]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
    return
  else
    COMPREPLY=($(compgen -W "$commands $words" -- "$current"))
  fi
  if [ "$files" != none ]; then _detente_files "$files"; fi
}

complete -F _detente detente
)";

/// "words='a b' files='.csv'"
std::string follows(const OptionFacts& facts) {
  return fmt::format("words='{}' files='{}'", fmt::join(facts.words, " "), facts.files ? facts.ending : "none");
}

/// What may follow each option of a command that takes a value.
std::string after(const CommandFacts& command) {
  std::string out;
  for (const OptionFacts& option : command.options)
    if (option.takes_value())
      out += fmt::format("    '{} {}') {} ;;\n", command.name(), option.names.back(), follows(option));
  for (const CommandFacts& below : command.commands) out += after(below);
  return out;
}

std::string options_of(const CommandFacts& command) {
  std::vector<std::string> names;
  for (const OptionFacts& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
  return fmt::format("options='{}'", fmt::join(names, " "));
}

std::string commands_of(const CommandFacts& command) {
  std::vector<std::string> names;
  for (const CommandFacts& below : command.commands) names.push_back(below.path.back());
  return fmt::format("commands='{}'", fmt::join(names, " "));
}

/// What a command has.
std::string of(const CommandFacts& command) {
  const std::string operand = command.operands.empty() ? std::string() : " " + follows(command.operands.front());
  std::string out =
      fmt::format("    '{}') {} {}{} ;;\n", command.name(), commands_of(command), options_of(command), operand);
  for (const CommandFacts& below : command.commands) out += of(below);
  return out;
}

}  // namespace

std::string bash_completion(const CommandFacts& program) {
  return fmt::format(
      "# Completions of detente for bash, made by: detente help --completion bash\n\n"
      "# What may follow a command's option: sets words and files, or fails if it takes no value.\n"
      "_detente_after() {{\n  case \"$1 $2\" in\n{}    *) return 1 ;;\n  esac\n}}\n\n"
      "# What a command has: sets commands, options, and the words and files of its operand.\n"
      "_detente_of() {{\n  case \"$1\" in\n{}  esac\n}}\n{}",
      after(program), of(program), bash_driver);
}

}  // namespace detente::cli
