#include <optional>
#include <utility>

#include "readers/slice_findings.hpp"

namespace detente::detail {
namespace {

using Counts = std::map<std::string, std::size_t>;

void put(std::string& to, const Counts& counts) {
  put_number(to, counts.size());
  for (const auto& [name, rows] : counts) {
    put_text(to, name);
    put_number(to, rows);
  }
}
Counts take_counts(ByteReader& from) {
  Counts out;
  for (std::size_t n = from.count(); n > 0; --n) {
    std::string name(from.text());
    out[std::move(name)] = from.number();
  }
  return out;
}

void put(std::string& to, const std::vector<std::string>& texts) {
  put_number(to, texts.size());
  for (const std::string& text : texts) put_text(to, text);
}
std::vector<std::string> take_texts(ByteReader& from) {
  std::vector<std::string> out;
  for (std::size_t n = from.count(); n > 0; --n) out.emplace_back(from.text());
  return out;
}

void put(std::string& to, const DamageExample& example) {
  put_number(to, example.line);
  put_number(to, example.column);
  for (const std::string* text : {&example.column_name, &example.reason, &example.rule, &example.text})
    put_text(to, *text);
}
DamageExample take_example(ByteReader& from) {
  DamageExample out{.line = from.number(), .column = from.number()};
  for (std::string* text : {&out.column_name, &out.reason, &out.rule, &out.text}) *text = from.text();
  return out;
}

}  // namespace

void put_findings(std::string& to, const SliceFindings& findings) {
  const FileReport& report = findings.report;
  for (const std::uint64_t number :
       {std::uint64_t{findings.file}, std::uint64_t{findings.member}, std::uint64_t{report.rows},
        std::uint64_t{report.kept}, std::uint64_t{report.first_number}, findings.lines})
    put_number(to, number);
  for (const std::string* text : {&report.path, &report.name, &report.format, &findings.header}) put_text(to, *text);
  for (const Counts* counts : {&report.set_aside, &report.rejected, &report.unknown_names, &report.codes})
    put(to, *counts);
  put_number(to, report.examples.size());
  for (const DamageExample& example : report.examples) put(to, example);
  put(to, report.unknown_columns);
  put(to, findings.rejected);
  findings.days.put(to);
  findings.reported.put(to);
}

SliceFindings take_findings(ByteReader& from) {
  SliceFindings out;
  FileReport& report = out.report;
  out.file = from.number();
  out.member = from.number();
  report.rows = from.number();
  report.kept = from.number();
  report.first_number = static_cast<std::uint32_t>(from.number());
  out.lines = from.number();
  for (std::string* text : {&report.path, &report.name, &report.format, &out.header}) *text = from.text();
  for (Counts* counts : {&report.set_aside, &report.rejected, &report.unknown_names, &report.codes})
    *counts = take_counts(from);
  for (std::size_t n = from.count(); n > 0; --n) report.examples.push_back(take_example(from));
  report.unknown_columns = take_texts(from);
  out.rejected = take_texts(from);
  out.days.take(from);
  out.reported.take(from);
  return out;
}

}  // namespace detente::detail
