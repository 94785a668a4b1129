#include "readers/formats/event_formats.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "detente/ground/error.hpp"
#include "readers/chronology/chronology.hpp"
#include "readers/chronology/json_lines.hpp"
#include "readers/formats/acled.hpp"
#include "readers/formats/cline.hpp"
#include "readers/formats/gdelt.hpp"
#include "readers/formats/icews.hpp"
#include "readers/formats/keds.hpp"
#include "readers/formats/phoenix.hpp"
#include "readers/formats/polecat.hpp"
#include "readers/formats/ucdp_ged.hpp"

namespace detente::detail {

/// A chronology comes last: it takes any table with a date, two actors and an event, whatever else is in it.
std::span<const EventFormat* const> event_formats() {
  static const Gdelt2 gdelt2;
  static const Gdelt1 gdelt1;
  static const Icews icews;
  static const Polecat polecat;
  static const Phoenix phoenix;
  static const Cline cline;
  static const Keds keds;
  static const Acled acled;
  static const UcdpGed ucdp;
  static const JsonLines jsonl;
  static const Chronology chronology;
  static const std::array<const EventFormat*, 11> formats{&gdelt2, &gdelt1, &icews, &polecat, &phoenix,   &cline,
                                                          &keds,   &acled,  &ucdp,  &jsonl,   &chronology};
  return formats;
}

std::vector<const EventFormat*> event_formats(const ReadOptions& options) {
  std::vector<const EventFormat*> all;
  for (const auto& own : options.formats) all.push_back(own.get());
  const auto known = event_formats();
  all.insert(all.end(), known.begin(), known.end());
  return all;
}

bool is_own(const EventFormat& format, const ReadOptions& options) {
  return std::any_of(options.formats.begin(), options.formats.end(),
                     [&](const auto& own) { return own.get() == &format; });
}

const EventFormat* find_event_format(std::string_view name, const ReadOptions& options) {
  for (const EventFormat* format : event_formats(options))
    if (format->name() == name) return format;
  return nullptr;
}

void check_formats(const ReadOptions& options) {
  std::set<std::string_view> names{"auto"};
  for (const EventFormat* known : event_formats()) names.insert(known->name());
  for (const auto& own : options.formats) {
    if (!own) throw_invalid("formats", "null", "is a format");
    if (own->name().empty()) throw_invalid("formats", "", "a format has a name");
    if (!names.insert(own->name()).second)
      throw_invalid("formats", own->name(), "is the name of one format and not of another");
  }
}

}  // namespace detente::detail
