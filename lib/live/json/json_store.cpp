#include "detente/live/json/json_store.hpp"

#include "output/json/json_value.hpp"

namespace detente {
using namespace detail;
namespace {

Json json_of_head(const StoreHead& head) { return {{"batch", head.sequence}, {"hash", head.hash}}; }

Json json_of_moment(const std::optional<Milliseconds>& moment) { return moment ? Json(moment_text(*moment)) : Json(); }

template <class Named>
Json json_of_named(const Named& all, const char* value_name) {
  return list_of(all, [&](const auto& one) -> Json { return {{"name", one.first}, {value_name, one.second}}; });
}

}  // namespace

std::string store_info_json(const StoreInfo& info) {
  return json_text({{"head", json_of_head(info.head)},
                    {"schema", info.schema},
                    {"events", info.events},
                    {"alarms", info.alarms},
                    {"readings", info.readings},
                    {"checkpoints", info.checkpoints},
                    {"bytes", info.bytes},
                    {"log_bytes", info.log_bytes},
                    {"first_received", json_of_moment(info.first_received)},
                    {"last_received", json_of_moment(info.last_received)},
                    {"first_reported", json_of(info.first_reported)},
                    {"last_reported", json_of(info.last_reported)},
                    {"formats", json_of_named(info.formats, "events")},
                    {"choices", json_of_named(info.choices, "value")}});
}

std::string store_check_json(const StoreCheck& check) {
  return json_text({{"sound", check.sound()},
                    {"head", json_of_head(check.head)},
                    {"events", check.events},
                    {"damage", list_of(check.damage, [](const StoreDamage& damage) -> Json {
                       return {{"part", to_text(damage.part)}, {"what", damage.what}};
                     })}});
}

}  // namespace detente
