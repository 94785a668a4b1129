#pragma once
/// \file
/// A made-up format as a program outside would bring it: bars between six fields, quotes, a header, one kind of row
/// that is set aside and one rule. What it does wrong, tests say.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "detente/readers/formats/event_format.hpp"

namespace detente::test {

inline const std::string vendor_header = "id|day|from|to|kind|text\n";

/// What `take` does instead of what it should, if it does anything with the row.
using Wrongdoing = std::function<bool(const FieldRow& row, Intake& into)>;

class VendorRows : public RowReader {
 public:
  explicit VendorRows(Wrongdoing wrong) : wrong_(std::move(wrong)) {}
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return names_; }
  void take(const FieldRow& row, Intake& into) const override {
    if (wrong_ && wrong_(row, into)) return;
    if (row.width != names_.size()) return into.reject(row, {"wrong number of fields", "a row has 6 fields"});
    const auto f = row.fields;
    if (f[4] == "drill") return into.set_aside(std::string("dr") + "ill");  // a text that is gone afterwards
    const Parsed<Day> day = parse_day(f[1]);
    if (!day) return into.reject(row, {"bad date", day.rule(), 2, f[1]});
    into.keep(BriefEvent{.id = f[0], .day = *day, .source = f[2], .target = f[3], .code = f[4], .note = f[5]});
  }

 private:
  std::vector<std::string> names_{"id", "day", "from", "to", "kind", "text"};
  RowShape shape_{.delimiter = '|', .quoted = true, .header = true, .columns = {0, 1, 2, 3, 4, 5}};
  Wrongdoing wrong_;
};

class Vendor : public EventFormat {
 public:
  explicit Vendor(std::string name = "vendor", Wrongdoing wrong = {}) : wrong_(std::move(wrong)) {
    info_.name = std::move(name);
    info_.codebook = "plain";
  }
  const FormatInfo& info() const override { return info_; }
  Match match(std::string_view head, const ReadOptions& /*options*/) const override {
    return head.starts_with("id|day|") ? Match{} : Match{.obstacles = {"it does not begin with id|day|"}};
  }
  std::unique_ptr<const RowReader> open(std::string_view /*head*/, const ReadOptions& /*options*/) const override {
    return std::make_unique<VendorRows>(wrong_);
  }
  IdSource ids() const override { return {info_.name, IdScope::report}; }

 private:
  FormatInfo info_;
  Wrongdoing wrong_;
};

inline std::vector<std::shared_ptr<const EventFormat>> vendor(Wrongdoing wrong = {}) {
  return {std::make_shared<Vendor>("vendor", std::move(wrong))};
}

/// Good rows, quoted ones, one that is set aside and some that are rejected.
inline std::string vendor_text(int turns = 5) {
  std::string text = vendor_header;
  for (int i = 0; i < turns; ++i) {
    const std::string n = std::to_string(i);
    text += n + "a|2025-01-0" + std::to_string(1 + i % 9) + "|USA|COL|threat|\r\n";
    text += n + "b|2025-02-01|COL|USA|visit|\"a bar | and a\nline end\"\n";
    text += n + "c|2025-02-30|COL|USA|visit|no such day\n";
    text += n + "d|2025-02-01|COL|USA|drill|\n\n";
    text += "too few|fields\n" + n + "e|2025-03-01|COL|USA|visit|\"a quote \"after\" it\n";
    text += n + "f|2025-03-0" + std::to_string(1 + i % 9) + "|USA|VEN|threat|caf\xE9\n";
  }
  return text;
}

}  // namespace detente::test
