#include "detente/contracts/codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "contracts/codebook_parser.hpp"
#include "contracts/verb_first.hpp"
#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/spelling.hpp"

namespace detente {
using namespace detail;
namespace {

std::string stem(std::string_view path) {
  const std::string_view file = path.substr(path.find_last_of('/') + 1);
  return std::string(file.substr(0, file.find('.')));
}

using Spellings = std::unordered_map<std::string, std::size_t>;

/// The number of a spelling that leads to two codes.
constexpr std::size_t ambiguous = std::numeric_limits<std::size_t>::max();

void add_spelling(Spellings& spellings, std::string form, std::size_t entry) {
  if (form.empty()) return;
  const auto [at, is_new] = spellings.emplace(std::move(form), entry);
  if (!is_new && at->second != entry) at->second = ambiguous;
}

const CodeEntry* entry_in(const Spellings& spellings, const std::string& form, std::span<const CodeEntry> entries) {
  const auto found = spellings.find(form);
  return found == spellings.end() || found->second == ambiguous ? nullptr : &entries[found->second];
}

/// The normal forms that lead to a code beside its own: they decide which rows of a file have a score.
std::set<std::string> other_forms(const CodeEntry& entry) {
  if (entry.exact) return {};
  std::set<std::string> out{normal_form(entry.label)};
  for (const std::string& synonym : entry.synonyms) out.insert(normal_form(synonym));
  out.erase(normal_form(entry.code));
  out.erase("");
  return out;
}

/// In their normal form.
std::vector<std::string> spellings_of(const CodeEntry& entry) {
  std::vector<std::string> out{normal_form(entry.code), normal_form(entry.label)};
  for (const std::string& synonym : entry.synonyms) out.push_back(normal_form(synonym));
  return out;
}

/// The forms by which a spelling that has its verb first itself is looked up, with the verb as it stands and in the
/// third person: "impose sanctions", "imposes the sanctions".
std::vector<std::string> own_verb_forms(const std::string& spelling) {
  std::vector<std::string> out = as_verb_first(spelling);
  const std::size_t end = std::min(spelling.find(' '), spelling.size());
  for (std::string& form : as_verb_first(spelling.substr(0, end) + "s" + spelling.substr(end)))
    out.push_back(std::move(form));
  return out;
}

/// The forms with the verb first that lead to an entry. A spelling that has its verb first itself takes its forms away
/// from what is below.
void add_verb_forms(Spellings& forms, const CodeEntry& entry, std::size_t number, const Spellings& below) {
  for (const std::string& spelling : spellings_of(entry)) {
    for (std::string& form : verb_first_forms(spelling)) add_spelling(forms, std::move(form), number);
    for (std::string& form : own_verb_forms(spelling))
      if (below.contains(form)) add_spelling(forms, std::move(form), number);
  }
}

}  // namespace

Codebook::Codebook(std::string name, std::string version, std::vector<CodeEntry> entries, std::string scheme)
    : name_(std::move(name)),
      version_(std::move(version)),
      scheme_(std::move(scheme)),
      entries_(std::move(entries)),
      layers_(entries_.size(), 0) {
  index();
}

void Codebook::index() {
  by_code_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!by_code_.emplace(entries_[i].code, i).second)
      throw InputError(ErrorCode::repeated,
                       fmt::format("codebook {}: code '{}' stands twice", name_, entries_[i].code));
  index_spellings();
}

/// A code's own form goes before a label or a synonym.
void Codebook::index_spellings() {
  Spellings codes, words;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const CodeEntry& e = entries_[i];
    if (e.exact) continue;
    add_spelling(codes, normal_form(e.code), i);
    add_spelling(words, normal_form(e.label), i);
    for (const std::string& synonym : e.synonyms) add_spelling(words, normal_form(synonym), i);
  }
  codes.merge(words);
  by_spelling_ = std::move(codes);
  index_verbs();
}

/// From the lowest layer to the highest, each before what is below it.
void Codebook::index_verbs() {
  by_verb_.clear();
  const std::size_t top = layers_.empty() ? 0 : *std::max_element(layers_.begin(), layers_.end());
  for (std::size_t layer = 0; layer <= top; ++layer) {
    Spellings forms;
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (layers_[i] == layer && !entries_[i].exact) add_verb_forms(forms, entries_[i], i, by_verb_);
    forms.merge(by_verb_);
    by_verb_ = std::move(forms);
  }
}

