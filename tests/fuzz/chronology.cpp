/// Any bytes are a chronology or an `InputError`; every row is counted once, and what is shown of it is UTF-8.

#include <cstdlib>
#include <string_view>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/read_events.hpp"
#include "ground/text_pieces.hpp"

namespace {

void check(const detente::ReadResult& read) {
  using namespace detente;
  using namespace detente::detail;
  const FileReport& report = read.files.at(0);
  if (report.rows != report.kept + set_aside_rows(report) + rejected_rows(report)) std::abort();
  if (report.kept != read.log.size()) std::abort();
  for (const DamageExample& example : report.examples)
    if (!is_utf8(example.text) || !is_utf8(example.column_name) || example.rule.empty()) std::abort();
  for (const EventLog::Row& row : read.log.rows()) detente::require_sound(read.log.event(row));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto bytes = detente::bytes_of({reinterpret_cast<const char*>(data), size});
  try {
    check(detente::read_events(*bytes, "fuzz.csv", {.max_record = 4096, .chunk = 1U + size % 97U}));
  } catch (const detente::InputError& error) {
    if (!detente::detail::is_utf8(error.what())) std::abort();
  }
  return 0;
}
