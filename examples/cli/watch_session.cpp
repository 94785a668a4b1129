#include "watch_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "console.hpp"
#include "detente/contracts/source_profile.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/live/json/json_watch.hpp"
#include "detente/live/tables/watch_lines.hpp"
#include "detente/live/watch/watch.hpp"
#include "detente/scales/words.hpp"
#include "input.hpp"
#include "option_words.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "stop_signal.hpp"
#include "usage_error.hpp"
#include "watch_page.hpp"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

Scoring scoring_for(const WatchRequest& request, const WatchWords& completed) {
  ScoringOptions words = completed.scoring;
  if (words.profile) words.model = with_profile(words.model, *words.profile);
  return scoring_of(words, completed.coding, period_of_model(request.every, words));
}

std::vector<AlarmRule> rules_of(const WatchRequest& request) {
  std::vector<AlarmRule> out;
  for (const std::string& text : request.alarms) {
    const Parsed<AlarmRule> rule = parse_alarm(text);
    if (!rule) throw_bad_value("--alarm", text, rule.rule());
    out.push_back(*rule);
  }
  return out;
}

/// A store, what is followed into it, and what is said of it.
class Session {
 public:
  explicit Session(const WatchRequest& request) : request_(request), reading_(read_options(request.input)) {
    std::error_code none;
    if (fs::exists(request.store, none) && fs::file_size(request.store, none) > 0) reopen();
    const auto offset_of = [this](std::string_view feed) {
      return store_ ? store_->feed(feed) : std::optional<FeedOffset>();
    };
    for (const std::string& file : request.input.files) feeds_.push_back(open_feed(file, reading_, offset_of));
  }

  void follow() {
    if (watch_) say_unsaid();
    do {
      const bool read = round();
      if (page_is_old_) write();
      if (asked_to_stop() || is_over()) break;
      if (!read) wait_for(pause(), waits_for_input());
    } while (!asked_to_stop());
    if (watch_) watch_->finish();
    say_end();
  }

 private:
  StoreOptions store_options() const {
    return {.durability = request_.durability == "full" ? Durability::full : Durability::normal};
  }

  void reopen() {
    store_.emplace(Store::open(request_.store, store_options()));
    words_ = completed(request_.words, *store_);
    begin();
  }

  /// The first events say what the command line leaves open.
  void create(const Delivery& first) {
    words_ = completed(request_.words, first.files);
    const StoreChoices choices = choices_of(words_, first.files);
    store_.emplace(Store::create(request_.store, choices, store_options()));
    say(fmt::format("made: {}, for {}: codebook {}, model {}", visible(request_.store, SIZE_MAX), choices.at("formats"),
                    visible(choices.at("codebook")), visible(choices.at("model"))));
    begin();
  }

  void begin() {
    scoring_.emplace(scoring_for(request_, words_));
    WatchOptions options{.scoring = *scoring_,
                         .actors = actors_of(words_.coding),
                         .issue = words_.scoring.issue,
                         .alarms = rules_of(request_)};
    for (const std::string& dyad : request_.dyads) options.pairs.push_back(dyad_called(dyad));
    for (const auto& [format, events] : store_->info().formats) formats_.insert(format);
    watch_.emplace(*store_, std::move(options));
    page_is_old_ = !request_.page.empty();
  }

  /// Whether anything was there.
  bool round() {
    bool read = false;
    for (const auto& feed : feeds_) {
      while (!asked_to_stop()) {
        const std::optional<Delivery> delivery = feed->next();
        if (!delivery) break;
        take(*delivery);
        read = true;
      }
      for (const std::string& note : feed->notes()) say("note: " + note);
    }
    progress_.end();
    return read;
  }

  void take(const Delivery& delivery) {
    say_damage(delivery.files, request_.input);
    if (!store_ && delivery.files.empty()) return;
    if (!store_) create(delivery);
    for (const FileReport& file : delivery.files) require_alike(file);
    say_unknown(delivery.events);
    const WatchNews news = watch_->take(delivery);
    events_ += news.receipt.appended;
    repeats_ += news.receipt.redelivered;
    say_news(news);
    page_is_old_ = page_is_old_ || (!request_.page.empty() && !news.updates.empty());
    progress_.at(events_ + repeats_, 0);
  }

  void require_alike(const FileReport& file) {
    if (formats_.insert(file.format).second) cli::require_alike(request_.words, file, *store_);
  }

  /// Each code that the codebook does not know is named once.
  void say_unknown(const std::vector<ReceivedEvent>& events) {
    std::map<std::string, std::size_t> unknown;
    for (const auto& [event, ids, origin, format] : events)
      if (!(event.score && scoring_->own_scores) && !scoring_->codebook.find(event.code)) ++unknown[event.code];
    std::vector<UnknownCode> first;
    for (const auto& [code, count] : unknown)
      if (unknown_.insert(code).second) first.push_back({code, count});
    cli::say_unknown(first, scoring_->codebook);
  }

  std::string_view word_for(const PublishedReading& reading) const {
    if (!reading.index) return {};
    return word_of(*reading.index, reading.support, scoring_->model.text(), scoring_->scale);
  }

