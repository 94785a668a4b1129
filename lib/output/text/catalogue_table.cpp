#include "detente/output/text/catalogue_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/text/text_table.hpp"

namespace detente {
using namespace detail;
namespace {

/// A label that only says the code in words says nothing more.
std::vector<std::string> cells_of(const CodeEntry& e) {
  return {e.code,
          shortest(e.score),
          shortest(e.sd),
          spoken(to_text(e.quad)),
          e.severe ? "yes" : "",
          e.opens,
          e.closes,
          e.cameo,
          e.plover,
          e.label == spoken(e.code) ? "" : e.label,
          fmt::format("{}", fmt::join(e.synonyms, "; "))};
}

}  // namespace

std::string codebook_list(std::span<const Codebook> codebooks) {
  TextTable table({{"codebook"}, {"version"}, {"codes", Align::right}, {"hash"}, {"title"}});
  for (const Codebook& c : codebooks)
    table.add({c.name(), c.version(), std::to_string(c.entries().size()), c.hash(), c.title()});
  return table.text();
}

std::string codebook_table(const Codebook& codebook) {
  TextTable table({{"code"},
                   {"score", Align::right},
                   {"sd", Align::right},
                   {"class"},
                   {"severe"},
                   {"opens"},
                   {"closes"},
                   {"cameo"},
                   {"plover"},
                   {"label"},
                   {"also written", Align::left, 48}});
  for (const CodeEntry& entry : codebook.entries()) table.add(cells_of(entry));
  return fmt::format("{} {}  {}\n{}\nscores: positive is cooperation; hash {}\n\n{}", codebook.name(),
                     codebook.version(), codebook.title(), codebook.source(), codebook.hash(), table.text());
}

std::string code_text(const CodeEntry& entry) {
  TextTable table({{"field"}, {"value"}});
  const std::vector<std::string> cells = cells_of(entry);
  const char* names[] = {"code",   "score", "sd",     "class", "severe",      "opens",
                         "closes", "cameo", "plover", "label", "also written"};
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty()) table.add({names[i], cells[i]});
  if (!entry.basis.empty()) table.add({"basis", entry.basis});
  return table.text();
}

std::string model_list(const Catalogue& catalogue) {
  TextTable table({{"model"}, {"what it is"}});
  for (const ModelEntry& entry : catalogue.entries()) table.add({entry.name, entry.summary});
  return table.text();
}

std::string model_text(const ModelEntry& entry) {
  TextTable table({{"parameter"}, {"unit"}, {"default", Align::right}, {"range"}, {"meaning"}});
  for (const ParameterInfo& p : entry.parameters) table.add({p.name, p.unit, p.standard, p.range, p.meaning});
  std::string out =
      fmt::format("{}: {}\n\n  {}\n\nsource: {}\n", entry.name, entry.summary, entry.formula, entry.source);
  if (!table.empty()) out += "\n" + table.text();
  return out;
}

}  // namespace detente
