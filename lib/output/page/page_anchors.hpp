#pragma once
/// \file
/// Which events the page lists, and the ids of their rows and of the periods: made of what was coded, so that a link
/// from elsewhere still leads to the same event after the file has grown or was sorted anew.

#include <optional>
#include <span>
#include <vector>

#include "detente/output/page/page.hpp"
#include "output/chart/chart_links.hpp"

namespace detente::detail::page {

/// How many of the largest moves are spelt out.
inline constexpr std::size_t most_moves = 8;

/// The moves by the size of their change, the largest first, at most `most_moves`; equal ones by day.
std::vector<const Movement*> largest_moves(const IndexReport& report);
/// The latest, as many as the table of periods has.
std::span<const Movement> latest_moves(const IndexReport& report, const PageOptions& options);
/// The period of the highest index; nothing without an index.
std::optional<Period> peak_period(const IndexReport& report);
/// The events that the page lists, those that weigh most first: the `top_events` weightiest, as many of the peak
/// period, and all that the largest moves name.
std::vector<const EventMark*> listed_events(const IndexReport& report, const PageOptions& options);
/// "event-E12" by the coder's id, or "event-2025-10-24-USA-COL-sanction"; "-2", "-3" where several would share one.
/// "moved-2025-10" for periods.
chart::ChartLinks anchors_of(const IndexReport& report, const PageOptions& options);

}  // namespace detente::detail::page
