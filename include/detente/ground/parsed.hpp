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
/// Threads: any number may read an object at once, and one alone may change it.
template <class T>
class Parsed {
 public:
  /// A success.
  Parsed(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): a value is a success
  /// A failure; `rule` is the rule that was broken.
  static Parsed broken(std::string rule) { return Parsed(std::nullopt, std::move(rule)); }

  /// Whether there is a value.
  explicit operator bool() const noexcept { return value_.has_value(); }
  /// The value, which must be there.
  const T& operator*() const noexcept { return *value_; }
  /// The value, which must be there.
  const T* operator->() const noexcept { return &*value_; }
  /// The rule that was broken; empty for a success.
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
