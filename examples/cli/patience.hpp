#pragma once
/// \file
/// Says what takes so long, on a terminal, once a second has passed; wipes the line when it is over. Work that is
/// quick, and runs that nobody watches, say nothing.

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
