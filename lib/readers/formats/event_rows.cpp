#include "readers/formats/event_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "detente/readers/formats/intake.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

constexpr std::uint32_t most_deaths = 1'000'000;

constexpr RowRule bad_deaths{"bad deaths", "deaths are a whole number to 1000000", Field::deaths};

}  // namespace

void EventRows::take(const FieldRow& row, Intake& into) const {
  if (!is_whole(row, into)) return;
  Event event;
  if (const Ruling ruling = read(row, event)) return leave_out(row, *ruling, into);
  event.line = row.line;
  into.keep(std::move(event));
}

Ruling EventRows::take_actors(const FieldRow& row, Event& event) const {
  event.source = kept(row, Field::source);
  event.target = kept(row, Field::target);
  if (event.source.empty() || event.target.empty()) return &rules::no_actor;
  return event.source == event.target ? &rules::same_actor : nullptr;
}

Ruling EventRows::take_deaths(const FieldRow& row, Event& event) const {
  const std::string_view text = said(row, Field::deaths);
  if (text.empty()) return nullptr;
  const auto deaths = whole(text);
  if (!deaths || *deaths > most_deaths) return &bad_deaths;
  event.count = std::max(*deaths, std::uint32_t{1});
  return nullptr;
}

std::string EventRows::kept(const FieldRow& row, Field field) const {
  std::string buffer;
  return std::string(bare(kept_text(said(row, field), buffer)));
}

}  // namespace detente::detail
