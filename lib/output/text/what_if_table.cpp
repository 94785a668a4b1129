#include "detente/output/text/what_if_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "detente/contracts/act_label.hpp"
#include "detente/ground/number.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// "3.8 lower", "0.4 higher", "the same"
std::string moved(double by) {
  const std::string size = rounded(std::abs(by), 1);
  if (size == "0.0") return "the same";
  return fmt::format("{} {}", size, by < 0 ? "lower" : "higher");
}

/// Prints a what-if part by part.
class WhatIfText {
 public:
  WhatIfText(const WhatIf& found, const Codebook* codebook, Script script)
      : w_(found), codebook_(codebook), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const {
    return fmt::format("{}{}\n{}\n{}\n", opening(), periods(), effects(), what_if_sentence(w_));
  }

 private:
  std::string signed_text(const std::optional<double>& value) const {
    return value ? signed_figure(*value, 1, script_ == Script::ascii) : glyphs_.missing;
  }

  std::string opening() const {
    return fmt::format("{}: the index as it is and with {}\n\n", dyad_name(w_.pair, w_.direction, script_),
                       counted(w_.changes.size(), "change"));
  }

  std::string band(const Compared& c) const {
    if (!c.lower || !c.upper) return {};
    return fmt::format("{} to {}", signed_text(c.lower), signed_text(c.upper));
  }

  std::string periods() const {
    TextTable table({{"period"},
                     {"as it is", Align::right},
                     {"what if", Align::right},
                     {"difference", Align::right},
                     {"band", Align::right}});
    for (std::size_t i = 0; i < w_.periods.size(); ++i) {
      const Compared& c = w_.by_period[i];
      table.add({w_.periods[i].label(), rounded(c.as_is, 1, glyphs_.missing), rounded(c.what_if, 1, glyphs_.missing),
                 signed_text(c.difference), band(c)});
    }
    return table.text();
  }

  /// Left out if it is the last day, which has a column of its own.
  std::string on_largest(const std::optional<double>& effect) const {
    return w_.together.most_day == w_.days.back() ? std::string() : signed_text(effect);
  }

  std::vector<std::string> effect_cells(std::string what, const ChangeEffect& e) const {
    std::vector<std::string> cells = {std::move(what), "", "", "", ""};
    cells.insert(cells.end(), {on_largest(e.on_largest), signed_text(e.on_last), signed_text(e.most),
                               e.most ? to_text(e.most_day) : std::string()});
    return cells;
  }

  /// A line for each change, with further ones for the fields of an alteration.
  void add(TextTable& table, const EventChange& change, const ChangeEffect& effect) const {
    const Event& event = change.kind == ChangeKind::insert ? change.after : change.before;
    std::vector<std::string> cells = effect_cells(std::string(to_text(change.kind)), effect);
    cells[1] = event.id;
    cells[2] = to_text(event.date);
    cells[3] = arrow_name({event.source, event.target}, script_);
    cells[4] = with_object(act_label(event, codebook_), event.object);
    table.add(std::move(cells));
    if (change.kind != ChangeKind::alter) return;
    for (const AlteredField& f : altered_fields(change.before, change.after))
      table.add({"", "", "", "", fmt::format("{}: {} {} {}", f.field, said(f.from), glyphs_.arrow, said(f.to))});
  }
  static std::string said(const std::string& text) { return text.empty() ? "(empty)" : text; }

  std::string effects() const {
    TextTable table({{"change"},
                     {"id"},
                     {"date"},
                     {"direction"},
                     {"event", Align::left, 44},
                     {"on " + to_text(w_.together.most_day), Align::right},
                     {"on " + to_text(w_.days.back()), Align::right},
                     {"most", Align::right},
                     {"on"}},
                    glyphs_.cut);
    for (std::size_t i = 0; i < w_.changes.size(); ++i) add(table, w_.changes[i], w_.alone[i]);
    if (w_.changes.size() > 1) {
      table.add_rule();
      table.add({"interaction", "", "", "", "beyond the sum of each", on_largest(w_.interaction_on_largest),
                 signed_text(w_.interaction_on_last)});
      table.add(effect_cells("together", w_.together));
    }
    return table.text();
  }

  const WhatIf& w_;
  const Codebook* codebook_;
  Script script_;
  Glyphs glyphs_;
};

/// "0.3 to 1.0 lower", "0.2 lower to 0.3 higher"
std::string range(double lower, double upper) {
  if (upper <= 0) std::swap(lower, upper);
  std::string from = moved(lower);
  const std::string to = moved(upper);
  if (from == to) return from;
  if ((lower < 0) != (upper < 0) || lower == 0) return fmt::format("{} to {}", from, to);
  return fmt::format("{} to {}", rounded(std::abs(lower), 1), to);
}

/// " (90 % of the draws: 3.1 to 4.5 lower)"; "" without a band.
std::string band_words(const WhatIf& w) {
  const Compared& last = w.daily.back();
  if (!w.band || !last.lower || !last.upper) return {};
  return fmt::format(" ({} % of the draws: {})", shortest(100 * w.band->coverage), range(*last.lower, *last.upper));
}

}  // namespace

std::string what_if_sentence(const WhatIf& w) {
  const Compared& last = w.daily.back();
  const std::string change = w.changes.size() == 1 ? "the change" : "the changes";
  if (!last.difference)
    return fmt::format("With {} or without, there is no index on {}.", change, day_in_words(w.days.back()));
  std::string out =
      fmt::format("With {} the index on {} would be {} and not {}: {}{}.", change, day_in_words(w.days.back()),
                  rounded(*last.what_if, 1), rounded(*last.as_is, 1), moved(*last.difference), band_words(w));
  if (w.together.most && moved(*w.together.most) != "the same")
    out += fmt::format(" It differs most on {}: {}.", day_in_words(w.together.most_day), moved(*w.together.most));
  return out;
}

std::string what_if_table(const WhatIf& found, const Codebook* codebook, Script script) {
  return WhatIfText(found, codebook, script).text();
}

std::string what_if_csv(const WhatIf& found) {
  std::string out = "day,as_is,what_if,difference,lower,upper\n";
  for (std::size_t i = 0; i < found.days.size(); ++i) {
    const Compared& c = found.daily[i];
    out += fmt::format("{},{},{},{},{},{}\n", to_text(found.days[i]), shortest(c.as_is), shortest(c.what_if),
                       shortest(c.difference), shortest(c.lower), shortest(c.upper));
  }
  return out;
}

}  // namespace detente
