#include <fmt/format.h>

#include <cmath>
#include <map>

#include "detente/output/wording/headline.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

std::string cause(double points, const std::string& what) {
  return fmt::format("<li><b>{}</b> {}</li>\n", signed_figure(points), what);
}

bool is_seen(double points) { return std::abs(points) >= 0.05; }

/// The sections "what moved it", with links to the events.
class Moves {
 public:
  Moves(const IndexReport& report, const Links& links) : report_(report), links_(links) {
    for (const EventMark& mark : report.events) marks_.emplace(mark.event, &mark);
  }

  std::string largest() const {
    std::string out;
    for (const Movement* m : largest_moves(report_))
      out += fmt::format("<li><strong>{}: {}</strong>, {}\n{}</li>\n", linked(m->period), signed_figure(m->change()),
                         from_to(*m), causes(*m));
    return "<ol class=\"moves\">\n" + out + "</ol>\n";
  }

  std::string each(const PageOptions& options) const {
    std::string out;
    for (const Movement& m : latest_moves(report_, options))
      out += fmt::format(
          "<details><summary>{} <b>{}</b> <i>{}</i></summary>\n"
          "<div id=\"{}\">{}</div></details>\n",
          period_in_words(m.period), signed_figure(m.change()), from_to(m), links_.periods.at(m.period.first),
          causes(m));
    return "<div class=\"each\">\n" + out + "</div>\n";
  }

 private:
  std::string linked(const Period& period) const {
    const auto id = links_.periods.find(period.first);
    const std::string words = period_in_words(period);
    return id == links_.periods.end() ? words : link_to(id->second, words);
  }

  static std::string from_to(const Movement& m) {
    return fmt::format("from {} to {}", rounded(m.from, 1), rounded(m.to, 1));
  }

  std::string mover(const Mover& m) const {
    const auto at = marks_.find(m.event);
    const EventMark* mark = at == marks_.end() ? nullptr : at->second;
    const std::string label = "<bdi>" + escaped(mark ? with_object(m.label, mark->source.object) : m.label) + "</bdi>";
    const auto id = links_.events.find(m.event);
    return fmt::format("{}, {}, {}", id == links_.events.end() ? label : link_to(id->second, label),
                       escaped(arrow_name(report_.names.of(who(m.others, m.direction, report_.pair)))),
                       mark ? date_in_words(mark->source.date) : day_in_words(m.day));
  }

  /// What rounds to nothing is no cause; together such acts may be one.
  std::string causes(const Movement& m) const {
    std::string out;
    std::size_t further = m.more;
    double others = m.others;
    for (const Mover& each : m.movers) {
      if (is_seen(each.index)) {
        out += cause(each.index, mover(each));
      } else {
        others += each.index;
        ++further;
      }
    }
    if (is_seen(others))
      out += cause(others, further > 0 ? counted(further, "further act") : "what no act accounts for");
    if (is_seen(m.silence) || out.empty()) out += cause(m.silence, "silence");
    return "<ul>\n" + out + "</ul>\n";
  }

  const IndexReport& report_;
  const Links& links_;
  std::map<EventId, const EventMark*> marks_;
};

}  // namespace

std::string moves_section(const IndexReport& report, const Links& links, const PageOptions& options) {
  if (report.movements.empty()) return {};
  const Moves moves(report, links);
  return section(
      "moves", "What moved it",
      paragraph("The largest moves of the index from the end of one period to the end of the next, in points "
                "of the index. Silence is the fading of what was there before.") +
          moves.largest() + "<h3>Every period</h3>\n" +
          "<p class=\"pointer\">Open a period to see what moved it.</p>\n" + moves.each(options));
}

}  // namespace detente::detail::page