Codebook Codebook::parse(ByteSource& source, std::string_view path, const Resolver& resolve) {
  CodebookParser parser(source, path);
  parser.parse();
  auto& about = parser.about;
  std::optional<Codebook> base;
  if (about.contains("extends")) base = resolve(about["extends"]);
  if (base) parser.inherit(*base);
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
  for (const CodeEntry& e : entries_) {
    hasher.add(e.code)
        .add(shortest(e.score))
        .add(shortest(e.sd))
        .add(to_text(e.quad))
        .add(e.severe ? "severe" : "")
        .add(e.opens)
        .add(e.closes)
        .add(e.cameo)
        .add(e.plover);
    for (const std::string& form : other_forms(e)) hasher.add("also").add(form);
  }
  return fmt::format("{:016x}", hasher.value());
}

const CodeEntry* Codebook::find_exact(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &entries_[found->second];
}

const CodeEntry* Codebook::find(std::string_view code) const {
  const CodeEntry* entry = find_exact(code);
  if (entry || by_spelling_.empty()) return entry;
  const std::string form = normal_form(code);
  if (by_spelling_.contains(form)) return entry_in(by_spelling_, form, entries_);
  for (const std::string& verb_first : as_verb_first(form))
    if (const CodeEntry* found = entry_in(by_verb_, verb_first, entries_)) return found;
  return nullptr;
}

bool Codebook::has_spelling(std::string_view text) const {
  return find_exact(text) || entry_in(by_spelling_, normal_form(text), entries_);
}

bool Codebook::defines_measures() const noexcept {
  return std::any_of(entries_.begin(), entries_.end(), [](const CodeEntry& e) { return !e.opens.empty(); });
}

bool Codebook::defines_severe() const noexcept {
  return std::any_of(entries_.begin(), entries_.end(), [](const CodeEntry& e) { return e.severe; });
}

const CodeEntry* Codebook::pointed_to(const CodeEntry& term, std::string_view scheme) const {
  if (scheme_ == "plover") return find_exact(term.plover);
  const std::string& cameo = scheme == "cameo" && term.cameo.empty() ? term.code : term.cameo;
  if (scheme_ != "cameo" || cameo.empty()) return nullptr;
  const CodeEntry* same_number = find_exact(cameo);
  if (same_number && same_number->cameo.empty()) return same_number;
  const auto renumbered = [&](const CodeEntry& e) { return e.cameo == cameo; };
  const auto at = std::find_if(entries_.begin(), entries_.end(), renumbered);
  return at == entries_.end() ? nullptr : &*at;
}

Codebook Codebook::extended_by(const Codebook& other) const {
  std::vector<CodeEntry> all;
  std::vector<std::size_t> layers;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    CodeEntry e = entries_[i];
    if (other.find_exact(e.code)) continue;
    std::erase_if(e.synonyms, [&](const std::string& synonym) { return other.has_spelling(synonym); });
    all.push_back(std::move(e));
    layers.push_back(layers_[i]);
  }
  const std::size_t above = layers.empty() ? 0 : *std::max_element(layers.begin(), layers.end()) + 1;
  for (std::size_t i = 0; i < other.entries_.size(); ++i) {
    all.push_back(other.entries_[i]);
    const CodeEntry* old = find_exact(all.back().code);  // which may have got another score and no more
    const bool is_spelt_alike = old && spellings_of(*old) == spellings_of(all.back());
    layers.push_back(is_spelt_alike ? layers_[static_cast<std::size_t>(old - entries_.data())]
                                    : above + other.layers_[i]);
  }
  Codebook out(other.name_, other.version_, std::move(all), other.scheme_.empty() ? scheme_ : other.scheme_);
  out.layers_ = std::move(layers);
  out.index_verbs();
  return out;
}

Codebook Codebook::rescored_by(const Codebook& weights) const {
  const bool both_cameo = scheme_ == "cameo" && weights.scheme_ == "cameo";
  std::vector<CodeEntry> all;
  for (const CodeEntry& e : weights.entries_)
    if (!both_cameo || !find_exact(e.code)) all.push_back(e);
  std::vector<std::size_t> layers(all.size(), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    CodeEntry e = entries_[i];
    const CodeEntry* target = weights.pointed_to(e, scheme_);
    if (!target || (!both_cameo && weights.find_exact(e.code))) continue;
    e.score = target->score;
    e.sd = target->sd;
    e.quad = target->quad;
    e.basis = fmt::format("{} {}", weights.name_, target->code);
    all.push_back(std::move(e));
    layers.push_back(layers_[i]);
  }
  Codebook out(fmt::format("{} by {}", name_, weights.name_), weights.version_, std::move(all), weights.scheme_);
  out.layers_ = std::move(layers);
  out.index_verbs();
  out.title_ = fmt::format("terms of {}, scores of {}", name_, weights.name_);
  out.source_ = weights.source_;
  return out;
}

}  // namespace detente
