#pragma once
/// \file
/// How détente's values become JSON: one function each, so that missing is `null` everywhere.

#include <nlohmann/json.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "detente/ground/day.hpp"
#include "detente/questions/index_report.hpp"

namespace detente {

using Json = nlohmann::ordered_json;

inline Json json_of(double value) {
  if (!std::isfinite(value)) return nullptr;
  return value == 0 ? 0.0 : value;
}
inline Json json_of(Day day) { return to_text(day); }
inline Json json_of(const std::string& text) { return text; }

template <class T>
Json json_of(const std::optional<T>& value) {
  return value ? json_of(*value) : Json(nullptr);
}
/// Empty text is missing.
inline Json json_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

inline std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const IndexSeries& series);
Json json_of(const Provenance& provenance);

}  // namespace detente
