#include "detente/live/store/read_store.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <thread>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/rows/merged_file.hpp"

namespace detente {
using namespace detail;
namespace {

/// What a batch can bring of an event; nothing if the event says more.
std::optional<BriefEvent> brief_of(const Event& e) {
  const bool says_more = !e.date.is_exact() || e.revision || !e.source_name.empty() || e.status != Status::confirmed ||
                         e.claim != Claim::uncontested || e.until || !e.object.empty() || e.count != 1 || e.sd ||
                         e.quad || e.affects || e.spill != 0 || !e.extra.empty() || e.code.empty();
  if (says_more) return std::nullopt;
  return BriefEvent{.id = e.id,
                    .day = e.date.first,
                    .reported = e.reported,
                    .source = e.source,
                    .target = e.target,
                    .code = e.code,
                    .mentions = e.mentions,
                    .score = e.score,
                    .issue = e.issue,
                    .note = e.note,
                    .url = e.url,
                    .line = e.line};
}

BriefDetails kept_of(const ReadOptions& options) {
  if (options.brief || options.provenance_of) return {options.own_scores, options.provenance_of};
  return {options.own_scores, [](std::string_view, std::string_view) { return true; }};
}

bool same_ids(const IdSource& a, const IdSource& b) { return a.name == b.name && a.scope == b.scope; }

/// The events of one format on their way into the log.
class StoredFile {
 public:
  StoredFile(ReadResult& result, FileReport& report, const FormatInfo& format, const ReadOptions& options)
      : result_(&result),
        report_(&report),
        is_brief_(format.machine_coded),
        options_(&options),
        merged_(result.log, report, nullptr) {}

  void add(const ReceivedEvent& received) {
    if (taken_.kept >= most_at_once || !same_ids(received.ids, ids_)) pass_on();
    ids_ = received.ids;
    const Event& e = received.event;
    const std::optional<BriefEvent> brief = is_brief_ ? brief_of(e) : std::nullopt;
    if (taken_.stretches.empty() || (brief && !taken_.stretches.back().events.empty()))
      taken_.stretches.push_back({EventBatch(ids_, kept_of(*options_))});
    if (brief)
      taken_.stretches.back().batch.add(*brief);
    else
      taken_.stretches.back().events.push_back(e);
    taken_.reported.add(e.date.is_open() ? e.date.first : e.date.last, e.reported);
    ++taken_.rows;
    ++taken_.kept;
    note_columns(e);
  }

  void finish() {
    pass_on();
    merged_.finish();
  }

 private:
  static constexpr std::size_t most_at_once = 10000;

  void pass_on() {
    result_->log.from_source(ids_);
    merged_.add(std::move(taken_));
    taken_ = {};
    if (options_->on_growth) options_->on_growth(result_->log);
  }

  void note_columns(const Event& e) {
    for (const auto& [name, value] : e.extra)
      if (columns_.insert(name).second) report_->unknown_columns.push_back(name);
  }

  ReadResult* result_;
  FileReport* report_;
  bool is_brief_;
  const ReadOptions* options_;
  MergedFile merged_;
  Taken taken_;
  IdSource ids_;
  std::set<std::string> columns_;
};

const EventFormat& format_called(const std::string& name, const std::string& path, const ReadOptions& options) {
  if (const EventFormat* format = find_event_format(name, options)) return *format;
  throw InputError(ErrorCode::unknown_format,
                   fmt::format("{}: holds events of format '{}', which this version does not know", visible_path(path),
                               visible(name)));
}

/// Adds the events of one format.
void add_format(const Store& store, const StoreView& view, const ReadOptions& options, const std::string& name,
                ReadResult& result) {
  FileReport& report = result.files.emplace_back();
  report.path = store.path().string();
  report.name = fmt::format("{} at {}", report.path, to_text(store.head(view)));
  report.format = name;
  report.first_number = LogInternals::next_number(result.log);
  const EventFormat& format = format_called(name, report.path, options);
  if (is_own(format, options)) report.own_format = format.info();
  StoredFile file(result, report, format.info(), options);
  store.for_each(view, [&](const ReceivedEvent& received, std::uint64_t) {
    if (received.format == name) file.add(received);
  });
  file.finish();
}

std::set<std::string> formats_of(const Store& store, const StoreView& view) {
  std::set<std::string> out;
  store.for_each(view, [&](const ReceivedEvent& received, std::uint64_t) { out.insert(received.format); });
  if (out.empty())
    throw InputError(ErrorCode::no_events, visible_path(store.path().string()) + ": has no events of that view");
  return out;
}

}  // namespace

ReadResult read_store(const Store& store, const StoreView& view, const ReadOptions& options) {
  ReadResult result;
  const StoreView now{view.as_of, store.head(view).sequence};  // whatever is appended meanwhile
  const std::set<std::string> formats = formats_of(store, now);
  result.files.reserve(formats.size());  // reports are referred to
  for (const std::string& format : formats) add_format(store, now, options, format, result);
  const std::size_t threads = options.threads > 0 ? options.threads : std::thread::hardware_concurrency();
  if (!options.on_growth) settle_files(result.files, result.log, [&] { return result.log.arrange(threads); });
  return result;
}

}  // namespace detente
