#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/live/store/store.hpp"
#include "live/store/followed_events.hpp"
#include "live/store/simulated_calls.hpp"
#include "support/received_events.hpp"

namespace detente {
namespace {

using test::Fault;
using test::SimulatedDisk;

constexpr const char* file = "store.db";

/// One fault: at the n-th call of a run that the seed decides. Seeds, calls and faults are numbers, so that one can be
/// named.
struct Trial {
  std::uint64_t seed = 0;
  Fault fault = Fault::none;
  std::uint64_t call = 0;
};

std::string name_of(const Trial& trial) {
  std::ostringstream out;
  out << trial.seed << ' ' << test::fault_names[static_cast<std::size_t>(trial.fault)] << ' ' << trial.call;
  return out.str();
}

/// Versions of an event are told apart.
std::string name_of(const Event& event) { return event.id + (event.revision ? " again" : ""); }

/// How to see a trial again.
std::string again(const Trial& trial) {
  return "DETENTE_FAULT='" + name_of(trial) + "' build/dev/tests/test_live --gtest_filter='Faults.*'";
}

std::optional<Trial> trial_named(const char* text) {
  if (text == nullptr) return std::nullopt;
  std::istringstream in(text);
  Trial out;
  std::string fault;
  in >> out.seed >> fault >> out.call;
  const auto at = std::find(test::fault_names.begin(), test::fault_names.end(), fault);
  if (!in || at == test::fault_names.end()) throw std::invalid_argument(std::string("DETENTE_FAULT: ") + text);
  out.fault = static_cast<Fault>(at - test::fault_names.begin());
  return out;
}

/// Batches whose events and offset say which batch they are of.
std::vector<StoreBatch> batches_of(std::mt19937_64& random) {
  std::mt19937_64 acts = random;
  std::vector<StoreBatch> out(2 + random() % 4);
  for (std::size_t b = 0; b < out.size(); ++b) {
    for (std::uint64_t i = 0; i < 1 + random() % 5; ++i) {
      out[b].events.push_back(test::any_act(std::to_string(b) + "." + std::to_string(i), acts));
      out[b].events.back().event.note.assign(random() % 3000, 'x');
    }
    out[b].feeds = {{"feed", b + 1, ""}};
    if (random() % 2 == 0) out[b].alarms = {{.rule = std::to_string(b)}};
    if (b > 0 && random() % 2 == 0) out[b].events.push_back(out[b - 1].events.front());  // comes again
    if (b > 0 && acts() % 2 == 0) out[b].events.push_back(test::version_of(out[b - 1].events.front(), acts));
  }
  return out;
}

/// A program that follows a feed, on a disk that may fail, and what it was promised.
class Follower {
 public:
  explicit Follower(std::uint64_t seed) : disk_(seed), random_(seed), batches_(batches_of(random_)) {
    options_ = {.durability = Durability::full,
                .most_log_bytes = random_() % 2 == 0 ? 40000 : std::uint64_t{1} << 30,
                .patience = Milliseconds(0),
                .clock = [] { return Milliseconds(1000); },
                .vfs = disk_.name()};
    closes_ = random_() % 3;
  }
  SimulatedDisk& disk() { return disk_; }

  /// Sends what was not acknowledged until it is, or the disk is down.
  void follow() {
    for (int attempts = 0; acknowledged_ < batches_.size() && !disk_.is_down(); ++attempts) {
      if (attempts > 20) throw std::runtime_error("a mended disk is still refused");
      if (attempts > 3) disk_.mend();
      try {
        send();
      } catch (const std::system_error&) {
        if (random_() % 2 == 0) store_.reset();
      } catch (const InputError&) {  // a store that was not yet created, or is read while it is down
        store_.reset();
      }
    }
  }
  /// The process ends and closes nothing.
  void drop() {
    disk_.stop();
    store_.reset();
  }

  /// What is wrong with the store that was left behind; "" if nothing.
  std::string wrong() {
    try {
      return wrong_in_store();
    } catch (const std::exception& error) {
      return std::string("cannot be read: ") + error.what();
    }
  }
  /// Events that were acknowledged and are not there.
  std::size_t lost() const { return lost_; }
  bool has_all() const { return acknowledged_ == batches_.size(); }

 private:
  void open() {
    try {
      store_.emplace(Store::open(file, options_));
    } catch (const std::exception&) {
      if (was_created_ || disk_.is_down()) throw;
      store_.emplace(Store::create(file, {}, options_));
    }
    was_created_ = true;
  }

  void send() {
    while (acknowledged_ < batches_.size()) {
      if (!store_) open();
      const Receipt receipt = store_->append(batches_[acknowledged_]);
      ++acknowledged_;
      heads_[receipt.sequence] = store_->head();
      if (acknowledged_ % 3 == closes_) store_.reset();
    }
  }

  std::string wrong_in_store() {
    lost_ = 0;
    if (!was_created_) return {};
    const Store store = Store::open(file, options_);
    std::map<std::string, Event> there;
    std::size_t events = 0;
    store.for_each({}, [&](const ReceivedEvent& received, std::uint64_t) {
      there[name_of(received.event)] = received.event;
      ++events;
    });
    if (events != there.size()) return "an event is there twice";
    std::size_t whole = 0;
    if (const std::string what = wrong_in_events(there, whole); !what.empty()) return what;
    if (const std::string what = wrong_beside_events(store, whole); !what.empty()) return what;
    return test::wrong_in_index(store, std::span(batches_).first(whole));
  }

