#pragma once
/// \file
/// The form of a result: for people, for a spreadsheet, for a program.

#include <cstdint>
#include <string>
#include <type_traits>

#include "detente/output/json/json_lines.hpp"
#include "options.hpp"

namespace detente::cli {

enum class Form : std::uint8_t { table, csv, json, jsonl };

/// Throws `UsageError` for another word, and for `--csv-safe` with a form other than CSV.
Form form_of(const OutputOptions& options);

/// What writes a result in each form. JSON lines are the items of the JSON's list of this name, or all of it on one
/// line.
template <class Result>
struct Writers {
  std::string (*table)(const Result&);
  std::string (*csv)(const Result&);
  std::string (*json)(const Result&);
  const char* list = "";
};

template <class Result>
std::string text_in(Form form, const Result& result, const std::type_identity_t<Writers<Result>>& writers) {
  switch (form) {
    case Form::csv: return writers.csv(result);
    case Form::json: return writers.json(result);
    case Form::jsonl: return json_lines(writers.json(result), writers.list);
    case Form::table: break;
  }
  return writers.table(result);
}

}  // namespace detente::cli
