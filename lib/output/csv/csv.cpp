#include "detente/output/csv/csv.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <iterator>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "output/wording/others.hpp"

namespace detente {
using namespace detail;
namespace {

void append_line(std::string& out, std::span<const std::string> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_field(fields[i]);
  }
  out += '\n';
}

void append_line(std::string& out, std::initializer_list<std::string> fields) {
  append_line(out, std::span(fields.begin(), fields.size()));
}

/// A panel writes millions of lines, so no text is made except the line itself.
class RowLines {
 public:
  explicit RowLines(const IndexSeries& of)
      : names_(csv_field(of.dyad.source) + "," + csv_field(of.dyad.target)), warms_up_(of.warm_from.has_value()) {}

  void add(const IndexRow& r) {
    text(names_);
    text(r.period.label());
    text(to_text(r.period.first));
    text(to_text(r.period.last_day()));
    for (const auto& value : {r.index, r.lower, r.upper, r.level, r.heat, r.measures}) number(value);
    fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{},"), r.events);
    number(r.support);
    if (warms_up_) fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), r.warming_up);
  }
  void add(const FirstValue& first, const std::optional<double>& revision) {
    const std::string as_of = first.as_of ? to_text(*first.as_of) : std::string();
    fmt::format_to(std::back_inserter(out_), ",{},{},{}", first.index ? shortest(*first.index) : "", as_of,
                   revision ? shortest(*revision) : "");
  }
  void end_line() { out_.push_back('\n'); }
  std::string lines() const { return {out_.data(), out_.size()}; }

 private:
  void text(std::string_view field) {
    out_.append(field.data(), field.data() + field.size());
    out_.push_back(',');
  }
  void number(const std::optional<double>& value) {  // as `shortest` writes it
    if (value) fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), *value == 0 ? 0.0 : *value);
    out_.push_back(',');
  }

  std::string names_;
  bool warms_up_;
  fmt::memory_buffer out_;
};

void append_change(std::vector<std::string>& fields, const Change& c) {
  for (const double value : {c.total(), c.acts, c.fading, c.measures, c.releases}) fields.push_back(shortest(value));
}

// ---- an attribution ----

constexpr std::string_view attribution_header =
    "date,source,target,code,issue,class,index_change,index_acts,index_fading,index_measures,index_releases,"
    "level_change,level_acts,level_fading,level_measures,level_releases,id,object,note,url\n";
/// Where some of its columns are.
enum AttributionColumn : std::size_t { code_column = 3, index_column = 6, level_column = 11, attribution_columns = 20 };

std::vector<std::string> attribution_fields(const AttributionLine& line, const Dyad& way, const Event& event) {
  std::vector<std::string> fields{to_text(line.day), way.source, way.target,
                                  line.code,         line.issue, std::string(to_text(line.quad))};
  append_change(fields, line.index);
  append_change(fields, line.level);
  fields.insert(fields.end(), {event.id, event.object, event.note, event.url});
  return fields;
}

std::vector<std::string> others_fields(const Others& others) {
  std::vector<std::string> fields(index_column);
  fields[code_column] = "(others)";
  append_change(fields, others.index);
  append_change(fields, others.level);
  fields.resize(attribution_columns);
  return fields;
}

std::vector<std::string> remainder_fields(const Attribution& a) {
  std::vector<std::string> fields(attribution_columns);
  fields[code_column] = "(remainder)";
  fields[index_column] = shortest(a.remainder_index);
  fields[level_column] = shortest(a.remainder_level);
  return fields;
}

// ---- a check ----

void append_reasons(std::string& out, const std::string& file, const std::string& outcome,
                    const std::map<std::string, std::size_t>& reasons) {
  for (const auto& [reason, rows] : reasons) append_line(out, {file, outcome, reason, std::to_string(rows)});
}

}  // namespace

std::string csv_field(std::string_view field) {
  std::string text = printable(field);
  const bool padded = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!padded && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out += '"';
}

std::string index_csv(std::span<const IndexSeries> series) {
  std::string out(index_header_csv());
  if (!series.empty() && !series.front().first_values.empty())
    out.insert(out.size() - 1, ",first,first_as_of,revision");
  for (const IndexSeries& s : series) out += index_rows_csv(s);
  return out;
}

std::string index_rows_csv(const IndexSeries& series) {
  RowLines out(series);
  for (std::size_t i = 0; i < series.rows.size(); ++i) {
    out.add(series.rows[i]);
    if (!series.first_values.empty()) out.add(series.first_values[i], series.revision(i));
    out.end_line();
  }
  return out.lines();
}

std::string_view index_header_csv() noexcept {
  return "source,target,period,first_day,last_day,index,lower,upper,level,heat,measures,events,support,warming_up\n";
}

std::string index_csv(const IndexSeries& series) { return index_csv(std::span(&series, 1)); }

std::string attribution_csv(const EventFinder& events, const Attribution& a, const Dyad& pair, std::size_t top) {
  std::string out(attribution_header);
  for (const AttributionLine& line : listed(a, top))
    append_line(out, attribution_fields(line, who(line.others, line.direction, pair), events.event(line.event)));
  if (const Others others = others_of(a, top); others.events > 0) append_line(out, others_fields(others));
  if (!a.exact) append_line(out, remainder_fields(a));
  return out;
}

std::string check_csv(std::span<const FileReport> files) {
  std::string out = "file,outcome,reason,rows\n";
  for (const FileReport& f : files) {
    append_line(out, {f.name, "kept", "", std::to_string(f.kept)});
    append_reasons(out, f.name, "set aside", f.set_aside);
    append_reasons(out, f.name, "rejected", f.rejected);
  }
  return out;
}

}  // namespace detente