  /// The batches that are there are the first ones, each as it was sent. Counts those that are `whole`.
  std::string wrong_in_events(const std::map<std::string, Event>& there, std::size_t& whole) {
    bool ended = false;
    for (std::size_t b = 0; b < batches_.size(); ++b) {
      const auto [own, found] = count_of(b, there);
      if (b < acknowledged_) lost_ += own - found;
      if (found != 0 && (found != own || ended)) return "batch " + std::to_string(b) + " is there in part";
      ended |= found == 0;
      if (!ended) whole = b + 1;
    }
    return lost_ == 0 ? "" : std::to_string(lost_) + " acknowledged events are lost";
  }

  /// How many events a batch is the first to bring, and how many of them are there as they were sent.
  std::pair<std::size_t, std::size_t> count_of(std::size_t b, const std::map<std::string, Event>& there) const {
    std::size_t own = 0, found = 0;
    for (const ReceivedEvent& sent : batches_[b].events) {
      if (!sent.event.id.starts_with(std::to_string(b) + ".")) continue;
      const auto at = there.find(name_of(sent.event));
      ++own;
      found += at != there.end() && test::same(at->second, sent.event) ? 1U : 0U;
    }
    return {own, found};
  }

  std::string wrong_beside_events(const Store& store, std::size_t whole) const {
    const std::optional<FeedOffset> feed = store.feed("feed");
    if ((feed ? feed->length : 0) != whole) return "the offset is not that of the events";
    const StoreCheck check = store.check();
    if (!check.sound()) return "check: " + check.damage.front().what;
    const auto told = heads_.find(check.head.sequence);
    return told == heads_.end() || told->second == check.head ? "" : "another head than was told";
  }

  SimulatedDisk disk_;
  std::mt19937_64 random_;
  std::vector<StoreBatch> batches_;
  StoreOptions options_;
  std::size_t closes_ = 0;
  std::optional<Store> store_;
  bool was_created_ = false;
  std::size_t acknowledged_ = 0;
  std::map<std::uint64_t, StoreHead> heads_;
  std::size_t lost_ = 0;
};

struct Outcome {
  std::string wrong = {};
  std::size_t lost = 0;
};

Outcome outcome_of(const Trial& trial) {
  Follower follower(trial.seed);
  const auto look = [&]() -> Outcome { return {follower.wrong(), follower.lost()}; };
  follower.disk().fail_at(trial.call, trial.fault);
  follower.follow();
  follower.drop();
  if (trial.fault == Fault::kill)
    follower.disk().start();  // and what comes again is acknowledged before the power fails
  else
    follower.disk().lose_power();
  if (trial.fault != Fault::kill)
    if (Outcome first = look(); !first.wrong.empty()) return first;
  follower.follow();
  if (!follower.has_all()) return {"the follower did not come to its end", 0};
  follower.drop();
  follower.disk().lose_power();
  return look();
}

std::uint64_t calls_of(std::uint64_t seed) {
  Follower follower(seed);
  follower.follow();
  follower.drop();
  return follower.disk().calls();
}

std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// Of a failed flush, padding of an earlier batch was lost, and with it on disk all that stood behind.
TEST(Faults, that_lost_something_once_lose_nothing) {
  for (std::uint64_t call = 1, calls = calls_of(1004); call <= calls; ++call) {
    const Trial trial{1004, Fault::fails_once, call};
    EXPECT_EQ(outcome_of(trial).wrong, "") << again(trial);
  }
}

/// DETENTE_FAULTS says how many, DETENTE_SEED which come first.
TEST(Faults, lose_nothing_that_was_acknowledged) {
  if (const auto named = trial_named(std::getenv("DETENTE_FAULT"))) {
    EXPECT_EQ(outcome_of(*named).wrong, "");
    return;
  }
  const std::uint64_t wanted = number_in("DETENTE_FAULTS", 2000);
  std::size_t tried = 0, lost = 0;
  for (std::uint64_t seed = number_in("DETENTE_SEED", 1); tried < wanted; ++seed) {
    const std::uint64_t calls = calls_of(seed);
    for (const Fault fault : test::all_faults)
      for (std::uint64_t call = 1; call <= calls; ++call, ++tried) {
        const Trial trial{seed, fault, call};
        const Outcome outcome = outcome_of(trial);
        lost += outcome.lost;
        EXPECT_EQ(outcome.wrong, "") << again(trial);
      }
  }
  std::cout << "faults tried: " << tried << ", acknowledged events lost: " << lost << '\n';
  EXPECT_EQ(lost, 0U);
}

/// What a follower is told at the first append on a disk that is hurt.
std::error_code told_by(Fault fault) {
  SimulatedDisk disk(1);
  Store store = Store::create(file, {}, {.vfs = disk.name()});
  store.append({.events = {test::event_called("a")}});
  disk.fail_at(1, fault);
  try {
    store.append({.events = {test::event_called("b")}});
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find(file), std::string::npos) << error.what();
    EXPECT_EQ(store.log().size(), 1U);
    disk.mend();
    EXPECT_EQ(store.append({.events = {test::event_called("b")}}).appended, 1U);
    return error.code();
  }
  return {};
}

TEST(Faults, of_a_disk_without_room_and_of_one_that_can_only_be_read_are_named) {
  EXPECT_EQ(told_by(Fault::full), std::errc::no_space_on_device);
  EXPECT_EQ(told_by(Fault::read_only), std::errc::read_only_file_system);
}

}  // namespace
}  // namespace detente
