#include "output/text/look_alikes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

#include "detente/output/text/text_table.hpp"
#include "detente/questions/coding/look_alikes.hpp"
#include "ground/letters.hpp"

namespace detente::detail {
namespace {

/// "U+00A0, U+0410"
std::string letters_beyond_ascii(std::string_view name) {
  std::vector<std::string> out;
  while (!name.empty())
    if (const char32_t letter = take_letter(name); letter >= 0x7F)
      out.push_back(fmt::format("U+{:04X}", static_cast<unsigned>(letter)));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// A section, or "" without groups.
std::string section(std::string_view title, std::string_view what, std::span<const std::vector<CountedName>> groups) {
  TextTable table({{std::string(what)}, {"events", Align::right}, {"letters beyond ASCII", Align::left, 44}});
  for (const std::vector<CountedName>& alike : groups) {
    if (!table.empty()) table.add_rule();
    for (const auto& [name, events] : alike) table.add({name, std::to_string(events), letters_beyond_ascii(name)});
  }
  return table.empty() ? "" : fmt::format("\n{}:\n{}", title, table.text());
}

}  // namespace

std::string look_alikes_section(const Audit& audit) {
  return section("Actors that look alike and are counted apart (a table of actors makes them one)", "actor",
                 actor_look_alikes(audit.actors)) +
         section("Objects that look alike and are told apart (a measure on one is not ended on the other)", "object",
                 object_look_alikes(audit.objects));
}

}  // namespace detente::detail
