#include "detente/output/text/explain_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/contracts/act_label.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/others.hpp"

namespace detente {
using namespace detail;
namespace {

/// Prints changes of index points, in the columns that every table has: the change and its causes.
class ChangeCells {
 public:
  explicit ChangeCells(Script script) : ascii_(script == Script::ascii) {}

  static std::vector<TextTable::Column> columns() {
    std::vector<TextTable::Column> out;
    for (const char* title : {"change", "acts", "fading", "measures", "releases"})
      out.push_back({title, Align::right, 0});
    return out;
  }
  std::vector<std::string> of(const Change& c) const {
    return {points(c.total()), part(c.acts), part(c.fading), part(c.measures), part(c.releases)};
  }
  std::string points(double value) const { return signed_figure(value, 2, ascii_); }

 private:
  /// Empty for a cause that had no part.
  std::string part(double value) const { return value == 0 ? std::string() : points(value); }

  bool ascii_;
};

class ExplainTable {
 public:
  ExplainTable(const Attribution& a, const Dyad& pair, const ExplainOptions& options)
      : a_(a),
        asked_(pair),
        pair_(pair.canonical()),
        options_(options),
        glyphs_(Glyphs::of(options.script)),
        cells_(options.script) {}

  std::string text() const {
    std::string out = opening();
    out += events();
    out += sources();
    out += group("issue", by_issue(a_));
    out += group("class of act", by_quad(a_));
    out += group("direction", by_direction(a_, pair_));
    if (!a_.exact) out += "\nNot exact: each event was left out in turn; the remainder is what events do together.\n";
    return out;
  }

 private:
  std::string opening() const {
    return fmt::format("{} from {} to {}: index {} {} {}, a change of {} (level {} {} {} points)\n\n",
                       dyad_name(asked_, DirectionChoice::both, options_.script), to_text(a_.from), to_text(a_.to),
                       rounded(a_.index_from, 1), glyphs_.arrow, rounded(a_.index_to, 1),
                       cells_.points(a_.index_to - a_.index_from), rounded(a_.level_from, 1), glyphs_.arrow,
                       rounded(a_.level_to, 1)) +
           notes();
  }

  /// Whether the source's scale is calibrated, whether the model warms up, and what kind of rise it was.
  std::string notes() const {
    std::string out;
    if (a_.profile) out += "Source profile " + to_text(*a_.profile) + ".\n";
    if (a_.warm_from) out += warming_up_text(*a_.warm_from) + "\n";
    if (is_rise_by_fading(a_)) out += "The rise is the fading of cooperation more than new acts.\n";
    return out.empty() ? out : out + "\n";
  }

  TextTable table(std::vector<TextTable::Column> first) const {
    const auto rest = ChangeCells::columns();
    first.insert(first.end(), rest.begin(), rest.end());
    return TextTable(std::move(first), glyphs_.cut);
  }

  void add(TextTable& table, std::vector<std::string> first, const Change& change) const {
    const auto rest = cells_.of(change);
    first.insert(first.end(), rest.begin(), rest.end());
    table.add(std::move(first));
  }

  std::string events() const {
    TextTable out = table({{"date"}, {"direction"}, {"event", Align::left, 44}, {"issue", Align::left, 16}});
    for (const AttributionLine& line : listed(a_, options_.top)) add(out, first_cells(line), line.index);
    const Others others = others_of(a_, options_.top);
    if (others.events > 0) add(out, {"", "", counted(others.events, "other event"), ""}, others.index);
    add_sum(out, 2, 4, others_of(a_, 0).index);
    return out.text();
  }

  std::vector<std::string> first_cells(const AttributionLine& line) const {
    const Dyad way = who(line.others, line.direction, pair_);
    return {to_text(line.day), arrow_name(way, options_.script), words_of(line), line.issue};
  }

  std::string words_of(const AttributionLine& line) const {
    if (!options_.events) return label_of(line.code, options_.codebook);
    const Event event = options_.events->event(line.event);
    const std::string label = act_label(event, options_.codebook);
    return event.object.empty() ? label : fmt::format("{}: {}", label, event.object);
  }

  /// What the chronicler wrote of the events above, so that each is found again; "" if nothing.
  std::string sources() const {
    if (!options_.events) return {};
    std::string out;
    for (const AttributionLine& line : listed(a_, options_.top)) out += source_of(options_.events->event(line.event));
    return out.empty() ? out : "\n" + out;
  }

  std::string source_of(const Event& event) const {
    std::string text = to_text(event.date);
    if (!event.id.empty()) text += " " + visible(event.id);
    const std::size_t bare = text.size();
    if (!event.note.empty()) text += ": " + visible(event.note, 160);
    if (!event.url.empty()) text += fmt::format(" <{}>", visible(event.url, 400));
    return text.size() == bare && event.id.empty() ? std::string() : text + "\n";
  }

  /// The remainder if there is one, a rule, and the change that everything above adds up to.
  void add_sum(TextTable& out, std::size_t name_at, std::size_t first_columns, const Change& lines) const {
    std::vector<std::string> first(first_columns);
    const double remainder = a_.remainder_index;
    if (std::abs(remainder) >= 0.005) {
      auto cells = first;
      cells[name_at] = "remainder";
      cells.push_back(cells_.points(remainder));
      out.add(std::move(cells));
    }
    out.add_rule();
    first[name_at] = "change of the index";
    auto cells = cells_.of(lines);
    cells.front() = cells_.points(lines.total() + remainder);
    first.insert(first.end(), cells.begin(), cells.end());
    out.add(std::move(first));
  }

  std::string group(const std::string& name, std::span<const AttributionGroup> groups) const {
    if (groups.empty()) return {};
    TextTable out = table({{"by " + name, Align::left, 40}, {"events", Align::right}});
    Change sum;
    for (const AttributionGroup& g : groups) {
      add(out, {group_name(g.name), std::to_string(g.events)}, g.index);
      sum += g.index;
    }
    add_sum(out, 0, 2, sum);
    return "\n" + out.text();
  }

  std::string group_name(const std::string& name) const {
    if (name.empty()) return "not said";
    std::string out = spoken(name);
    if (const auto arrow = out.find(" → "); arrow != std::string::npos)
      out.replace(arrow, std::string_view(" → ").size(), glyphs_.arrow);
    return out;
  }

  const Attribution& a_;
  Dyad asked_;
  Dyad pair_;
  const ExplainOptions& options_;
  Glyphs glyphs_;
  ChangeCells cells_;
};

}  // namespace

std::string label_of(const std::string& code, const Codebook* codebook) {
  Event event;
  event.code = code;
  return act_label(event, codebook);
}

std::string explain_table(const Attribution& attribution, const Dyad& pair, const ExplainOptions& options) {
  return ExplainTable(attribution, pair, options).text();
}

}  // namespace detente
