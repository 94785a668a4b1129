#pragma once
/// \file
/// The outcome of reading a piece of text: a value, or the rule that the text breaks. Bad text is normal for a reader,
/// so it is returned, not thrown.

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#pragma GCC visibility push(default)
namespace detente {

/// A value, or the rule that was broken. `rule()` is a short sentence without the offending text, which the caller has.
template <class T>
class Parsed {
 public:
  Parsed(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): a value is a success
  static Parsed broken(std::string rule) { return Parsed(std::nullopt, std::move(rule)); }

  explicit operator bool() const noexcept { return value_.has_value(); }
  const T& operator*() const noexcept { return *value_; }
  const T* operator->() const noexcept { return &*value_; }
  const std::string& rule() const noexcept { return rule_; }

  /// The value, or `std::invalid_argument` with the rule.
  const T& value() const {
    if (!value_) throw std::invalid_argument(rule_);
    return *value_;
  }

 private:
  Parsed(std::nullopt_t, std::string rule) : rule_(std::move(rule)) {}
  std::optional<T> value_;
  std::string rule_;
};

}  // namespace detente
#pragma GCC visibility pop
