#pragma once
/// \file
/// Files for several processes to share, made from a seed: machine-coded ones of several formats, plain and packed,
/// with damaged rows, redeliveries and versions that contradict each other within and across files, and chronologies
/// whose events move from pair to pair, last, and affect third parties.

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "readers/gdelt_rows.hpp"
#include "support/live_histories.hpp"
#include "support/packed.hpp"

namespace detente::test {

/// An act as a machine tells it.
struct MachineAct {
  std::int32_t id = 0;
  std::string day = {}, reported = {};  ///< yyyymmdd
  std::string source = {}, target = {}, code = {}, root = {}, score = {};
  std::uint32_t mentions = 1;
};

inline std::string compact(Day day) {
  const CivilDate date = civil(day);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

/// Few ids, days and actors, so that much of it is told again, in the same words and in others.
inline MachineAct any_machine_act(Chance& chance) {
  MachineAct act;
  act.id = chance.below(12);
  const Day day = first_of_live + (chance.one_in(3) ? 60 * chance.below(6) : 5 * chance.below(60));
  act.day = compact(day);
  act.reported = compact(day + chance.of({0, 0, 1, 7, 120}));
  act.source = chance.of<const char*>({"USA", "COL", "VEN", "CUB"});
  do act.target = chance.of<const char*>({"USA", "COL", "VEN", "CUB"});
  while (act.target == act.source);
  act.code = chance.of<const char*>({"010", "042", "043", "112", "190", "0871"});
  act.root = act.code.substr(0, 2);
  act.score = chance.of<const char*>({"-10.0", "0.0", "3.5"});
  act.mentions = chance.of({1U, 4U, 300U});
  return act;
}

inline std::string with_dashes(const std::string& day) {
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
}

// ---- rows of the formats, without their line ends ----

inline std::string gdelt2_row(const MachineAct& act) {
  Fields row = gdelt_row();
  row[gdelt_id] = std::to_string(act.id);
  row[gdelt_date] = act.day;
  row[gdelt_country_1] = row[gdelt_actor_1] = act.source;
  row[gdelt_country_2] = row[gdelt_actor_2] = act.target;
  row[gdelt_code] = act.code, row[gdelt_base] = act.code.substr(0, 3), row[gdelt_root] = act.root;
  row[gdelt_score] = act.score;
  row[gdelt_mentions] = std::to_string(act.mentions);
  row[59] = act.reported + "120000";
  std::string line = line_of(row);
  line.pop_back();
  return line;
}

/// Actors as their coders write them: "COLMIL" rolls up by the rule for such codes.
inline std::string keds_row(Chance& chance, const MachineAct& act) {
  const auto written = [&](const std::string& country) {
    return country + chance.of<const char*>({"", "", "GOV", "MIL", "GOVMIL"});
  };
  return fmt::format("{}\t{}\t{}\t{}", with_dashes(act.day), written(act.source), written(act.target), act.code);
}

inline std::string icews_row(const MachineAct& act) {
  const auto name = [](const std::string& code) {
    return code == "USA" ? "United States" : code == "COL" ? "Colombia" : code == "VEN" ? "Venezuela" : "Cuba";
  };
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", act.id, with_dashes(act.day), name(act.source), name(act.target),
                     act.code, act.score);
}

inline std::string phoenix_row(const MachineAct& act) {
  Fields row(26);
  row[0] = fmt::format("{}_v0", act.id);
  row[1] = act.day, row[2] = act.day.substr(0, 4);
  row[3] = std::to_string(std::stoi(act.day.substr(4, 2))), row[4] = std::to_string(std::stoi(act.day.substr(6)));
  row[5] = row[6] = act.source, row[9] = row[10] = act.target;
  row[13] = act.code, row[14] = act.root;
  row[16] = act.score;
  std::string line = line_of(row);
  line.pop_back();
  return line;
}

inline std::string cline_row(const MachineAct& act) {
  return fmt::format("{},{},{},\"{}\",{},{}", act.id, with_dashes(act.day), act.source, act.target, act.code, act.root);
}

inline std::string polecat_row(Chance& chance, const MachineAct& act) {
  return fmt::format("{}\t{}\t{}\t{}\t{}", act.id, with_dashes(act.day),
                     chance.of<const char*>({"SANCTION\texpel", "AGREE\tmeet", "THREATEN\trestrict"}), act.source,
                     act.target);
}

// ---- files ----

inline constexpr std::array machine_formats{"gdelt2", "keds", "keds copy", "icews", "phoenix", "cline", "polecat"};

inline std::string header_of(std::string_view format) {
  if (format == "keds copy") return "date\tsource\ttarget\tcode";
  if (format == "icews") return "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\tIntensity";
  if (format == "cline") return "eid,story_date,source_root,target_root,code,root_code";
  if (format == "polecat") return "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country";
  return "";
}

inline std::string row_of(std::string_view format, Chance& chance, const MachineAct& act) {
  if (format == "gdelt2") return gdelt2_row(act);
  if (format == "icews") return icews_row(act);
  if (format == "phoenix") return phoenix_row(act);
  if (format == "cline") return cline_row(act);
  if (format == "polecat") return polecat_row(chance, act);
  return keds_row(chance, act);
}

/// Something that is no good row: too long, too short, misdated, of nobody, or nothing at all.
inline std::string damaged(std::string_view format, Chance& chance, MachineAct act) {
  switch (chance.below(6)) {
    case 0: return std::string(static_cast<std::size_t>(2000 + chance.below(9)), 'x');
    case 1: return "?\t?";
    case 2: act.day = "20191341"; break;
    case 3: act.target = act.source; break;
    case 4: act.code = "13y"; break;
    default: return "";
  }
  return row_of(format, chance, act);
}

/// One machine-coded file of so many rows; its line ends are mixed, and the last line may have none.
inline std::string machine_text(std::string_view format, Chance& chance, std::int32_t rows) {
  const auto end = [&] { return chance.one_in(4) ? "\r\n" : "\n"; };
  std::string text = header_of(format);
  if (!text.empty()) text += end();
  std::string last;
  for (std::int32_t i = 0; i < rows; ++i) {
    const MachineAct act = any_machine_act(chance);
    if (chance.one_in(8)) text += damaged(format, chance, act) + end();
    if (last.empty() || !chance.one_in(6)) last = row_of(format, chance, act);
    text += last + (i + 1 == rows && chance.one_in(2) ? "" : end());
  }
  return text;
}

inline std::string csv_field(const std::string& text) {
  return text.find_first_of(",\"\n") == std::string::npos ? text : "\"" + text + "\"";
}

inline constexpr std::string_view chronology_header =
    "id,date,source,target,event,object,until,count,issue,status,affects,spill,mentions,reported,revision,source_name,"
    "score\n";

/// A row of a chronology. Ids that three divides are another source's.
inline std::string chronology_row(const Event& e) {
  const auto number = [](const auto& value) { return value ? fmt::format("{}", *value) : std::string(); };
  const auto day = [](const std::optional<Day>& value) { return value ? to_text(*value) : std::string(); };
  const bool other = !e.id.empty() && std::stoi(e.id) % 3 == 0;
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", e.id, to_text(e.date), e.source, e.target,
                     csv_field(e.code), e.object, day(e.until), e.count > 1 ? fmt::format("{}", e.count) : "", e.issue,
                     to_text(e.status), e.affects ? e.affects->source + ":" + e.affects->target : "",
                     e.affects ? fmt::format("{}", e.spill) : "", e.mentions, day(e.reported), number(e.revision),
                     other ? "wire" : "", number(e.score));
}

