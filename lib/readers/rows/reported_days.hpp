#pragma once
/// \file
/// The first day that rows of a file cover. Events of a live source come as they happen, except for a few that are
/// dated back by a year or ten, so its coverage begins with its first report. Rows that were entered long afterwards
/// (the years of GDELT 1 before 2013 were all added in 2013) cover the days of their events, and their reported days
/// say nothing. One file may hold both, so what was reported within a month or so is judged together: most of a live
/// source's rows are prompt, and most of those that were entered afterwards are late.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/values/event.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {

class ReportedDays {
 public:
  /// A row that does not say when it was reported counts with the day of its event.
  void add(Day event, std::optional<Day> reported) {
    if (!reported) {
      unsaid_ = std::min(unsaid_.value_or(event), event);
      return;
    }
    Delivery& delivery = at(reported->value / delivery_days);
    delivery.add({delivery.number, *reported, event, 1, *reported - event > prompt_days ? 1U : 0U});
  }
  /// Adds those of other rows of the file; the order makes no difference.
  void add(const ReportedDays& other) {
    if (other.unsaid_) add(*other.unsaid_, std::nullopt);
    for (const Delivery& delivery : other.deliveries_) at(delivery.number).add(delivery);
  }

  /// As bytes, and what such bytes add to what is there.
  void put(std::string& to) const {
    put_number(to, unsaid_ ? 1 : 0);
    if (unsaid_) put_signed(to, unsaid_->value);
    put_number(to, deliveries_.size());
    for (const Delivery& delivery : deliveries_) {
      for (const std::int32_t number : {delivery.number, delivery.reported.value, delivery.event.value})
        put_signed(to, number);
      put_number(to, delivery.said);
      put_number(to, delivery.late);
    }
  }
  void take(ByteReader& from) {
    const auto day = [&] { return Day{static_cast<std::int32_t>(from.signed_number())}; };
    if (from.number() == 1) add(day(), std::nullopt);
    for (std::size_t n = from.count(); n > 0; --n) {
      Delivery delivery{.number = day().value, .reported = day(), .event = day()};
      delivery.said = from.number();
      delivery.late = from.number();
      at(delivery.number).add(delivery);
    }
  }

  /// The first report or, if it is earlier, the first event of rows that were entered afterwards. Nothing if no row
  /// says when it was reported, or if most of those that do were reported late.
  std::optional<Day> first() const {
    std::optional<Day> day = unsaid_, entered;
    std::size_t said = 0, late = 0;
    for (const Delivery& delivery : deliveries_) {
      if (delivery.was_entered_afterwards()) {
        entered = std::min(entered.value_or(delivery.event), delivery.event);
        continue;
      }
      day = std::min(day.value_or(delivery.reported), delivery.reported);
      said += delivery.said;
      late += delivery.late;
    }
    if (said == 0 || late > said / 2) return std::nullopt;
    return entered ? std::min(*day, *entered) : day;
  }

 private:
  static constexpr std::int32_t prompt_days = 31, delivery_days = 32;
  /// Fewer rows say little: of a live source one in thirty is dated back.
  static constexpr std::size_t enough_rows = 10;

  /// What was reported within `delivery_days`.
  struct Delivery {
    std::int32_t number;
    Day reported = end_of_time, event = end_of_time;  ///< the first of each
    std::size_t said = 0, late = 0;

    void add(const Delivery& other) {
      reported = std::min(reported, other.reported);
      event = std::min(event, other.event);
      said += other.said;
      late += other.late;
    }
    bool was_entered_afterwards() const { return said >= enough_rows && late > said / 2; }
  };

  /// Rows mostly follow others of their delivery.
  Delivery& at(std::int32_t number) {
    if (last_ < deliveries_.size() && deliveries_[last_].number == number) return deliveries_[last_];
    const auto found = std::find_if(deliveries_.begin(), deliveries_.end(),
                                    [&](const Delivery& delivery) { return delivery.number == number; });
    last_ = static_cast<std::size_t>(found - deliveries_.begin());
    if (found == deliveries_.end()) deliveries_.push_back({.number = number});
    return deliveries_[last_];
  }

  std::optional<Day> unsaid_;
  std::vector<Delivery> deliveries_;
  std::size_t last_ = 0;
};

}  // namespace detente::detail
