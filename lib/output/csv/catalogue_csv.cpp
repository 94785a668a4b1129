#include "detente/output/csv/catalogue_csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"

namespace detente {
using namespace detail;
namespace {

std::string line_of(const std::vector<std::string>& fields) {
  std::vector<std::string> quoted;
  quoted.reserve(fields.size());
  for (const std::string& field : fields) quoted.push_back(csv_field(field));
  return fmt::format("{}\n", fmt::join(quoted, ","));
}

std::string about(std::string_view key, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("# {}: {}\n", key, value);
}

}  // namespace

std::string codebook_list_csv(std::span<const Codebook> codebooks) {
  std::string out = "codebook,version,codes,hash,title\n";
  for (const Codebook& c : codebooks)
    out += line_of({c.name(), c.version(), std::to_string(c.entries().size()), c.hash(), c.title()});
  return out;
}

std::string codebook_csv(const Codebook& codebook) {
  std::string out = about("name", codebook.name()) + about("version", codebook.version()) +
                    about("scheme", codebook.scheme()) + about("title", codebook.title()) +
                    about("source", codebook.source()) +
                    "code,score,sd,label,quad,severe,opens,closes,cameo,plover,basis,synonyms\n";
  for (const CodeEntry& e : codebook.entries())
    out += line_of({e.code, shortest(e.score), shortest(e.sd), e.label, std::string(to_text(e.quad)),
                    e.severe ? "yes" : "no", e.opens, e.closes, e.cameo, e.plover, e.basis,
                    fmt::format("{}", fmt::join(e.synonyms, "; "))});
  return out;
}

std::string model_list_csv(const Catalogue& catalogue) {
  std::string out = "model,summary,formula,source\n";
  for (const ModelEntry& e : catalogue.entries()) out += line_of({e.name, e.summary, e.formula, e.source});
  return out;
}

std::string model_csv(const ModelEntry& entry) {
  std::string out = "model,parameter,unit,default,range,meaning\n";
  for (const ParameterInfo& p : entry.parameters)
    out += line_of({entry.name, p.name, p.unit, p.standard, p.range, p.meaning});
  return out;
}

}  // namespace detente
