#pragma once
/// \file
/// One panel made by one process, and all that it gives, to be compared with the same of several processes.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/contracts/actor_roll_ups.hpp"
#include "detente/distributed/panel_job.hpp"
#include "detente/engines/dyad_rows.hpp"
#include "detente/ground/error.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/readers/read_events.hpp"

namespace detente::test {

/// What a panel gives, in words. `refused` is why there is none.
struct GivenPanel {
  std::string text = {}, summary = {}, files = {}, rolled_up = {}, rejects = {}, refused = {};
};

/// Where two texts part; "" if they are the same.
inline std::string first_difference(std::string_view what, const std::string& a, const std::string& b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() && in_b == b.end()) return "";
  const auto at = static_cast<std::size_t>(in_a - a.begin());
  const std::size_t line = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
  return fmt::format("{}:\n  {}\n  {}\n", what, a.substr(line, at - line + 400), b.substr(line, at - line + 400));
}

/// What is not the same in two panels; "" if all is.
inline std::string difference(const GivenPanel& a, const GivenPanel& b) {
  return first_difference("refused", a.refused, b.refused) + first_difference("text", a.text, b.text) +
         first_difference("summary", a.summary, b.summary) + first_difference("files", a.files, b.files) +
         first_difference("rolled up", a.rolled_up, b.rolled_up) + first_difference("rejects", a.rejects, b.rejects);
}

inline std::string told(const std::optional<Day>& day) { return day ? to_text(*day) : "-"; }

/// Every field of a summary.
inline std::string told(const PanelSummary& s) {
  std::string out =
      fmt::format("{} pairs, {} rows, {} events, {} without\n", s.pairs, s.rows, s.events, s.without_events);
  for (const UnknownCode& code : s.unknown) out += fmt::format("unknown {} {}\n", code.code, code.events);
  for (const PanelSummary::LeftOut& pair : s.silent)
    out += fmt::format("silent {} {} {}\n", to_text(pair.dyad), to_text(pair.before), to_text(pair.after));
  return out;
}

/// Every field of the reports.
inline std::string told(const std::vector<FileReport>& files) {
  std::string out;
  for (const FileReport& file : files) {
    out += fmt::format("{} {} {}: {} rows, {} kept, first {}; {} to {}, first reported {}, {} days without\n",
                       file.path, file.name, file.format, file.rows, file.kept, file.first_number, told(file.first_day),
                       told(file.last_day), told(file.first_reported), file.days_without_reports);
    for (const auto* counts : {&file.set_aside, &file.rejected, &file.unknown_names, &file.codes})
      out += fmt::format("  {}\n", *counts);
    for (const DamageExample& example : file.examples)
      out += fmt::format("  {}:{} {} {} {} {}\n", example.line, example.column, example.column_name, example.reason,
                         example.rule, example.text);
    out += fmt::format("  {} {}\n", file.unknown_columns, file.own_format ? file.own_format->name : "");
  }
  return out;
}

inline std::string told(const std::vector<ActorRollUp>& rolled) {
  std::string out;
  for (const ActorRollUp& one : rolled) out += fmt::format("{} {} {}\n", one.actor, one.parent, one.events);
  return out;
}

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The rejects of a job, which are gone afterwards.
inline std::string taken_rejects(const PanelJob& job) {
  if (job.read.rejects_file.empty()) return "";
  const std::string out =
      std::filesystem::exists(job.read.rejects_file) ? content_of(job.read.rejects_file) : "not written";
  std::filesystem::remove(job.read.rejects_file);
  return out;
}

namespace shared_panels {

/// As a program does that may have to move rows to disk: everything is settled when all has been read.
inline void make_alone(const PanelJob& job, GivenPanel& out) {
  ReadOptions options = job.read;
  options.brief = true;
  options.on_growth = [](EventLog&) {};
  ReadResult read = read_events(job.files, options);
  DyadRows pairs(job.actors(read.files));
  settle_files(read.files, read.log, [&] { return pairs.finish(read.log); });
  const PanelRequest request = job.request(read.files, [&](std::optional<Day> as_of) { return pairs.totals(as_of); });
  out.files = told(read.files);
  out.rolled_up = told(roll_ups_by_rule(pairs.log(), pairs.rows_by_dyad(), pairs.actors()));
  out.summary = told(panel(pairs, request, {job.form, [&](std::string_view text) { out.text += text; }}));
}

}  // namespace shared_panels

/// Calls `make(panel)`, and keeps why it was refused.
template <class Make>
GivenPanel given_by(const PanelJob& job, const Make& make) {
  GivenPanel out;
  try {
    make(out);
  } catch (const InputError& error) {
    out = {.refused = error.what()};
  } catch (const std::invalid_argument& error) {
    out = {.refused = error.what()};
  }
  out.rejects = taken_rejects(job);
  return out;
}

/// The panel as one process makes it.
inline GivenPanel panel_alone(const PanelJob& job) {
  return given_by(job, [&](GivenPanel& out) { shared_panels::make_alone(job, out); });
}

}  // namespace detente::test
