#include "detente/contracts/codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "detente/detail/hash.hpp"
#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

/// Reads one codebook file and keeps its position for messages.
class Parser {
 public:
  Parser(ByteSource& source, std::string_view path) : reader_(source), path_(path) {}

  void parse() {
    while (reader_.next(record_)) {
      if (!record_.problem.empty()) fail(1, record_.raw, record_.problem);
      if (columns_.empty() && record_.raw.front() == '#')
        take_comment();
      else if (columns_.empty())
        take_header();
      else
        entries.push_back(entry());
    }
    if (columns_.empty()) fail_file("has no header: a codebook begins with code,score");
  }

  std::map<std::string, std::string> about;
  std::vector<CodeEntry> entries;

  /// If the file does not say whether a code is severe, the codebook that it extends decides.
  void inherit_severe(const Codebook& base) {
    for (const std::size_t number : severe_unsaid_)
      if (const CodeEntry* entry = base.find(entries[number].code)) entries[number].severe = entry->severe;
  }

 private:
  static const std::set<std::string>& known_columns() {
    static const std::set<std::string> names{"code",  "score",  "sd",    "label",  "quad", "severe",
                                             "opens", "closes", "cameo", "plover", "basis"};
    return names;
  }

  [[noreturn]] void fail_file(std::string_view rule) const { throw InputError(fmt::format("{} {}", path_, rule)); }
  [[noreturn]] void fail(std::size_t column, std::string_view text, std::string_view rule) const {
    throw InputError(fmt::format("{}:{}: column {}: '{}': {}", path_, record_.line, column, text, rule));
  }

  void take_comment() {
    const std::string_view line = record_.raw.substr(1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    about[std::string(trim(line.substr(0, colon)))] = std::string(trim(line.substr(colon + 1)));
  }

  void take_header() {
    for (std::size_t i = 0; i < record_.fields.size(); ++i) {
      const std::string name = lower(trim(record_.fields[i]));
      if (!known_columns().contains(name))
        fail(i + 1, name, fmt::format("is not a column of a codebook: {}", fmt::join(known_columns(), ", ")));
      if (!columns_.emplace(name, i).second) fail(i + 1, name, "stands twice in the header");
    }
    for (const char* needed : {"code", "score"})
      if (!columns_.contains(needed)) fail_file(fmt::format("has no column '{}'", needed));
  }

  std::string_view field(const std::string& name) const {
    const auto at = columns_.find(name);
    if (at == columns_.end() || at->second >= record_.fields.size()) return {};
    return trim(record_.fields[at->second]);
  }
  std::size_t column(const std::string& name) const { return columns_.at(name) + 1; }

  double number(const std::string& name, double low, double high) const {
    const auto value = parse_number(field(name));
    if (!value || *value < low || *value > high)
      fail(column(name), field(name), fmt::format("{} is a number from {} to {}", name, low, high));
    return *value;
  }

  CodeEntry entry() {
    if (record_.fields.size() != columns_.size())
      fail(record_.fields.size(), record_.raw, fmt::format("the header has {} columns", columns_.size()));
    CodeEntry e;
    e.code = std::string(field("code"));
    if (e.code.empty()) fail(column("code"), "", "a code is not empty");
    e.score = number("score", -1e6, 1e6);
    if (!field("sd").empty()) e.sd = number("sd", 0, 1e6);
    e.label = field("label").empty() ? spoken(e.code) : std::string(field("label"));
    e.quad = quad(e.score);
    e.severe = severe();
    e.opens = std::string(field("opens"));
    e.closes = std::string(field("closes"));
    if (!e.opens.empty() && !e.closes.empty())
      fail(column("closes"), e.closes, "a code opens a measure or closes one, not both");
    e.cameo = std::string(field("cameo"));
    e.plover = std::string(field("plover"));
    e.basis = std::string(field("basis"));
    return e;
  }

  /// The default quad class: verbal, and hostile or cooperative by the sign of the score.
  QuadClass quad(double score) const {
    if (field("quad").empty()) return score < 0 ? QuadClass::verbal_conflict : QuadClass::verbal_cooperation;
    const auto quad = parse_quad_class(field("quad"));
    if (!quad)
      fail(column("quad"), field("quad"),
           "a quad class is verbal_cooperation, material_cooperation, verbal_conflict or material_conflict");
    return *quad;
  }

  bool severe() {
    const std::string text = lower(field("severe"));
    if (text.empty()) severe_unsaid_.push_back(entries.size());
    if (!text.empty() && text != "yes" && text != "no") fail(column("severe"), text, "severe is yes or no");
    return text == "yes";
  }

  DelimitedReader reader_;
  Record record_;
  std::string path_;
  std::vector<std::size_t> severe_unsaid_;
  std::map<std::string, std::size_t> columns_;
};

std::string stem(std::string_view path) {
  const std::string_view file = path.substr(path.find_last_of('/') + 1);
  return std::string(file.substr(0, file.find('.')));
}

}  // namespace

