#include "detente/output/json/json.hpp"
#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

/// An object even if there are no reasons.
Json json_of_reasons(const std::map<std::string, std::size_t>& reasons) {
  Json out = Json::object();
  for (const auto& [reason, rows] : reasons) out[reason] = rows;
  return out;
}

Json json_of_example(const DamageExample& e) {
  return {{"line", e.line},
          {"column", e.column > 0 ? Json(e.column) : Json(nullptr)},
          {"reason", e.reason},
          {"text", e.text},
          {"column_name", json_or_null(e.column_name)},
          {"rule", json_or_null(e.rule)}};
}

Json json_of_file(const FileReport& f) {
  Json examples = Json::array();
  for (const DamageExample& e : f.examples) examples.push_back(json_of_example(e));
  Json names = Json::array();
  for (const auto& [name, rows] : most_frequent_unknown_names(f)) names.push_back({{"name", name}, {"rows", rows}});
  return {{"name", f.name},
          {"format", f.format},
          {"rows", f.rows},
          {"kept", f.kept},
          {"set_aside", json_of_reasons(f.set_aside)},
          {"rejected", json_of_reasons(f.rejected)},
          {"examples", std::move(examples)},
          {"first_day", json_of(f.first_day)},
          {"last_day", json_of(f.last_day)},
          {"days_without_reports", f.days_without_reports},
          {"unknown_columns", f.unknown_columns},
          {"unknown_names", std::move(names)}};
}

}  // namespace

std::string check_json(std::span<const FileReport> files) {
  Json list = Json::array();
  for (const FileReport& f : files) list.push_back(json_of_file(f));
  return json_text({{"files", std::move(list)}});
}

}  // namespace detente
