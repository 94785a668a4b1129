#include "support/event_texts.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

#include "detente/detail/hash.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/day.hpp"
#include "support/countries.hpp"

namespace bench {
namespace {

using namespace detente;
using namespace detente::detail;

constexpr std::int32_t first_day = 16484;  // 2015-02-18, the first of GDELT 2
constexpr std::int32_t day_count = 3650;
constexpr std::uint64_t rows_per_url = 5;

/// Numbers that are a function of the row.
class Dice {
 public:
  explicit Dice(std::uint64_t row) : seed_(mix64(row + 0x9e3779b97f4a7c15U)) {}
  /// From 0, below `end`.
  std::uint64_t below(std::uint64_t end) { return (next() >> 32) * end >> 32; }
  /// The same, but small numbers come far more often, because a few countries make most of the news.
  std::uint64_t small_below(std::uint64_t end) {
    const std::uint64_t x = next() >> 43, square = x * x >> 21, cube = square * x >> 21;
    return cube * end >> 21;
  }

 private:
  std::uint64_t next() { return mix64(seed_ += 0x9e3779b97f4a7c15U); }
  std::uint64_t seed_;
};

std::int32_t day_of(std::uint64_t row, std::uint64_t rows) {
  return first_day + static_cast<std::int32_t>(row * day_count / rows);
}

/// Every day of the ten years and the year before, as 20150218 and as 2015-02-18, made once.
struct Calendar {
  static constexpr std::int32_t before = 366;
  std::array<std::array<char, 8>, before + day_count> packed{};
  std::array<std::array<char, 10>, before + day_count> dashed{};

  Calendar() {
    for (std::size_t i = 0; i < dashed.size(); ++i) {
      const std::string text = to_text(Day{first_day - before + static_cast<std::int32_t>(i)});
      std::copy(text.begin(), text.end(), dashed[i].begin());
      std::copy_if(text.begin(), text.end(), packed[i].begin(), [](char c) { return c != '-'; });
    }
  }
  template <class Days>
  static std::string_view text(const Days& days, std::int32_t day) {
    const auto& found = days[static_cast<std::size_t>(day - first_day + before)];
    return {found.data(), found.size()};
  }
};

const Calendar& calendar() {
  static const Calendar made;
  return made;
}

// ---- GDELT ----

struct Act {
  std::string_view code, base, root;
  int quad;
  std::string_view goldstein;
};

/// The most frequent first, as `small_below` needs.
constexpr std::array<Act, 24> acts{{
    {"042", "042", "04", 1, "1.9"},  {"010", "010", "01", 1, "0"},     {"043", "043", "04", 1, "2.8"},
    {"051", "051", "05", 1, "3.4"},  {"020", "020", "02", 1, "3"},     {"040", "040", "04", 1, "1"},
    {"190", "190", "19", 4, "-10"},  {"112", "112", "11", 3, "-2"},    {"036", "036", "03", 1, "4"},
    {"173", "173", "17", 4, "-5"},   {"111", "111", "11", 3, "-2"},    {"060", "060", "06", 2, "6"},
    {"046", "046", "04", 1, "7"},    {"071", "071", "07", 2, "7.4"},   {"013", "013", "01", 1, "0.4"},
    {"0841", "084", "08", 2, "7"},   {"120", "120", "12", 3, "-4"},    {"163", "163", "16", 4, "-8"},
    {"130", "130", "13", 3, "-4.4"}, {"193", "193", "19", 4, "-10"},   {"172", "172", "17", 4, "-5"},
    {"138", "138", "13", 3, "-7"},   {"1411", "141", "14", 3, "-6.5"}, {"0256", "025", "02", 1, "3.4"},
}};

constexpr std::array<std::string_view, 8> roles{"GOV", "MIL", "COP", "BUS", "OPP", "MED", "EDU", "JUD"};
constexpr std::array<std::string_view, 8> role_names{"PRESIDENT", "TROOPS",     "POLICE",  "COMPANY",
                                                     "REBEL",     "NEWSPAPERS", "STUDENT", "COURT"};
constexpr std::array<std::string_view, 8> towns{"Springfield", "Santa Marta", "Villahermosa",  "Newport",
                                                "Alexandria",  "Kirkwood",    "San Cristobal", "Port Victoria"};
constexpr std::array<std::string_view, 8> sites{"www.dailyherald.com", "news.example.org",     "www.globalpost.net",
                                                "www.thenational.com", "english.tribune.info", "www.reuters.example",
                                                "local-news-24.com",   "www.morningstar.co"};
constexpr std::array<std::string_view, 8> words{"minister", "border", "talks",      "sanctions",
                                                "troops",   "trade",  "protesters", "agreement"};

using Out = std::back_insert_iterator<std::string>;

/// Ten columns. Without a country: only a role, a people, or nobody.
void append_actor(Dice& dice, const Country* country, std::string& out) {
  const std::size_t role = dice.below(8);
  const bool has_role = dice.below(3) == 0;
  if (country)
    fmt::format_to(Out(out), FMT_COMPILE("{}{}\t{}\t{}\t\t\t\t\t{}\t\t\t"), country->code, has_role ? roles[role] : "",
                   has_role ? role_names[role] : country->name, country->code, has_role ? roles[role] : "");
  else if (dice.below(3) > 0)
    fmt::format_to(Out(out), FMT_COMPILE("{}\t{}\t\t\t\t\t\t{}\t\t\t"), roles[role], role_names[role], roles[role]);
  else
    out.append(10, '\t');
}

/// Eight columns: a town of the country.
void append_place(Dice& dice, const Country* country, std::string& out) {
  if (!country) return void(out.append("0\t\t\t\t\t\t\t\t"));
  const std::uint64_t number = dice.below(1000), town = number % 8;
  fmt::format_to(Out(out), FMT_COMPILE("4\t{}, {}\t{}\t{}{:02}\t{}\t{}.{:04}\t-{}.{:04}\t-{}\t"), towns[town],
                 country->name, country->place, country->place, number % 32, 15000 + number, number % 60, number * 7,
                 number % 180, number * 3, 1000000 + number * 977);
}

/// Who acts on whom: 22 % between two countries, 6 % within one, the rest without a country on one side or both.
struct Sides {
  const Country* source = nullptr;
  const Country* target = nullptr;

