#include "detente/output/json/json_catalogue.hpp"

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_entry(const CodeEntry& e) {
  return {{"code", e.code},
          {"score", json_of(e.score)},
          {"sd", json_of(e.sd)},
          {"label", e.label},
          {"quad", to_text(e.quad)},
          {"severe", e.severe},
          {"opens", json_or_null(e.opens)},
          {"closes", json_or_null(e.closes)},
          {"cameo", json_or_null(e.cameo)},
          {"plover", json_or_null(e.plover)},
          {"basis", json_or_null(e.basis)},
          {"synonyms", e.synonyms}};
}

Json json_of_head(const Codebook& c) {
  return {{"name", c.name()},
          {"version", json_or_null(c.version())},
          {"scheme", json_or_null(c.scheme())},
          {"title", json_or_null(c.title())},
          {"source", json_or_null(c.source())},
          {"hash", c.hash()}};
}

Json json_of_parameter(const ParameterInfo& p) {
  return {{"name", p.name}, {"unit", p.unit}, {"default", p.standard}, {"range", p.range}, {"meaning", p.meaning}};
}

Json json_of_model(const ModelEntry& e) {
  Json parameters = Json::array();
  for (const ParameterInfo& p : e.parameters) parameters.push_back(json_of_parameter(p));
  return {{"name", e.name},
          {"summary", e.summary},
          {"formula", e.formula},
          {"source", e.source},
          {"parameters", std::move(parameters)}};
}

}  // namespace

std::string codebook_list_json(std::span<const Codebook> codebooks) {
  Json list = Json::array();
  for (const Codebook& c : codebooks) {
    Json head = json_of_head(c);
    head["codes"] = c.entries().size();
    list.push_back(std::move(head));
  }
  return json_text({{"codebooks", std::move(list)}});
}

std::string codebook_json(const Codebook& codebook) {
  Json out = json_of_head(codebook);
  out["codes"] = Json::array();
  for (const CodeEntry& e : codebook.entries()) out["codes"].push_back(json_of_entry(e));
  return json_text(out);
}

std::string model_list_json(const Catalogue& catalogue) {
  Json list = Json::array();
  for (const ModelEntry& e : catalogue.entries()) list.push_back(json_of_model(e));
  return json_text({{"models", std::move(list)}});
}

std::string model_json(const ModelEntry& entry) { return json_text(json_of_model(entry)); }

}  // namespace detente
