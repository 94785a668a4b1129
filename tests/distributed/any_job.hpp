#pragma once
/// \file
/// A job of any kind over files of any kind, drawn by RapidCheck.

#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/distributed/panel_job.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "distributed/shared_files.hpp"

namespace detente::test {

/// Files of machines and of people in any order.
inline std::vector<std::filesystem::path> any_files(const std::filesystem::path& folder) {
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  std::vector<std::filesystem::path> out;
  for (int n = *rc::gen::inRange(1, 5); n > 0; --n) {
    Chance chance(seed, static_cast<std::uint32_t>(n));
    const std::string format =
        *rc::gen::elementOf(std::vector<std::string>(machine_formats.begin(), machine_formats.end()));
    std::vector<std::string> packings = test::packings();
    packings.insert(packings.end(), 6, "");
    Members members;
    for (const char* name : {"a.txt", "b.txt"})
      members.emplace_back(name, machine_text(format, chance, *rc::gen::inRange(6, 22)));
    out.push_back(write_file(folder, fmt::format("{}.txt", n), *rc::gen::elementOf(packings), members));
  }
  const auto told = *rc::gen::inRange<std::uint32_t>(0, 25);
  int number = 0;
  for (const std::string& text : chronologies(seed, *rc::gen::inRange<std::size_t>(1, 4), told))
    out.push_back(write_file(folder, fmt::format("notes{}.csv", ++number), "", {{"", text}}));
  Chance order(seed, 1U << 22U);
  for (std::size_t i = out.size(); i > 1; --i)
    std::swap(out[i - 1], out[static_cast<std::size_t>(order.below(static_cast<std::int32_t>(i)))]);
  return out;
}

inline ActorTable any_actors() {
  std::vector<ActorRow> rows{{.actor = "AMBASSADOR", .parent = "USA"},
                             {.actor = "PETRO", .parent = "COL"},
                             {.actor = "OFAC", .parent = "USA"}};
  if (*rc::gen::arbitrary<bool>()) rows[1].to = first_of_live + 300;
  if (*rc::gen::arbitrary<bool>()) rows.push_back({.actor = "TREASURY", .parent = "USA"});
  if (*rc::gen::arbitrary<bool>()) rows.push_back({.actor = "COLMIL", .parent = "VEN", .from = first_of_live + 150});
  return ActorTable(rows, *rc::gen::element(RollUp::none, RollUp::cameo));
}

inline CodingRules any_rules() {
  CodingRules rules;
  rules.one_a_day = *rc::gen::arbitrary<bool>();
  rules.mirrors = *rc::gen::element(Mirrors::once, Mirrors::twice);
  rules.mentions = *rc::gen::element(Mentions::one, Mentions::log, Mentions::count);
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  return rules;
}

inline PanelRequest any_request(bool chronologies) {
  const Catalogue models = Catalogue::built_in(Exposure({{Day{}, 1.0}}));
  const AnyModel model = models.make(*rc::gen::element<std::string>(
      "decayed_sum", "two_speed", "saturating", "period_sum every=month", "conflict_share every=month",
      "conflict_share every=month denominator=log", "conflict_share every=month denominator=log"));
  PanelRequest request{
      .scoring = {.codebook = built_in_codebook(chronologies && *rc::gen::inRange(0, 3) > 0 ? "plain" : "gdelt"),
                  .model = model,
                  .rules = with_required(any_rules(), model.required_rules())}};
  request.scoring.own_scores = *rc::gen::arbitrary<bool>();
  request.every = PeriodKind::month;
  if (!model.periodic()) request.at = *rc::gen::element(SampleAt::end, SampleAt::mean, SampleAt::peak);
  if (*rc::gen::inRange(0, 3) == 0) request.as_of = first_of_live + *rc::gen::inRange(150, 400);
  if (chronologies && *rc::gen::inRange(0, 6) == 0) request.issue = "trade";
  if (*rc::gen::inRange(0, 5) == 0) request.band = BandOptions{.draws = 20};
  if (*rc::gen::inRange(0, 3) == 0) request.from = first_of_live + 60, request.to = first_of_live + 240;
  return request;
}

inline ReadOptions any_reading(const std::filesystem::path& folder, std::size_t files) {
  ReadOptions out;
  out.own_scores = *rc::gen::arbitrary<bool>();
  out.max_record = *rc::gen::element<std::size_t>(1000, 1 << 20);
  out.chunk = *rc::gen::element<std::size_t>(64, 1000, 1 << 20);
  if (*rc::gen::inRange(0, 3) > 0) out.rejects_file = folder / "rejects";
  if (*rc::gen::inRange(0, 8) == 0) out.max_rejects = 2;
  const int sources = *rc::gen::inRange(0, 4);
  if (sources == 1) out.sources = {"all"};
  for (std::size_t i = 0; sources == 2 && i < files; ++i) out.sources.push_back(fmt::format("of {}", i % 2));
  return out;
}

inline bool with_chronologies(const PanelJob& job) {
  return std::any_of(job.files.begin(), job.files.end(),
                     [](const auto& path) { return path.filename().string().starts_with("notes"); });
}

/// The files lie in the folder.
inline PanelJob any_job(const std::filesystem::path& folder) {
  PanelJob job;
  job.files = any_files(folder);
  job.read = any_reading(folder, job.files.size());
  job.actors = [actors = any_actors()](auto) { return actors; };
  job.request = [request = any_request(with_chronologies(job))](auto, const TotalsOfAll& totals) {
    PanelRequest out = request;
    if (out.scoring.model.text().find("denominator=log") != std::string::npos)
      out.scoring.model = Catalogue::built_in(totals(out.as_of)).make(out.scoring.model.text());
    return out;
  };
  job.form = *rc::gen::arbitrary<bool>() ? index_rows_csv : index_rows_json;
  return job;
}

}  // namespace detente::test
