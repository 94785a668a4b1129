#pragma once
/// \file
/// A file of each format, of a few thousand made-up events between some countries: enough that several processes have
/// something to read, with reports that are delivered twice, versions that move to another day and pair, acts of
/// others, and rows that are damaged.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/day.hpp"

namespace detente::cli_test {

/// The i-th made-up event.
struct MadeUp {
  std::size_t number;

  std::size_t draw(std::size_t what, std::size_t from) const {
    return (number * 7919 + what * 104729 + number / 13) % from;
  }
  std::string day() const { return to_text(Day::from_civil(2019, 1, 1) + static_cast<std::int32_t>(number / 12)); }
  std::string compact_day() const {
    std::string out = day();
    std::erase(out, '-');
    return out;
  }
  std::string actor(std::size_t side) const {
    constexpr std::array<std::string_view, 9> actors{"USA", "COL", "IND", "PAK", "CHN", "FRA", "DEU", "ISR", "EGY"};
    const std::size_t source = draw(1, actors.size());
    return std::string(actors[side == 0 ? source : (source + 1 + draw(2, actors.size() - 1)) % actors.size()]);
  }
  std::string code() const {
    constexpr std::array<std::string_view, 8> codes{"010", "036", "042", "057", "112", "138", "163", "190"};
    return std::string(codes[draw(3, codes.size())]);
  }
  /// Some are delivered twice.
  std::string id() const { return std::to_string(880'000'000 + (number % 50 == 49 ? number - 12 : number)); }
  bool is_damaged() const { return number % 997 == 500; }
};

inline std::string row_of(const std::vector<std::string>& fields, char between) {
  std::string out;
  for (const std::string& field : fields) out += field + between;
  out.back() = '\n';
  return out;
}

inline std::string gdelt_row(const MadeUp& e, std::size_t width) {
  std::vector<std::string> f(width);
  f[0] = e.id();
  f[1] = e.is_damaged() ? "2019-13-45" : e.compact_day();
  f[7] = e.actor(0);
  f[17] = e.actor(1);
  f[25] = "1";
  f[26] = e.code();
  f[27] = f[26];
  f[28] = f[26].substr(0, 2);
  f[29] = "4";
  f[30] = "-5.0";
  f[31] = std::to_string(1 + e.draw(4, 400));
  f[32] = f[33] = "4";
  f[34] = "-3.5";
  f[width == 61 ? 59 : 56] = e.compact_day() + (width == 61 ? "120000" : "");
  if (width == 61) f[60] = "https://example.org/" + f[0];
  return row_of(f, '\t');
}

inline std::string icews_row(const MadeUp& e) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names{{{"USA", "United States"},
                                                                                {"COL", "Colombia"},
                                                                                {"IND", "India"},
                                                                                {"PAK", "Pakistan"},
                                                                                {"CHN", "China"},
                                                                                {"FRA", "France"},
                                                                                {"DEU", "Germany"},
                                                                                {"ISR", "Israel"},
                                                                                {"EGY", "Egypt"}}};
  const auto name = [&](std::size_t side) {
    const std::string code = e.actor(side);
    return std::string(
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == code; })->second);
  };
  return row_of({e.id(),
                 e.is_damaged() ? "soon" : e.day(),
                 "Ministry (" + name(0) + ")",
                 "Government",
                 name(0),
                 "Act",
                 e.code(),
                 "-2",
                 "Citizen (" + name(1) + ")",
                 "Government",
                 name(1),
                 "47400351",
                 "2",
                 "Paper",
                 "NA",
                 "NA",
                 "NA",
                 name(1),
                 "21.0",
                 "105.8"},
                '\t');
}

inline std::string phoenix_row(const MadeUp& e) {
  const std::string day = e.day();
  return row_of({e.id() + "_v0.2.0",
                 e.compact_day(),
                 day.substr(0, 4),
                 day.substr(5, 2),
                 day.substr(8),
                 e.actor(0) + "GOV",
                 e.actor(0),
                 "GOV",
                 "",
                 e.actor(1) + "MIL",
                 e.actor(1),
                 "MIL",
                 "",
                 e.code(),
                 e.code().substr(0, 2),
                 "2",
                 "1.0",
                 "ECON,2",
                 "4.6",
                 "-74.1",
                 "Bogota",
                 "Cundinamarca",
                 "CO",
                 "53a4_3",
                 "https://example.org/1",
                 "reuters"},
                '\t');
}

inline std::string polecat_row(const MadeUp& e) {
  std::vector<std::string> f(40, "None");
  f[0] = "E_" + e.id();
  f[1] = e.day();
  f[2] = e.draw(5, 2) == 0 ? "SANCTION" : "CONSULT";
  f[3] = e.draw(5, 2) == 0 ? "expel" : "phone";
  f[4] = "-3.0";
  f[8] = e.actor(0);
  f[16] = e.actor(1);
  f[34] = e.day();
  f[39] = "Polecat2024";
  return row_of(f, '\t');
}

