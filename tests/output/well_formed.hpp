#pragma once
/// \file
/// Is it well-formed XML, as far as our SVG uses it: elements nested and closed, attributes quoted and said once, only
/// the five entities and numbers, no letter that XML 1.0 forbids. Says the first fault, or "".

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace detente::test {

class XmlCheck {
 public:
  explicit XmlCheck(std::string_view text) : rest_(text) {}

  std::string fault() {
    while (fault_.empty() && !rest_.empty()) rest_.front() == '<' ? tag() : letters();
    if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    if (fault_.empty() && roots_ != 1) fault_ = "there is not one root";
    return fault_;
  }

 private:
  void letters() {
    const std::string_view text = rest_.substr(0, rest_.find('<'));
    check_text(text);
    if (open_.empty() && text.find_first_not_of(" \n") != std::string_view::npos) fault_ = "text outside the root";
    rest_.remove_prefix(text.size());
  }

  void check_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') fault_ = "control byte";
      if (text[i] == '&' && !is_entity(text.substr(i))) fault_ = "bare & in: " + std::string(text.substr(i, 20));
    }
  }

  static bool is_entity(std::string_view text) {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#13;"})
      if (text.starts_with(known)) return true;
    return false;
  }

  void tag() {
    const std::size_t end = rest_.find('>');
    if (end == std::string_view::npos) return void(fault_ = "tag not closed");
    std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (inside.starts_with('/')) return close(inside.substr(1));
    const bool is_empty = inside.ends_with('/');
    if (is_empty) inside.remove_suffix(1);
    const std::string name(inside.substr(0, inside.find_first_of(" \n")));
    attributes(inside.substr(name.size()));
    if (open_.empty()) ++roots_;
    if (!is_empty) open_.push_back(name);
  }

  void close(std::string_view name) {
    if (open_.empty() || open_.back() != name) return void(fault_ = "closes what is not open: " + std::string(name));
    open_.pop_back();
  }

  void attributes(std::string_view text) {
    std::set<std::string_view> said;
    while (text.find_first_not_of(" \n") != std::string_view::npos) {
      text.remove_prefix(text.find_first_not_of(" \n"));
      const std::size_t equals = text.find("=\"");
      const std::size_t end = equals == std::string_view::npos ? equals : text.find('"', equals + 2);
      if (end == std::string_view::npos) return void(fault_ = "attribute not quoted: " + std::string(text));
      if (!said.insert(text.substr(0, equals)).second) fault_ = "said twice: " + std::string(text.substr(0, equals));
      check_text(text.substr(equals + 2, end - equals - 2));
      text.remove_prefix(end + 1);
    }
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::string fault_;
  int roots_ = 0;
};

inline std::string xml_fault(std::string_view text) { return XmlCheck(text).fault(); }

inline std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t n = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++n;
  return n;
}

}  // namespace detente::test
