#include "detente/output/json/json_lines.hpp"

#include "detente/ground/error.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

const Json& member(const Json& document, std::string_view name) {
  const auto at = document.find(name);
  if (at == document.end()) throw_invalid("member", std::string(name), "is not in the document");
  return *at;
}

}  // namespace

std::string json_lines(std::string_view document, std::string_view list,
                       std::initializer_list<std::string_view> context) {
  const Json all = Json::parse(document);
  if (list.empty()) return json_text(all, -1);
  const Json& items = member(all, list);
  if (!items.is_array()) throw_invalid("list", std::string(list), "is no list");
  std::string out;
  for (const Json& item : items) {
    if (!item.is_object()) throw_invalid("list", std::string(list), "has items that are no objects");
    Json line = Json::object();
    for (const std::string_view name : context) line[std::string(name)] = member(all, name);
    line.update(item);
    out += json_text(line, -1);
  }
  return out;
}

}  // namespace detente