inline std::string cline_row(const MadeUp& e) {
  const std::string day = e.day();
  return row_of({"NYT_" + e.id(),
                 day,
                 day.substr(0, 4),
                 day.substr(5, 2),
                 day.substr(8),
                 e.actor(0) + "MIL",
                 e.actor(0),
                 "MIL",
                 "",
                 e.actor(1) + "GOV",
                 e.actor(1),
                 "GOV",
                 "",
                 e.code(),
                 e.code().substr(0, 2),
                 "4",
                 "-1",
                 "\"CODE,1;CODE,2\"",
                 "30.0",
                 "31.2",
                 "\"Cairo, Egypt\"",
                 "",
                 "Egypt",
                 "5",
                 "nyt"},
                ',');
}

inline std::string keds_row(const MadeUp& e) {
  return row_of({e.day(), e.actor(0) + (e.draw(6, 3) == 0 ? "GOV" : ""), e.actor(1) + (e.draw(7, 4) == 0 ? "MIL" : ""),
                 e.is_damaged() ? "x" : e.code()},
                '\t');
}

inline std::string acled_row(const MadeUp& e) {
  return row_of({"A" + e.id(), e.day(), "1", "Battles", "Armed clash", "Military Forces of India (2014-)",
                 e.draw(8, 2) == 0 ? "Military Forces of Pakistan (2018-2022)" : "Rebels", std::to_string(e.draw(9, 5)),
                 std::to_string(1'600'000'000 + e.number * 100'000)},
                ',');
}

inline std::string ucdp_row(const MadeUp& e) {
  return row_of({e.id(), "1", "India: Kashmir", "Government of India",
                 e.draw(8, 2) == 0 ? "Government of Pakistan" : "Kashmir insurgents", "1", e.day() + " 00:00:00.000",
                 e.day(), std::to_string(1 + e.draw(9, 5))},
                ',');
}

/// Later versions of an event have another day, and every third another target; some affect a pair of others, open a
/// measure there, or close it.
inline std::string chronology_row(const MadeUp& e) {
  constexpr std::array<std::string_view, 6> terms{"threat_of_force",     "trade_sanctions",      "phone_call",
                                                  "ambassador_recalled", "lifting_of_sanctions", "criticism"};
  const bool is_version = e.number % 5 == 4;
  const MadeUp first{is_version ? e.number - 3 : e.number};
  const bool moves = is_version && e.number % 3 == 0;
  const std::string target = moves ? MadeUp{e.number + 1}.actor(1) : first.actor(1);
  const std::string source = first.actor(0) == target ? (target == "USA" ? "COL" : "USA") : first.actor(0);
  const bool affects = first.number % 7 == 3;
  return row_of({std::to_string(first.number), e.day() + (e.number % 6 == 0 ? "~" : ""), source, target,
                 std::string(terms[first.draw(3, terms.size())]), is_version ? "1" : "0", affects ? "IND:PAK" : "",
                 affects ? "0.5" : ""},
                ',');
}

inline std::string json_row(const MadeUp& e) {
  return "{\"id\": \"" + e.id() + "\", \"date\": \"" + e.day() + "\", \"source\": \"" + e.actor(0) +
         "\", \"target\": \"" + e.actor(1) + "\", \"event\": \"phone_call\", \"reported\": \"" + e.day() +
         "\", \"revision\": " + std::to_string(e.number) + "}\n";
}

/// The text of a file of the format with so many events.
inline std::string text_of(std::string_view format, std::size_t events) {
  constexpr std::string_view icews_header =
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
      "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
      "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
  constexpr std::string_view polecat_header =
      "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor "
      "COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient "
      "Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient "
      "Name Raw\tWikipedia Recipient "
      "ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature "
      "Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion\n";
  constexpr std::string_view cline_header =
      "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
      "target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,"
      "process\n";
  std::string out;
  if (format == "icews") out = icews_header;
  if (format == "polecat") out = polecat_header;
  if (format == "cline") out = cline_header;
  if (format == "keds") out = "date\tsource\ttarget\tcode\n";
  if (format == "acled")
    out = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,fatalities,timestamp\n";
  if (format == "ucdp")
    out = "id,type_of_violence,conflict_name,side_a,side_b,event_clarity,date_start,date_end,best\n";
  if (format == "chronology") out = "id,date,source,target,event,revision,affects,spill\n";
  for (std::size_t i = 0; i < events; ++i) {
    const MadeUp event{i};
    if (format == "gdelt2") out += gdelt_row(event, 61);
    if (format == "gdelt1") out += gdelt_row(event, 58);
    if (format == "icews") out += icews_row(event);
    if (format == "phoenix") out += phoenix_row(event);
    if (format == "polecat") out += polecat_row(event);
    if (format == "cline") out += cline_row(event);
    if (format == "keds") out += keds_row(event);
    if (format == "acled") out += acled_row(event);
    if (format == "ucdp") out += ucdp_row(event);
    if (format == "chronology") out += chronology_row(event);
    if (format == "jsonl") out += json_row(event);
  }
  return out;
}

}  // namespace detente::cli_test
