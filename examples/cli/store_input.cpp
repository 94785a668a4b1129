#include "store_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "console.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/live/store/read_store.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

/// A batch's number, a moment, or the end of a day or period.
std::uint64_t batch_of(const Store& store, const std::string& when) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::all_of(when.begin(), when.end(), is_digit))
    return static_cast<std::uint64_t>(parse_whole(when).value_or(INT64_MAX));
  if (when.find('T') == std::string::npos) {
    const Day after = end_of("--received-by", when) + 1;
    return store.received_by(Milliseconds(std::int64_t{after.value} * 86400000 - 1));
  }
  const Parsed<Milliseconds> moment = parse_moment(when);
  if (!moment) throw_bad_value("--received-by", when, moment.rule());
  return store.received_by(*moment);
}

StoreView view_of(const Store& store, const InputOptions& input) {
  if (input.received_by.empty()) return {};
  return {.received_by = batch_of(store, input.received_by)};
}

void take(std::string& word, const StoreChoices& choices, const char* name) {
  const auto made = choices.find(name);
  if (!word.empty() || made == choices.end()) return;
  word = made->second;
  say(fmt::format("assumed: {} {}, chosen when the store was created", name, visible(word)));
}

}  // namespace

ReadResult read_from_store(const InputOptions& input, const ReadOptions& how) {
  const Store store = Store::open_read_only(input.store);
  ReadResult read = read_store(store, view_of(store, input), how);
  say("read: " + visible(read.files.front().name, SIZE_MAX));
  for (FileReport& file : read.files) file.path = "--store " + file.path;  // as commands in messages name it
  return read;
}

void take_choices(const InputOptions& input, CodingOptions& coding, ScoringOptions* scoring) {
  if (!takes_store(input)) return;
  const Store store = Store::open_read_only(input.store);
  take(coding.codebook, store.choices(), "codebook");
  take(coding.roll_up, store.choices(), "roll-up");
  if (scoring != nullptr) take(scoring->model, store.choices(), "model");
}

}  // namespace detente::cli
