#pragma once
/// \file
/// Events that come by standard input, line by line.

#include <string>

#include "detente/live/watch/feed.hpp"
#include "live/watch/growing_text.hpp"

namespace detente::detail {

class StandardInput : public Feed {
 public:
  explicit StandardInput(const ReadOptions& how) : text_("-", how) {}

  /// Takes what can be read without waiting.
  std::optional<Delivery> next() override;
  bool ended() const override { return has_ended_ && waiting_.empty(); }
  std::vector<std::string> notes() override { return {}; }

 private:
  void fill();

  GrowingText text_;
  std::string waiting_ = {};
  bool has_ended_ = false;
};

}  // namespace detente::detail
