#pragma once
/// \file
/// Several relations on one HTML page, self-contained as `page_html` is: each one's headline, their lines in one
/// picture (relations_chart.hpp), and the index by period as a table. `page_html` has everything about one of them.

#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// `title` is the heading; if empty, the names. Throws as `relations_svg` does.
std::string relations_page_html(std::span<const IndexReport> reports, const std::string& title = {});

}  // namespace detente
#pragma GCC visibility pop
