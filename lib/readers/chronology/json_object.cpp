#include "readers/chronology/json_object.hpp"

#if DETENTE_JSON_LINES

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 32;
constexpr int number_too_large = 406;  // the parser's own number for it

/// Takes a line apart as it is parsed. Numbers keep the digits that they are written with, and what lies deeper than
/// the object's own members is written down again.
class Members : public nlohmann::json_sax<json> {
 public:
  JsonObject taken() && { return {std::move(members_), std::move(fault_)}; }

  bool null() override { return value("", "null", true); }
  bool boolean(bool is_true) override { return value(is_true ? "true" : "false", is_true ? "true" : "false", false); }
  bool number_integer(number_integer_t number) override { return number_as(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return number_as(std::to_string(number)); }
  bool number_float(number_float_t /*number*/, const string_t& written) override { return number_as(written); }
  bool string(string_t& text) override { return value(text, open_.size() > 1 ? json(text).dump() : "", true); }
  bool binary(binary_t& /*bytes*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open('{'); }
  bool end_object() override { return close('}'); }
  bool start_array(std::size_t /*size*/) override { return open('['); }
  bool end_array() override { return close(']'); }

  bool key(string_t& name) override {
    if (open_.size() > 1) {
      separate();
      text() += json(name).dump() + ":";
      follows_name_ = true;
      return true;
    }
    if (!names_.insert(name).second)
      return fails({"member twice", fmt::format("a member stands once, '{}' stands twice", visible(name))});
    members_.push_back({name});
    return true;
  }

  bool parse_error(std::size_t at, const std::string& /*token*/, const json::exception& error) override {
    return fails({"not JSON", fmt::format("a line is one JSON object; {} at byte {}",
                                          error.id == number_too_large ? "a number is too large" : "it breaks", at)});
  }

 private:
  std::string& text() { return members_.back().text; }

  bool fails(JsonFault fault) {
    if (!fault_) fault_ = std::move(fault);
    return false;
  }

  bool number_as(const std::string& digits) { return value(digits, digits, true); }

  /// A value of a member of the object, or one deeper inside it.
  bool value(const std::string& plain, const std::string& literal, bool is_plain) {
    if (open_.empty()) return fails({"not an object", "a line is one JSON object"});
    if (open_.size() == 1) {
      members_.back().text = plain;
      members_.back().is_plain = is_plain;
      return true;
    }
    separate();
    text() += literal;
    return true;
  }

  /// Puts a comma before all but the first of a list, and not between a name and its value.
  void separate() {
    if (!std::exchange(follows_name_, false) && std::exchange(open_.back(), char{0}) == 0) text() += ',';
  }

  bool open(char bracket) {
    if (open_.empty() && bracket == '[') return fails({"not an object", "a line is one JSON object"});
    if (open_.size() > deepest)
      return fails({"nested too deeply", fmt::format("values are nested {} deep at most", deepest)});
    if (open_.size() == 1) members_.back().is_plain = false;
    if (open_.size() > 1) separate();
    if (!open_.empty()) text() += bracket;
    open_.push_back(1);
    return true;
  }

  bool close(char bracket) {
    open_.pop_back();
    if (!open_.empty()) text() += bracket;
    return true;
  }

  std::vector<JsonMember> members_;
  std::set<std::string> names_;
  std::optional<JsonFault> fault_;
  std::vector<char> open_;  ///< the brackets that are open, and whether nothing stands in them yet
  bool follows_name_ = false;
};

}  // namespace

bool reads_json() noexcept { return true; }

JsonObject parse_json_object(std::string_view line) {
  Members members;
  json::sax_parse(line.begin(), line.end(), &members);
  return std::move(members).taken();
}

}  // namespace detente::detail

#else

namespace detente::detail {

bool reads_json() noexcept { return false; }
JsonObject parse_json_object(std::string_view /*line*/) { return {}; }

}  // namespace detente::detail

#endif
