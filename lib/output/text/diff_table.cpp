#include "detente/output/text/diff_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// Prints a comparison of coders part by part.
class DiffText {
 public:
  DiffText(const DiffView& view, Script script) : v_(view), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const { return opening() + differences() + paths(); }

 private:
  std::string opening() const {
    const CoderDiff& d = v_.diff;
    return fmt::format("{}: first {} ({}), second {} ({}); {} coded alike, {}\n",
                       dyad_name(v_.pair, DirectionChoice::both, script_), v_.left_name,
                       counted(d.left_events, "event"), v_.right_name, counted(d.right_events, "event"), d.agreed,
                       counted(d.differences.size(), "difference"));
  }

  std::string differences() const {
    TextTable table({{"effect", Align::right}, {"on"}, {"date"}, {"direction"}, {"event"}, {"difference"}},
                    glyphs_.cut);
    for (const EventDifference& d : v_.diff.differences) add(table, d);
    return table.empty() ? std::string() : "\n" + table.text();
  }

  /// A line for the event and its first difference, then a line for each further one.
  void add(TextTable& table, const EventDifference& d) const {
    std::vector<std::string> cells = event_cells(d);
    for (std::string& what : what_of(d)) {
      cells.push_back(std::move(what));
      table.add(std::move(cells));
      cells.assign(5, "");
    }
  }

  std::vector<std::string> event_cells(const EventDifference& d) const {
    const Event event = event_of(v_, d);
    return {signed_figure(d.effect, 1, script_ == Script::ascii), to_text(d.effect_day), to_text(event.date),
            arrow_name({event.source, event.target}, script_), event.code};
  }

  std::vector<std::string> what_of(const EventDifference& d) const {
    if (!d.right) return {"only the first has it"};
    if (!d.left) return {"only the second has it"};
    std::vector<std::string> out;
    for (const FieldDifference& f : d.fields)
      out.push_back(fmt::format("{} {} {} {}", f.field, or_nothing(f.left), glyphs_.arrow, or_nothing(f.right)));
    return out;
  }

  static std::string or_nothing(const std::string& text) { return text.empty() ? "(nothing)" : text; }

  std::string paths() const {
    const CoderDiff& d = v_.diff;
    std::string out = fmt::format("\nindex on {}: first {}, second {}", to_text(d.days.back()),
                                  rounded(d.left.back(), 1, "none"), rounded(d.right.back(), 1, "none"));
    if (d.largest_difference)
      out += fmt::format("; furthest apart on {}: the second is {} points {}", to_text(d.largest_day),
                         rounded(std::abs(*d.largest_difference), 1), *d.largest_difference < 0 ? "lower" : "higher");
    return out +
           "\nAn effect is how far the first index moves, on the day it moves most, if that one event is taken "
           "as the second has it.\n";
  }

  const DiffView& v_;
  Script script_;
  Glyphs glyphs_;
};

}  // namespace

Event event_of(const DiffView& view, const EventDifference& d) {
  return d.left ? view.left.event(*d.left) : view.right.event(*d.right);
}

std::string diff_table(const DiffView& view, Script script) { return DiffText(view, script).text(); }

}  // namespace detente