/// Chronologies whose versions of one event may stand in several of them. Measures of the United States against Cuba
/// that touch Colombia are opened by one office and closed by another.
inline std::vector<std::string> chronologies(std::uint64_t seed, std::size_t files, std::uint32_t events) {
  Chance chance(seed, 1U << 21U);
  std::vector<std::string> out(files, std::string(chronology_header));
  std::vector<Event> all = live_events(seed, events, false);
  for (Event& event : all) {
    if (event.affects && chance.one_in(2)) {
      event.source = chance.of<const char*>({"OFAC", "TREASURY", "USA"});
      event.target = "CUB";
      event.code = chance.of<const char*>({"sanction_imposed", "sanction_imposed", "sanction_lifted"});
      if (event.code == "sanction_lifted" && chance.one_in(2)) event.affects.reset();
    }
    if (event.date.kind == SpanKind::throughout) event.until.reset();
  }
  shuffle(all, seed);
  for (const Event& event : all)
    out[static_cast<std::size_t>(chance.below(static_cast<std::int32_t>(files)))] += chronology_row(event);
  std::erase(out, std::string(chronology_header));
  return out;
}

/// Writes it, or what is packed of it; the path.
inline std::filesystem::path write_file(const std::filesystem::path& folder, const std::string& name,
                                        const std::string& packing, const Members& members) {
  const std::filesystem::path path = folder / (packing.empty() ? name : name + "." + packing);
  if (packing.empty())
    std::ofstream(path, std::ios::binary) << members.front().second;
  else
    write_packed(path, packing, packing == "zip" ? members : Members{members.front()});
  return path;
}

}  // namespace detente::test
