#pragma once
/// \file
/// The sections of the page, each as HTML; empty where a report has nothing for it.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/output/page/page.hpp"
#include "output/chart/markup.hpp"
#include "output/page/page_anchors.hpp"
#include "output/wording/series_words.hpp"

namespace detente::detail::page {

using Links = chart::ChartLinks;

/// Writes a table: cells are escaped unless they are markup already.
class HtmlTable {
 public:
  struct Column {
    std::string title;
    bool number = false;
  };
  /// `long_numbers`: every column but the first is of numbers, and the table says so, not each of its many cells.
  HtmlTable(std::string caption, std::vector<Column> columns, bool long_numbers = false)
      : caption_(std::move(caption)), columns_(std::move(columns)), long_numbers_(long_numbers) {}

  /// Cells of plain text.
  void add(const std::vector<std::string>& cells) { add_markup(escape_all(cells)); }
  /// Cells that are markup; `row_class` is the class of the row, `row_id` its id.
  void add_markup(const std::vector<std::string>& cells, std::string_view row_class = {}, std::string_view row_id = {});
  bool empty() const { return rows_.empty(); }
  /// In a region of its own that can be scrolled by keys; `name` says what it is.
  std::string html(std::string_view name) const;

 private:
  static std::vector<std::string> escape_all(const std::vector<std::string>& cells);

  std::string caption_;
  std::vector<Column> columns_;
  bool long_numbers_ = false;
  std::string rows_;
};

/// A section with its heading; empty if the body is.
std::string section(std::string_view id, std::string_view heading, const std::string& body);
std::string paragraph(std::string_view text);

/// A link to the element of this id; `text` is markup.
std::string link_to(std::string_view id, std::string_view text);

/// Where the index may go; empty unless asked for.
std::string ahead_section(const IndexReport& report);
std::string issues_section(const IndexReport& report);
std::string sides_section(const IndexReport& report);
/// Well-known moments on the same scale; empty if the result was made otherwise than they were.
std::string landmarks_section(const IndexReport& report);
std::string rivals_section(const IndexReport& report);
std::string how_to_read(const IndexReport& report);
std::string moves_section(const IndexReport& report, const Links& links, const PageOptions& options);
std::string events_section(const IndexReport& report, const Links& links, const PageOptions& options);
std::string measures_section(const IndexReport& report);
std::string phases_section(const IndexReport& report);
std::string periods_section(const IndexReport& report, const Links& links, const PageOptions& options);
std::string sensitivity_section(const IndexReport& report);
std::string making_section(const IndexReport& report);
/// The periods as a CSV with notes above it, inside a link that saves it.
std::string data_section(const IndexReport& report);
std::string input_section(const IndexReport& report, std::span<const FileReport> files);

/// Everything before the body: a policy that forbids loading anything, the title, and the style sheet.
std::string document_head(std::string_view version, std::string_view title);
/// The style sheet.
std::string style();
/// A list of terms and what they mean, closed until it is asked for; explanations are text.
std::string terms(std::string_view summary, const std::vector<std::pair<std::string, std::string>>& list);

}  // namespace detente::detail::page
