#include "output/wording/answers.hpp"

#include <fmt/format.h>

#include "detente/output/wording/outlook_text.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/headline_sentences.hpp"

namespace detente::detail {
namespace {

std::string band_sentence(const IndexReport& report) {
  const Headline& h = report.headline;
  if (!h.index || !h.lower || !h.upper) return {};
  return range_text(h.lower, h.upper, report.series.words.digits, " to ") +
         " by vague dates, doubtful acts and codebooks (the coding band)";
}

std::string envelope_sentence(const IndexReport& report) {
  if (report.series.rows.empty()) return {};
  const IndexRow& last = report.series.rows.back();
  if (!last.lowest || !last.highest) return {};
  return range_text(last.lowest, last.highest, report.series.words.digits, " to ") +
         " had we chosen otherwise (the envelope)";
}

/// What is left of the reports: few may be behind a high index that only fades.
std::string support_sentence(const IndexReport& report) {
  if (report.series.rows.empty() || !report.series.rows.back().support) return {};
  return fmt::format("Evidence left: {} weighted events (the support)", rounded(report.series.rows.back().support, 1));
}

std::string outlook_sentence(const Headline& h) { return h.outlook ? capitalised(outlook_lines(*h.outlook)) : ""; }

}  // namespace

std::vector<Answer> answers_of(const IndexReport& report) {
  const Headline& h = report.headline;
  std::vector<Answer> all{
      {"Since when?", joined({rank_sentence(h), heat_sentence(h), peak_sentence(h)})},
      {"Why?", joined({change_sentence(h, Script::unicode), largest_sentence(h), measures_sentence(h)})},
      {"How sure?",
       joined({warming_sentence(h), band_sentence(report), envelope_sentence(report), support_sentence(report)})},
      {"What next?", outlook_sentence(h)}};
  std::erase_if(all, [](const Answer& a) { return a.text.empty(); });
  return all;
}

}  // namespace detente::detail
