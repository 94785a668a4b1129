#pragma once
/// \file
/// A Markdown document that grows part by part: headings, sentences, tables, and pictures in a folder beside it.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace validation {

class Document {
 public:
  /// Pictures are written to `pictures`, and referred to by this folder's path from the document.
  Document(std::filesystem::path file, std::filesystem::path pictures)
      : file_(std::move(file)), pictures_(std::move(pictures)) {}

  void heading(std::string_view text, int level = 2);
  void say(std::string_view paragraph);
  /// The first column is text, the others are figures.
  void table(const std::vector<std::string>& names, const std::vector<std::vector<std::string>>& rows);
  void picture(const std::string& name, std::string_view svg, std::string_view what);
  /// Writes the document.
  void finish() const;

 private:
  std::filesystem::path file_, pictures_;
  std::string text_;
};

/// "−0.3", "+1.2"; "–" where there is none.
std::string signed_text(double value, int digits = 1);
/// "0.87"; "–" for NaN.
std::string figure(double value, int digits = 2);
/// "1,234"
std::string count_text(std::size_t count);

}  // namespace validation
