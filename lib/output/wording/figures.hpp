#pragma once
/// \file
/// Figures for people: rounded, a missing value as `missing`, and zero without a sign. (Files for machines use
/// `shortest`.)

#include <cstddef>
#include <optional>
#include <string>

#include "detente/ground/day.hpp"
#include "detente/values/date_span.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// With `digits` after the point: 71.64 is "72" with none; −0.001 is "0". Infinity and NaN become `missing`.
std::string rounded(double value, int digits = 0);
std::string rounded(std::optional<double> value, int digits = 0, const std::string& missing = {});
/// A value below `bound`: rounded to a whole number, or, where that would reach the bound, to one digit, and cut where
/// that would too. 49.4 below 50 is "49", 49.6 is "49.6", 49.97 is "49.9".
std::string rounded_below(double value, double bound);
/// With its sign, a true minus sign unless `ascii`: "+7.1", "−0.4", "0.0".
std::string signed_figure(double value, int digits = 1, bool ascii = false);
/// "58–76"; missing unless both ends are known.
std::string range_text(std::optional<double> lower, std::optional<double> upper, int digits = 0,
                       const std::string& dash = "–", const std::string& missing = {});
/// The lowest and the highest value that a picture shows.
struct ValueRange {
  double low, high;
};

/// "1 event", "33 events"
std::string counted(std::size_t number, const std::string& noun);

/// "28 February 2026"; "open" for the end of time.
std::string day_in_words(Day day);
/// "25 October 2021", "June 1983", "1983", "28 September 1983 – 20 October 1983", "since 25 October 2021": as precisely
/// as the source says.
std::string date_in_words(const DateSpan& span);
/// What was done, and to what: "import ban, barley".
std::string with_object(const std::string& label, const std::string& object);
/// "February 2026"
std::string month_in_words(Day day);
/// "no" to "twelve", then figures.
std::string number_in_words(std::size_t number);
/// With the first letter, of ASCII, in capitals.
std::string capitalised(std::string text);

}  // namespace detente::detail
#pragma GCC visibility pop
