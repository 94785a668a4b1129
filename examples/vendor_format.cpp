/// \file
/// Your own format, codebook and model: a made-up vendor's incidents at sea (docs/formats.md has it step by step).

#include <cmath>
#include <filesystem>
#include <iostream>
#include <memory>

#include "detente/detente.hpp"
using namespace detente;

class HarbourRows : public RowReader {
 public:
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return names_; }
  void take(const FieldRow& row, Intake& into) const override {
    const auto f = row.fields;
    if (row.width != names_.size()) return into.reject(row, {"wrong number of fields", "a row has 6 fields"});
    if (f[4] == "drill") return into.set_aside("drill");
    const Parsed<Day> day = parse_day(f[1]);
    if (!day) return into.reject(row, {"bad date", day.rule(), 2, f[1]});
    into.keep(BriefEvent{.id = f[0], .day = *day, .source = f[2], .target = f[3], .code = f[4], .note = f[5]});
  }

 private:
  std::vector<std::string> names_{"message", "day", "from", "to", "kind", "text"};
  RowShape shape_{.delimiter = '|', .header = true, .columns = {0, 1, 2, 3, 4, 5}};
};

class HarbourWatch : public EventFormat {
 public:
  const FormatInfo& info() const override { return info_; }
  Match match(std::string_view head, const ReadOptions&) const override {
    return head.starts_with("message|day|") ? Match{} : Match{{"it does not begin with message|day|"}};
  }
  std::unique_ptr<const RowReader> open(std::string_view, const ReadOptions&) const override {
    return std::make_unique<HarbourRows>();
  }
  IdSource ids() const override { return {"harbour watch", IdScope::event}; }

 private:
  std::shared_ptr<const Codebook> codebook_ =
      std::make_shared<Codebook>(Codebook::parse(*open_bytes("harbour_codebook.csv"), "harbour_codebook.csv", {}));
  FormatInfo info_{.name = "harbour", .machine_coded = false, .codebook = "harbour", .own_codebook = codebook_};
};

/// L(t) = sum of w x 2^(-d/30)
struct Swell {
  struct State {
    Day day;
    double level = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  static double left(std::int64_t days) { return std::exp2(-static_cast<double>(days) / 30); }
  State start(Day day) const { return {day, 0}; }
  void advance(State& s, Day day) const { s = {day, s.level * left(day - s.day)}; }
  void observe(State& s, const Impulse& act) const { s.level += act.weight * act.points; }
  std::optional<double> level(const State& s) const { return s.level; }
  Contribution contribution(const State& s, const Impulse& act) const {
    return {.act = act.weight * act.points * left(s.day - act.day)};
  }
};

int main() {
  std::filesystem::current_path(DETENTE_EXAMPLES_DATA);
  const ReadResult read = read_events("harbour_watch.psv", {.formats = {std::make_shared<HarbourWatch>()}});
  std::cout << report_text(read.files[0]) << '\n';
  const Scoring scoring{.codebook = codebook_of_files(read.files).codebook(), .model = AnyModel(Swell{}, "swell")};
  const Selection pair{.dyad = {"NORLAND", "SUDMARK"}};
  std::cout << index_table(index_report(read.log, {.selection = pair, .scoring = scoring})) << '\n';
  DyadRows pairs;
  pairs.finish(read.log);
  panel(pairs, {.scoring = scoring}, [](IndexSeries&& of) {
    std::cout << to_text(of.dyad) << ' ' << *of.rows.back().index << " by " << of.provenance.codebook << '\n';
  });
  const History history = prepare(read.log, pair, scoring, PeriodKind::month);
  const Attribution why = attribute(history, scoring, Day::from_civil(2025, 1, 31), Day::from_civil(2025, 3, 31));
  std::cout << '\n' << explain_table(why, pair.dyad, {.top = 3, .codebook = &scoring.codebook});
}
