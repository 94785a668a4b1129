#include "panel_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "console.hpp"
#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "input.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

constexpr const char* group = "Several processes";

// ---- words ----

/// The value of an option; of a file, with a hash of what is in it.
std::string told(const std::string& value) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(value, none)) return value;
  return fmt::format("{} ({:016x})", value, detail::Hasher().add(read_all(value)).value());
}

bool is_one_of(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Options that change where and how fast a result is made, and not what it is. FILEs stand in the plan of the folder.
bool decides_nothing(const CLI::Option& option) {
  return option.get_positional() || option.get_group() == group ||
         is_one_of(option.get_name(), {"--help", "--threads", "--memory", "--to-file", "--max-rejects"});
}

bool decides_reading(const CLI::Option& option) {
  return option.get_group() == "Reading" || is_one_of(option.get_name(), {"--actors", "--roll-up", "--scores"});
}

// ---- stages ----

/// "2/8"
ProcessShare share_of(const std::string& option, const std::string& text) {
  const std::size_t slash = text.find('/');
  const auto number = parse_whole(text.substr(0, slash));
  const auto of = slash == std::string::npos ? std::nullopt : parse_whole(text.substr(slash + 1));
  if (!number || !of || *number < 1 || *number > *of)
    throw_bad_value(option, text, "is the number of a process and how many there are, such as 1/4, to 4/4");
  return {static_cast<std::size_t>(*number), static_cast<std::size_t>(*of)};
}

/// Tells a stage's progress, and what it waits for.
class Watch {
 public:
  Watch(const char* what, const char* unit) : progress_(what, unit) {}
  StageControl control() {
    return {{stopping(), [this](const WorkDone& work) { progress_.at(work.done, work.of.value_or(0)); }},
            [](std::size_t missing, std::string_view what) {
              say(fmt::format("waiting for {} {} that others have not {}", missing, what,
                              what == "tasks" ? "read (--map)" : "scored (--score, with the same options)"));
            }};
  }
  void end() { progress_.end(); }

 private:
  Progress progress_;
};

void say_done(const char* stage, const std::string& share, const StageReport& report, std::string_view what) {
  for (const std::string& place : report.interrupted)
    say(fmt::format("note: an earlier process began to read {} and did not finish; it was read again", place));
  std::string line = fmt::format("{} {}: {} of {} {}", stage, share, report.all - report.before, report.all, what);
  if (report.before > 0) line += fmt::format("; {} had been done before", report.before);
  say(line);
}

void merge(const std::string& folder, const PanelJob& job, const PanelOptions& options, const PanelText& text) {
  Watch watch("waiting", "parts");
  const MergedPanel merged(job, folder, watch.control());
  watch.end();
  merged.write_rejects();
  say_of_files(merged.files(), merged.rolled_up(), merged.request(), options);
  require_pairs(merged.summary());
  deliver_panel(text, merged.request(), options.output, [&](const auto& take) {
    merged.write(take);
    return merged.summary();
  });
}

void refuse_in_parts(const std::string& option, const PanelOptions& options) {
  const RankingOptions& ranking = options.ranking;
  if (ranking.wanted() || !ranking.calibration.empty())
    throw_conflict(option, "a ranking (--top, --sort, --since, --page)",
                   "a ranking compares all pairs in one process; the panel's CSV can be sorted");
  if (!options.input.store.empty())
    throw_conflict(option, "--store " + options.input.store, "a store is read by one process");
}

}  // namespace

WordsGiven words_given(const CLI::App& app) {
  WordsGiven out;
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0 || decides_nothing(*option)) continue;
    std::vector<std::string> values = option->results();
    if (option->get_name() == "--rejects")
      values = {"asked for"};  // where they go, and what was there, decides nothing
    std::transform(values.begin(), values.end(), values.begin(), told);
    std::string& words = decides_reading(*option) ? out.reading : out.scoring;
    words += fmt::format("{} {}\n", option->get_name(), fmt::join(values, " "));
  }
  return out;
}