  explicit Sides(Dice& dice) {
    const std::uint64_t kind = dice.below(100);
    const std::uint64_t one = dice.small_below(countries.size());
    const std::uint64_t other = (one + 1 + dice.small_below(countries.size() - 1)) % countries.size();
    if (kind < 22 + 6 + 40) source = &countries[one];
    if (kind < 22) target = &countries[other];
    if (kind >= 22 && kind < 22 + 6) target = source;
    if (kind >= 22 + 6 + 40 && kind < 22 + 6 + 40 + 20) target = &countries[other];
  }
};

/// The day on which it is said to have happened, mostly that of the report.
std::int32_t happened(Dice& dice, std::int32_t reported) {
  constexpr std::array<std::int32_t, 4> lags{1, 7, 30, 365};
  return dice.below(25) == 0 ? reported - lags[dice.below(4)] : reported;
}

void append_url(std::uint64_t row, std::string_view day, std::string& out) {
  const std::uint64_t number = row / rows_per_url;
  Dice dice(~number);
  const std::uint64_t site = dice.below(8), topic = dice.below(512);
  fmt::format_to(Out(out), FMT_COMPILE("https://{}/{}/{}/{}-and-{}-after-{}-of-the-week-{}.html"), sites[site],
                 day.substr(0, 4), day.substr(4, 2), words[topic % 8], words[topic / 8 % 8], words[topic / 64], number);
}

void append_gdelt(std::uint64_t row, std::uint64_t rows, std::string& out) {
  Dice dice(row);
  const Sides sides(dice);
  const Act& act = acts[dice.small_below(acts.size())];
  const std::int32_t reported = day_of(row, rows);
  const std::string_view day = Calendar::text(calendar().packed, happened(dice, reported));
  const std::string_view added = Calendar::text(calendar().packed, reported);
  const std::uint64_t tenth = dice.below(10'000), sources = 1 + dice.small_below(4);
  fmt::format_to(Out(out), FMT_COMPILE("{}\t{}\t{}\t{}\t{}.{:04}\t"), 400'000'000 + row, day, day.substr(0, 6),
                 day.substr(0, 4), day.substr(0, 4), tenth);
  append_actor(dice, sides.source, out);
  append_actor(dice, sides.target, out);
  fmt::format_to(Out(out), FMT_COMPILE("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t-{}.{:012}\t"), dice.below(2), act.code,
                 act.base, act.root, act.quad, act.goldstein, 1 + dice.small_below(120), sources,
                 sources + dice.small_below(20), tenth % 9, tenth * 99'887'766);
  append_place(dice, sides.source, out);
  append_place(dice, sides.target, out);
  append_place(dice, sides.source ? sides.source : sides.target, out);
  fmt::format_to(Out(out), FMT_COMPILE("{}{:02}{:02}00\t"), added, tenth % 24, tenth % 4 * 15);
  append_url(row, added, out);
  out += '\n';
}

// ---- plain ----

constexpr std::array<std::string_view, 12> terms{
    "statement",    "criticism", "accusation", "meeting_request", "threat_of_sanctions", "demand",
    "visa_granted", "denial",    "refusal",    "threat_of_force", "visa_revoked",        "ultimatum"};

void append_plain(std::uint64_t row, std::uint64_t rows, std::string& out) {
  Dice dice(row);
  const std::uint64_t one = dice.below(countries.size());
  const std::uint64_t other = (one + 1 + dice.below(countries.size() - 1)) % countries.size();
  fmt::format_to(Out(out), FMT_COMPILE("{},{},{},{}\n"), Calendar::text(calendar().dashed, day_of(row, rows)),
                 countries[one].name, countries[other].name, terms[dice.small_below(terms.size())]);
}

}  // namespace

EventText event_text(std::string_view name) {
  if (name == "gdelt") return EventText::gdelt;
  if (name == "plain") return EventText::plain;
  throw std::invalid_argument(fmt::format("'{}' is neither gdelt nor plain", name));
}

void append_events(EventText kind, std::uint64_t first, std::uint64_t last, std::uint64_t rows, std::string& out) {
  if (kind == EventText::plain && first == 0) out += "date,source,target,event\n";
  for (std::uint64_t row = first; row < last; ++row)
    kind == EventText::gdelt ? append_gdelt(row, rows, out) : append_plain(row, rows, out);
}

std::string events_text(EventText kind, std::uint64_t rows) {
  std::string out;
  append_events(kind, 0, rows, rows, out);
  return out;
}

void write_events(EventText kind, std::uint64_t rows, const std::filesystem::path& path) {
  constexpr std::uint64_t at_once = 2048;
  AtomicFile file(path);
  std::string part;
  for (std::uint64_t first = 0; first < rows; first += at_once) {
    part.clear();
    append_events(kind, first, std::min(rows, first + at_once), rows, part);
    file.write(part);
  }
  file.finish();
}

}  // namespace bench