Codebook::Codebook(std::string name, std::string version, std::vector<CodeEntry> entries, std::string scheme)
    : name_(std::move(name)), version_(std::move(version)), scheme_(std::move(scheme)), entries_(std::move(entries)) {
  index();
}

void Codebook::index() {
  by_code_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!by_code_.emplace(entries_[i].code, i).second)
      throw InputError(fmt::format("codebook {}: code '{}' stands twice", name_, entries_[i].code));
}

Codebook Codebook::parse(ByteSource& source, std::string_view path, const Resolver& resolve) {
  Parser parser(source, path);
  parser.parse();
  auto& about = parser.about;
  std::optional<Codebook> base;
  if (about.contains("extends")) base = resolve(about["extends"]);
  if (base) parser.inherit_severe(*base);
  Codebook book(about.contains("name") ? about["name"] : stem(path), about["version"], std::move(parser.entries),
                about["scheme"]);
  book.title_ = about["title"];
  book.source_ = about["source"];
  if (!base) return book;
  Codebook whole = base->extended_by(book);
  whole.title_ = book.title_;
  whole.source_ = book.source_;
  return whole;
}

std::string Codebook::hash() const {
  Hasher hasher;
  for (const CodeEntry& e : entries_)
    hasher.add(e.code)
        .add(shortest(e.score))
        .add(shortest(e.sd))
        .add(to_text(e.quad))
        .add(e.severe ? "severe" : "")
        .add(e.opens)
        .add(e.closes)
        .add(e.cameo)
        .add(e.plover);
  return fmt::format("{:016x}", hasher.value());
}

const CodeEntry* Codebook::find(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &entries_[found->second];
}

bool Codebook::defines_measures() const noexcept {
  return std::any_of(entries_.begin(), entries_.end(), [](const CodeEntry& e) { return !e.opens.empty(); });
}

bool Codebook::defines_severe() const noexcept {
  return std::any_of(entries_.begin(), entries_.end(), [](const CodeEntry& e) { return e.severe; });
}

std::vector<std::string> Codebook::suggestions(std::string_view code) const {
  std::vector<std::string> codes;
  for (const CodeEntry& e : entries_) codes.push_back(e.code);
  return nearest(code, codes);
}

const CodeEntry* Codebook::pointed_to(const CodeEntry& term, std::string_view scheme) const {
  if (scheme_ == "plover") return find(term.plover);
  const std::string& cameo = scheme == "cameo" && term.cameo.empty() ? term.code : term.cameo;
  if (scheme_ != "cameo" || cameo.empty()) return nullptr;
  const CodeEntry* same_number = find(cameo);
  if (same_number && same_number->cameo.empty()) return same_number;
  const auto renumbered = [&](const CodeEntry& e) { return e.cameo == cameo; };
  const auto at = std::find_if(entries_.begin(), entries_.end(), renumbered);
  return at == entries_.end() ? nullptr : &*at;
}

Codebook Codebook::extended_by(const Codebook& other) const {
  std::vector<CodeEntry> all;
  for (const CodeEntry& e : entries_)
    if (!other.find(e.code)) all.push_back(e);
  all.insert(all.end(), other.entries_.begin(), other.entries_.end());
  return Codebook(other.name_, other.version_, std::move(all), other.scheme_.empty() ? scheme_ : other.scheme_);
}

Codebook Codebook::rescored_by(const Codebook& weights) const {
  const bool both_cameo = scheme_ == "cameo" && weights.scheme_ == "cameo";
  std::vector<CodeEntry> all;
  for (const CodeEntry& e : weights.entries_)
    if (!both_cameo || !find(e.code)) all.push_back(e);
  for (CodeEntry e : entries_) {
    const CodeEntry* target = weights.pointed_to(e, scheme_);
    if (!target || (!both_cameo && weights.find(e.code))) continue;
    e.score = target->score;
    e.sd = target->sd;
    e.quad = target->quad;
    e.basis = fmt::format("{} {}", weights.name_, target->code);
    all.push_back(std::move(e));
  }
  Codebook out(fmt::format("{} by {}", name_, weights.name_), weights.version_, std::move(all), weights.scheme_);
  out.title_ = fmt::format("terms of {}, scores of {}", name_, weights.name_);
  out.source_ = weights.source_;
  return out;
}

}  // namespace detente