void add_work(CLI::App& app, PartOptions& options) {
  app.add_option("--work", options.work,
                 "keep what is done in this folder, which all processes\nsee: a run that was "
                 "ended is gone on with there")
      ->type_name("FOLDER")
      ->group(group);
}

void add_parts(CLI::App& app, PartOptions& options) {
  app.add_option("--work", options.work, "the folder that the processes share")->type_name("FOLDER")->group(group);
  app.add_option("--map", options.map, "as the i-th of n processes, read a share of FILEs\ninto the folder")
      ->type_name("i/n")
      ->group(group);
  app.add_option("--score", options.score, "as the i-th of n, score a share of the pairs, once\nall is read")
      ->type_name("i/n")
      ->group(group);
  app.add_flag("--merge", options.merge, "put the panel together, once all is scored")->group(group);
}

void check(const PartOptions& parts, const PanelOptions& options) {
  const int stages = (parts.map.empty() ? 0 : 1) + (parts.score.empty() ? 0 : 1) + (parts.merge ? 1 : 0);
  if (stages > 1) throw UsageError("--map, --score and --merge are three stages, each of its own process: name one");
  if (stages == 0 && parts.work.empty()) return;
  if (stages == 0) throw UsageError("--work is the folder of a stage: say which, --map i/n, --score i/n or --merge");
  const std::string stage = !parts.map.empty() ? "--map" : !parts.score.empty() ? "--score" : "--merge";
  if (parts.work.empty()) throw UsageError(stage + " needs --work FOLDER, which all processes see");
  refuse_in_parts(stage, options);
  if (options.input.files.empty()) throw UsageError("no FILE is named: every stage names the same files");
}

PanelJob job_of(const PanelOptions& options, const WordsGiven& words, const PanelText& text) {
  PanelJob job;
  job.files.assign(options.input.files.begin(), options.input.files.end());
  job.read = read_options(options.input);
  job.memory = memory_limit(options.input);
  job.reading_words = words.reading;
  job.scoring_words = words.scoring;
  job.form = [&](const IndexSeries& series) { return outgoing_text(text, series, options.output); };
  job.actors = [&options](std::span<const FileReport> files) { return actors_for(files, options.coding); };
  job.own_scores = [&options](std::span<const FileReport> files) { return keeps_own_scores(files, options.scoring); };
  job.request = [&options](std::span<const FileReport> files, const TotalsOfAll& totals) {
    PanelRequest request = request_for(options, kind_unsaid(files, options.coding));
    take_totals(request.scoring, [&] { return totals(request.as_of); });
    return request;
  };
  return job;
}

void say_of_files(const std::vector<FileReport>& files, const std::vector<ActorRollUp>& rolled,
                  const PanelRequest& request, const PanelOptions& options) {
  say_damage(files, options.input);
  (void)kind_of(files, options.coding);
  say_idle_volume(files, options.scoring, request.scoring.rules);
  say_roll_ups(rolled);
}

void require_pairs(const PanelSummary& summary) {
  if (summary.pairs + summary.without_events + summary.silent.size() == 0)
    throw InputError("no event between two different actors");
}

void run_parts(const PartOptions& parts, const PanelOptions& options, const PanelText& text) {
  const PanelJob job = job_of(options, parts.words, text);
  if (parts.merge) return merge(parts.work, job, options, text);
  const bool maps = !parts.map.empty();
  const std::string& share = maps ? parts.map : parts.score;
  const ProcessShare which = share_of(maps ? "--map" : "--score", share);
  Watch watch(maps ? "reading" : "scoring", maps ? "tasks" : "parts");
  const StageReport report =
      maps ? map_panel(job, parts.work, which, watch.control()) : score_panel(job, parts.work, which, watch.control());
  watch.end();
  say_done(maps ? "map" : "score", share, report, maps ? "tasks read" : "parts scored");
}

}  // namespace detente::cli
