#pragma once
/// \file
/// Says on a terminal what takes so long, once a second has passed, and erases the line when it is done. Quick work,
/// and runs without a terminal, show nothing.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace detente::cli {

class Patience {
 public:
  explicit Patience(std::string what);
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;
  ~Patience();

 private:
  void wait(const std::string& what);

  std::mutex mutex_;
  std::condition_variable ended_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace detente::cli