  void say_news(const WatchNews& news) {
    std::string text;
    for (const WatchUpdate& update : news.updates)
      text += request_.as_json() ? watch_json(update, word_for(update.reading))
                                 : watch_line(update, word_for(update.reading));
    if (!text.empty()) show(text);
    say_alarms(news.alarms, news.updates);
  }

  void say_alarms(const std::vector<WatchAlarm>& alarms, const std::vector<WatchUpdate>& updates) {
    for (const WatchAlarm& alarm : alarms) {
      show(request_.as_json() ? json_of(alarm, updates) : watch_lines(alarm));
      watch_->said(alarm.alarm.id);
      ++alarms_;
    }
  }

  /// With the reading of its pair; one of an earlier run has none.
  std::string json_of(const WatchAlarm& alarm, const std::vector<WatchUpdate>& updates) const {
    const RaisedAlarm& raised = alarm.alarm;
    const auto update = std::find_if(updates.begin(), updates.end(),
                                     [&](const WatchUpdate& one) { return one.reading.pair == raised.pair; });
    if (update != updates.end()) return watch_json(*update, word_for(update->reading), &alarm);
    return watch_json({{.pair = raised.pair, .day = raised.day}}, {}, &alarm);
  }

  void show(const std::string& text) {
    progress_.end();
    print(text);
  }

  void say_unsaid() {
    const std::vector<WatchAlarm> alarms = watch_->unsaid();
    if (!alarms.empty()) say("note: alarms of an earlier run that may not have been said:");
    say_alarms(alarms, {});
  }

  void write() {
    page_is_old_ = false;
    WatchWords words = words_;
    words.scoring.dyad = request_.dyads.front();
    if (words.scoring.profile) words.scoring.model = with_profile(words.scoring.model, *words.scoring.profile);
    write_page(request_.page, words, *watch_, *store_, request_.store);
  }

  /// With --once when all is read; otherwise when nothing can follow.
  bool is_over() const {
    if (request_.once) return !waits_for_input();
    return std::all_of(feeds_.begin(), feeds_.end(), [](const auto& feed) { return feed->ended(); });
  }

  /// Whether standard input is followed and has not ended.
  bool waits_for_input() const {
    const auto& files = request_.input.files;
    const auto input = std::find(files.begin(), files.end(), "-");
    return input != files.end() && !feeds_[static_cast<std::size_t>(input - files.begin())]->ended();
  }

  std::chrono::milliseconds pause() const {
    return std::chrono::milliseconds(std::max(1LL, static_cast<long long>(1000 * request_.interval)));
  }

  void say_end() const {
    if (!store_) return say("nothing to read yet, so no store was made");
    say(fmt::format("{}: {} new event{}, {} known before, {} alarm{}; head {}", visible(request_.store, SIZE_MAX),
                    events_, events_ == 1 ? "" : "s", repeats_, alarms_, alarms_ == 1 ? "" : "s",
                    to_text(store_->head())));
  }

  const WatchRequest& request_;
  ReadOptions reading_;
  std::vector<std::unique_ptr<Feed>> feeds_;
  std::optional<Store> store_;
  WatchWords words_;
  std::optional<Scoring> scoring_;
  std::optional<Watch> watch_;
  std::set<std::string> formats_, unknown_;
  std::size_t events_ = 0, repeats_ = 0, alarms_ = 0;
  bool page_is_old_ = false;
  Progress progress_{"following", "events"};
};

}  // namespace

void check(const WatchRequest& request) {
  if (request.store.empty()) throw UsageError("--store FILE.db is needed: where the events are kept");
  if (request.input.files.empty()) throw UsageError("name a FILE or a FOLDER to follow, or - for standard input");
  if (request.form != "text" && request.form != "jsonl")
    throw_unknown_word("--output", request.form, words_of("watch --output"));
  if (request.durability != "full" && request.durability != "normal")
    throw_unknown_word("--durability", request.durability);
  if (!(request.interval > 0 && request.interval <= 86'400))
    throw_bad_value("--interval", shortest(request.interval), "is more than 0 seconds and at most a day");
  if (request.input.sources.size() > 1)
    throw_conflict("--source " + request.input.sources[0], "--source " + request.input.sources[1],
                   "what is followed has one source, or none");
  if (!request.page.empty() && request.dyads.size() != 1)
    throw_bad_value("--page", request.page, "is of one relation: say which by one --dyad A:B");
  if (request.words.scoring.volume == "log")
    throw_conflict("--volume log", "detente watch", "each event would change the index of every pair");
  (void)rules_of(request);
  for (const std::string& dyad : request.dyads) (void)dyad_called(dyad);
  const Scoring scoring =
      scoring_for(request, {completed(request.words.coding, FileKind{}), completed(request.words.scoring, FileKind{})});
  refuse_totals(scoring, "detente watch", "each event would change the index of every pair");
  refuse_overlaps(files_read(request.input, request.words.coding, request.words.scoring),
                  {{"--store", request.store}, {"--page", request.page}});
}

void follow(const WatchRequest& request) { Session(request).follow(); }

}  // namespace detente::cli
