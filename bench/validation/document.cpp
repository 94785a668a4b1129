#include "validation/document.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "detente/output/write_file.hpp"

namespace validation {
namespace {

std::string row_text(const std::vector<std::string>& cells) { return fmt::format("| {} |\n", fmt::join(cells, " | ")); }

}  // namespace

void Document::heading(std::string_view text, int level) {
  text_ += fmt::format("{}{} {}\n", text_.empty() ? "" : "\n", std::string(static_cast<std::size_t>(level), '#'), text);
}

void Document::say(std::string_view paragraph) { text_ += fmt::format("\n{}\n", paragraph); }

void Document::table(const std::vector<std::string>& names, const std::vector<std::vector<std::string>>& rows) {
  text_ += "\n" + row_text(names) + "|---|";
  for (std::size_t i = 1; i < names.size(); ++i) text_ += "---:|";
  text_ += "\n";
  for (const std::vector<std::string>& row : rows) text_ += row_text(row);
}

void Document::picture(const std::string& name, std::string_view svg, std::string_view what) {
  std::filesystem::create_directories(pictures_);
  detente::write_file(pictures_ / name, svg);
  const auto path = std::filesystem::relative(pictures_, file_.parent_path()) / name;
  text_ += fmt::format("\n![{}]({})\n", what, path.generic_string());
}

void Document::finish() const { detente::write_file(file_, text_); }

std::string signed_text(double value, int digits) {
  if (!std::isfinite(value)) return "–";
  const std::string size = fmt::format("{:.{}f}", std::abs(value), digits);
  if (size.find_first_not_of("0.") == std::string::npos) return size;
  return (value < 0 ? "−" : "+") + size;
}

std::string figure(double value, int digits) {
  if (!std::isfinite(value)) return "–";
  const std::string text = fmt::format("{:.{}f}", std::abs(value), digits);
  return value < 0 && text.find_first_not_of("0.") != std::string::npos ? "−" + text : text;
}

std::string count_text(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace validation
