#include "detente/fit/tables/reciprocity_table.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/text_table.hpp"
#include "detente/output/wording/headline.hpp"
#include "fit/tables/reciprocity_rows.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

class ReciprocityText {
 public:
  explicit ReciprocityText(const ReciprocityView& view) : v_(view), r_(view.found) {}

  std::string text() const { return heading() + "\n" + ratios() + "\n" + findings() + "\n" + caveats() + making(); }

 private:
  std::string heading() const {
    const std::size_t a = answer_rows(v_)[0].who, b = 1 - a;
    return fmt::format("{}: hostile acts {} {}, {} {}, in {:.0f} observed days\n", dyad_name(v_.pair),
                       arrow_name({r_.sides[a], r_.sides[b]}), r_.events[a], arrow_name({r_.sides[b], r_.sides[a]}),
                       r_.events[b], r_.days);
  }

  std::string ratios() const {
    TextTable table({{""},
                     {"acts per act", Align::right},
                     {"± error", Align::right},
                     {"under drift", Align::right},
                     {"half-life, days", Align::right},
                     {"± error", Align::right}});
    for (const AnswerRow& row : answer_rows(v_)) {
      const BranchingRatio& ratio = r_.ratio[row.who][row.whom];
      table.add({name_of(row), rounded(ratio.value, 2), rounded(ratio.standard_error, 2, "–"),
                 rounded(ratio.under_drift, 2), rounded(r_.half_life[row.whom], 1, "–"),
                 rounded(r_.half_life_error[row.whom], 1, "–")});
    }
    return table.text();
  }

  std::string name_of(const AnswerRow& row) const {
    return row.is_answer() ? fmt::format("{} answers {}", r_.sides[row.who], r_.sides[row.whom])
                           : fmt::format("{} repeats itself", r_.sides[row.who]);
  }

  std::string findings() const {
    std::string out = fmt::format("fit: {}{}{}; {} of the events in time\n", to_text(r_.fit.status),
                                  r_.fit.why.empty() ? "" : ", ", r_.fit.why, counted(r_.fit.draws, "placing"));
    out += test_line("each side repeats itself, neither answers", r_.answers) +
           test_line("no act triggers another", r_.any);
    for (const std::size_t a : {answer_rows(v_)[0].who, answer_rows(v_)[0].whom})
      out += fmt::format("the model's fit to the acts of {}: p = {:.3f}\n", r_.sides[a], r_.residuals[a].p_value);
    return out;
  }

  static std::string test_line(const char* what, const std::optional<ExcitationTest>& test) {
    if (!test) return fmt::format("{}: not tested\n", what);
    return fmt::format("{}: p = {:.3f} ({} replicates)\n", what, test->p_value, test->replicates);
  }

  std::string caveats() const {
    std::string out = "To be read with this:\n";
    for (const std::string& caveat : r_.caveats) out += fmt::format("- {}\n", caveat);
    return out;
  }

  std::string making() const {
    const Provenance& p = v_.provenance;
    if (p.codebook.empty()) return {};
    return fmt::format("\n{} {} ({}), {}; {}\n", p.codebook, p.codebook_version, p.codebook_hash, p.rules, p.model);
  }

  const ReciprocityView& v_;
  const Reciprocity& r_;
};

std::optional<double> p_of(const std::optional<ExcitationTest>& test) {
  return test ? std::optional(test->p_value) : std::nullopt;
}

}  // namespace

std::string reciprocity_table(const ReciprocityView& view) { return ReciprocityText(view).text(); }

std::string reciprocity_csv(const ReciprocityView& view) {
  const Reciprocity& r = view.found;
  std::string out =
      "who,whom,ratio,standard_error,under_drift,from_dates,half_life,half_life_error,events,p_any,p_answers,status\n";
  for (const AnswerRow& row : answer_rows(view)) {
    const BranchingRatio& ratio = r.ratio[row.who][row.whom];
    out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(r.sides[row.who]),
                       csv_field(r.sides[row.whom]), shortest(ratio.value), shortest(ratio.standard_error),
                       shortest(ratio.under_drift), shortest(share_from_dates(r, row)), shortest(r.half_life[row.whom]),
                       shortest(r.half_life_error[row.whom]), r.events[row.who], shortest(p_of(r.any)),
                       shortest(p_of(r.answers)), to_text(r.fit.status));
  }
  return out;
}

}  // namespace detente
