#pragma once
/// \file
/// How détente's values become JSON: one function each, so that missing is `null` everywhere.

#include <nlohmann/json.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "detente/ground/day.hpp"
#include "detente/questions/index/index_report.hpp"

namespace detente::detail {

using Json = nlohmann::ordered_json;

inline Json json_of(double value) {
  if (!std::isfinite(value)) return nullptr;
  return value == 0 ? 0.0 : value;
}
inline Json json_of(Day day) { return to_text(day); }
inline Json json_of(const std::string& text) { return text; }

Json json_of(const SourceProfile& profile);

template <class T>
Json json_of(const std::optional<T>& value) {
  return value ? json_of(*value) : Json(nullptr);
}
/// Empty text counts as missing.
inline Json json_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

/// An array: what `json` makes of each item.
template <class Items, class F>
Json list_of(const Items& items, F&& json) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(json(item));
  return out;
}

/// The text of a value, indented by so many blanks, or on one line (-1). Control characters and characters that reorder
/// a line are escaped (`\u202e`), which JSON reads back to the same text.
std::string json_text(const Json& json, int indent = 2);

Json json_of(const IndexSeries& series);
Json json_of(const Provenance& provenance);

}  // namespace detente::detail
