#pragma once
/// \file
/// Holds long work to what `WorkControl` promises.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/work_control.hpp"

namespace detente::test {

/// `work(control)` tells how far it comes, of `what` at least, and ends with `Stopped` when it is asked to, before it
/// begins or while it goes on.
template <class Work>
void expect_watched(const Work& work, std::string_view what) {
  std::vector<WorkDone> told;
  work(WorkControl{.stop = {}, .progress = [&](const WorkDone& done) { told.push_back(done); }});
  bool named = false;
  for (const WorkDone& done : told) {
    named = named || done.what == what;
    EXPECT_LE(done.done, done.of.value_or(done.done)) << done.what;
  }
  EXPECT_TRUE(named) << "it tells nothing of " << what;

  std::stop_source before;
  before.request_stop();
  EXPECT_THROW(work(WorkControl{.stop = before.get_token(), .progress = {}}), Stopped) << what;

  if (told.size() < 2) return;
  std::stop_source meanwhile;
  std::size_t calls = 0;
  const auto press = [&](const WorkDone& done) {
    if (done.what == what && ++calls == 1) meanwhile.request_stop();
  };
  try {
    work(WorkControl{.stop = meanwhile.get_token(), .progress = press});
    ADD_FAILURE() << "it goes on with its " << what;
  } catch (const Stopped& stopped) {
    EXPECT_EQ(std::string(stopped.what()), "stopped after " + to_text(stopped.work()));
    EXPECT_EQ(calls, 1U) << "it goes on with its " << what;
  }
}

}  // namespace detente::test
