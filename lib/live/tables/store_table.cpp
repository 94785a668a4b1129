#include "detente/live/tables/store_table.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"

namespace detente {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

template <class Value, class Text>
void add_if(Lines& lines, const char* name, const std::optional<Value>& value, const Text& text) {
  if (value) lines.emplace_back(name, text(*value));
}

Lines lines_of(const StoreInfo& info) {
  const auto day = [](Day value) { return to_text(value); };
  Lines out{
      {"head", to_text(info.head)}, {"version", std::to_string(info.schema)}, {"events", std::to_string(info.events)}};
  add_if(out, "first reported", info.first_reported, day);
  add_if(out, "last reported", info.last_reported, day);
  add_if(out, "first received", info.first_received, moment_text);
  add_if(out, "last received", info.last_received, moment_text);
  for (const auto& [format, events] : info.formats) out.emplace_back("format " + format, std::to_string(events));
  for (const auto& [choice, value] : info.choices) out.emplace_back("choice " + choice, value);
  out.emplace_back("alarms", std::to_string(info.alarms));
  out.emplace_back("readings", std::to_string(info.readings));
  out.emplace_back("checkpoints", std::to_string(info.checkpoints));
  out.emplace_back("bytes", std::to_string(info.bytes));
  out.emplace_back("log bytes", std::to_string(info.log_bytes));
  return out;
}

std::string counted(std::uint64_t number, const char* what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace

std::string store_info_table(std::string_view name, const StoreInfo& info) {
  std::string out = visible_path(name) + "\n";
  for (const auto& [what, value] : lines_of(info)) out += fmt::format("{:<20}{}\n", visible(what), visible(value));
  return out;
}

std::string store_info_csv(const StoreInfo& info) {
  std::string out = "what,value\n";
  for (const auto& [what, value] : lines_of(info)) out += csv_field(what) + "," + csv_field(value) + "\n";
  return out;
}

std::string store_check_table(std::string_view name, const StoreCheck& check) {
  std::string out = fmt::format("{}: {}, {} in {}\n", visible_path(name), check.sound() ? "sound" : "damaged",
                                counted(check.events, "event"),
                                check.head.sequence == 1 ? "1 batch" : fmt::format("{} batches", check.head.sequence));
  out += fmt::format("head  {}\n", to_text(check.head));
  for (const StoreDamage& damage : check.damage)
    out += fmt::format("{:<9}{}\n", to_text(damage.part), visible(damage.what, 200));
  return out;
}

std::string store_check_csv(const StoreCheck& check) {
  std::string out = "part,what\n";
  for (const StoreDamage& damage : check.damage)
    out += fmt::format("{},{}\n", to_text(damage.part), csv_field(damage.what));
  return out;
}

}  // namespace detente
