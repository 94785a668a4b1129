#include "contracts/codebook_parser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/spelling.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

const std::set<std::string>& known_columns() {
  static const std::set<std::string> names{"code",  "score",  "sd",    "label",  "quad",  "severe",
                                           "opens", "closes", "cameo", "plover", "basis", "synonyms"};
  return names;
}

/// Whether the codes of a scheme are published, so that each is exactly what it is.
bool is_published(std::string_view scheme) { return scheme == "cameo" || scheme == "weis" || scheme == "plover"; }

}  // namespace

void CodebookParser::parse() {
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

void CodebookParser::inherit(const Codebook& base) {
  inherit_severe(base);
  inherit_synonyms(base);
  refuse_codes_of(base);
}

void CodebookParser::fail_file(std::string_view rule) const {
  throw InputError(ErrorCode::bad_table, fmt::format("{} {}", path_, rule));
}

void CodebookParser::fail(std::size_t column, std::string_view text, std::string_view rule) const {
  fail_at(record_.line, column, text, rule);
}

void CodebookParser::fail_at(std::uint64_t line, std::size_t column, std::string_view text,
                             std::string_view rule) const {
  throw InputError(ErrorCode::bad_table, fmt::format("{}:{}: column {}: '{}': {}", path_, line, column, text, rule));
}

void CodebookParser::take_comment() {
  const std::string_view line = record_.raw.substr(1);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  about[std::string(trim(line.substr(0, colon)))] = std::string(trim(line.substr(colon + 1)));
}

void CodebookParser::take_header() {
  for (std::size_t i = 0; i < record_.fields.size(); ++i) {
    const std::string name = lower(trim(record_.fields[i]));
    if (!known_columns().contains(name))
      fail(i + 1, name, fmt::format("is not a column of a codebook: {}", fmt::join(known_columns(), ", ")));
    if (!columns_.emplace(name, i).second) fail(i + 1, name, "stands twice in the header");
  }
  for (const char* needed : {"code", "score"})
    if (!columns_.contains(needed)) fail_file(fmt::format("has no column '{}'", needed));
}

std::string_view CodebookParser::field(const std::string& name) const {
  const auto at = columns_.find(name);
  if (at == columns_.end() || at->second >= record_.fields.size()) return {};
  return trim(record_.fields[at->second]);
}

std::size_t CodebookParser::column(const std::string& name) const { return columns_.at(name) + 1; }

double CodebookParser::number(const std::string& name, double low, double high) const {
  const auto value = parse_number(field(name));
  if (!value || *value < low || *value > high)
    fail(column(name), field(name), fmt::format("{} is a number from {} to {}", name, low, high));
  return *value;
}

CodeEntry CodebookParser::entry() {
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
  e.synonyms = synonyms();
  e.exact = e.synonyms.empty() && about.contains("scheme") && is_published(about.at("scheme"));
  if (!e.exact) note_spellings(e);
  return e;
}

/// The default quad class: verbal, and hostile or cooperative by the sign of the score.
QuadClass CodebookParser::quad(double score) const {
  if (field("quad").empty()) return score < 0 ? QuadClass::verbal_conflict : QuadClass::verbal_cooperation;
  const auto quad = parse_quad_class(field("quad"));
  if (!quad)
    fail(column("quad"), field("quad"),
         "a quad class is verbal_cooperation, material_cooperation, verbal_conflict or material_conflict");
  return *quad;
}

bool CodebookParser::severe() {
  const std::string text = lower(field("severe"));
  if (text.empty()) severe_unsaid_.push_back(entries.size());
  if (!text.empty() && text != "yes" && text != "no") fail(column("severe"), text, "severe is yes or no");
  return text == "yes";
}

std::vector<std::string> CodebookParser::synonyms() const {
  std::vector<std::string> out;
  for (const std::string_view part : split(field("synonyms"), ';')) {
    const std::string_view text = trim(part);
    if (normal_form(text).empty()) fail(column("synonyms"), text, "a synonym has a letter or a digit");
    out.emplace_back(text);
  }
  return out;
}

void CodebookParser::note_spellings(const CodeEntry& entry) {
  const auto spelling = [&](const std::string& text, const char* name) {
    return Spelling{text, entries.size(), record_.line, columns_.contains(name) ? column(name) : column("code"),
                    std::string_view(name) == "synonyms"};
  };
  note(spelling(entry.code, "code"));
  note(spelling(entry.label, "label"));
  for (const std::string& synonym : entry.synonyms) note(spelling(synonym, "synonyms"));
}

/// Two codes may share a label, which then leads to neither; a synonym is there to lead to one.
void CodebookParser::note(Spelling spelling) {
  const auto [at, is_new] = spellings_.try_emplace(normal_form(spelling.text), spelling);
  const Spelling& first = at->second;
  if (is_new || first.entry == spelling.entry || (!first.is_synonym && !spelling.is_synonym)) return;
  fail_at(spelling.line, spelling.column, spelling.text,
          fmt::format("leads to '{}' already (line {}); a synonym leads to one code", entries[first.entry].code,
                      first.line));
}

void CodebookParser::inherit_severe(const Codebook& base) {
  for (const std::size_t number : severe_unsaid_)
    if (const CodeEntry* entry = base.find_exact(entries[number].code)) entries[number].severe = entry->severe;
}

void CodebookParser::inherit_synonyms(const Codebook& base) {
  for (CodeEntry& entry : entries) {
    const CodeEntry* old = base.find_exact(entry.code);
    if (!old || !entry.synonyms.empty()) continue;
    for (const std::string& synonym : old->synonyms)
      if (!spellings_.contains(normal_form(synonym))) entry.synonyms.push_back(synonym);
    entry.exact = old->exact;
  }
}

void CodebookParser::refuse_codes_of(const Codebook& base) const {
  for (const CodeEntry& entry : base.entries()) {
    const auto at = spellings_.find(normal_form(entry.code));
    if (entry.exact || at == spellings_.end() || !at->second.is_synonym) continue;
    if (const Spelling& s = at->second; entries[s.entry].code != entry.code)
      fail_at(s.line, s.column, s.text, fmt::format("is a code of {}; a synonym is another word", base.name()));
  }
}

}  // namespace detente::detail
