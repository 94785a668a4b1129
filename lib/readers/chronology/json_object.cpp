#include "readers/chronology/json_object.hpp"

#if DETENTE_JSON_LINES

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

using nlohmann::json;

constexpr int deepest = 32;

/// Looks on while an object is parsed: names that stand twice would be overwritten, and deep nesting would cost stack.
class Watch {
 public:
  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > deepest) fault_ = {"nested too deeply", fmt::format("values are nested {} deep at most", deepest)};
    if (event == json::parse_event_t::key && depth == 1) {
      const auto& name = parsed.get_ref<const std::string&>();
      if (!names_.insert(name).second)
        fault_ = {"member twice", fmt::format("a member stands once, '{}' stands twice", visible(name))};
    }
    return depth <= deepest;
  }
  const std::optional<JsonFault>& fault() const { return fault_; }

 private:
  std::set<std::string> names_;
  std::optional<JsonFault> fault_;
};

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (value.is_number_float()) return shortest(value.get<double>());
  return value.dump();
}

JsonObject members_of(const json& object) {
  JsonObject out;
  for (const auto& [name, value] : object.items())
    out.members.push_back({name, text_of(value), value.is_string() || value.is_number() || value.is_null()});
  return out;
}

}  // namespace

bool reads_json() noexcept { return true; }

JsonObject parse_json_object(std::string_view line) {
  Watch watch;
  try {
    const json value = json::parse(line.begin(), line.end(), std::ref(watch));
    if (watch.fault()) return {{}, watch.fault()};
    if (!value.is_object()) return {{}, JsonFault{"not an object", "a line is one JSON object"}};
    return members_of(value);
  } catch (const json::parse_error& error) {
    return {{}, JsonFault{"not JSON", fmt::format("a line is one JSON object; it breaks at byte {}", error.byte)}};
  }
}

}  // namespace detente::detail

#else

namespace detente::detail {

bool reads_json() noexcept { return false; }
JsonObject parse_json_object(std::string_view /*line*/) { return {}; }

}  // namespace detente::detail

#endif
