#pragma once
/// \file
/// A codebook file row by row, with its position for messages. `Codebook::parse` makes a codebook of what it read.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/ground/delimited.hpp"

namespace detente::detail {

class CodebookParser {
 public:
  CodebookParser(ByteSource& source, std::string_view path) : reader_(source), path_(path) {}

  /// Reads all of it. Throws `InputError` naming path, line, column, text and rule.
  void parse();

  /// What the lines before the header say, by key.
  std::map<std::string, std::string> about;
  std::vector<CodeEntry> entries;

  /// Takes from the codebook that this one extends what the file does not say of a code: whether it is severe, and its
  /// synonyms, less those that the file gives to another code. Throws for a synonym that is a code of the base.
  void inherit(const Codebook& base);

 private:
  /// A code, label or synonym where it stands in the file.
  struct Spelling {
    std::string text;
    std::size_t entry = 0;
    std::uint64_t line = 0;
    std::size_t column = 0;
    bool is_synonym = false;
  };

  [[noreturn]] void fail_file(std::string_view rule) const;
  [[noreturn]] void fail(std::size_t column, std::string_view text, std::string_view rule) const;
  [[noreturn]] void fail_at(std::uint64_t line, std::size_t column, std::string_view text, std::string_view rule) const;

  void take_comment();
  void take_header();
  std::string_view field(const std::string& name) const;
  std::size_t column(const std::string& name) const;
  double number(const std::string& name, double low, double high) const;
  CodeEntry entry();
  QuadClass quad(double score) const;
  bool severe();
  std::vector<std::string> synonyms() const;
  void note_spellings(const CodeEntry& entry);
  void note(Spelling spelling);
  void inherit_severe(const Codebook& base);
  void inherit_synonyms(const Codebook& base);
  void refuse_codes_of(const Codebook& base) const;

  DelimitedReader reader_;
  Record record_;
  std::string path_;
  std::vector<std::size_t> severe_unsaid_;
  std::map<std::string, std::size_t> columns_;
  /// By normal form; the first that the file has.
  std::map<std::string, Spelling> spellings_;
};

}  // namespace detente::detail
