#include "detente/ground/work_control.hpp"

#include <fmt/format.h>

namespace detente {

std::string to_text(const WorkDone& work) {
  return work.of ? fmt::format("{} of {} {}", work.done, *work.of, work.what)
                 : fmt::format("{} {}", work.done, work.what);
}

Stopped::Stopped(const WorkDone& work) : std::runtime_error("stopped after " + to_text(work)), work_(work) {}

void WorkControl::at(const WorkDone& work) const {
  if (stop.stop_requested()) throw Stopped(work);
  if (progress) progress(work);
}

}  // namespace detente
