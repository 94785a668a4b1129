#include <fmt/format.h>

#include "detente/output/wording/headline.hpp"
#include "output/chart/mark_shapes.hpp"
#include "output/page/page_parts.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

/// The site, as link text.
std::string site_of(const std::string& url) {
  const std::size_t begin = url.find("://") + 3;
  std::string host = url.substr(begin, url.find_first_of("/?#", begin) - begin);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.empty() ? "source" : host;
}

/// A link if the address is a web address, else the address as text.
std::string source_html(const std::string& url) {
  if (url.empty()) return {};
  if (!is_web_link(url)) return "<bdi>" + escaped(url) + "</bdi>";
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer nofollow\"><bdi>{}</bdi></a>", escaped(url),
                     escaped(site_of(url)));
}

/// What a reader must know before believing the event.
std::string caveats_of(const EventMark& e) {
  std::vector<std::string> parts;
  if (e.source.status != Status::confirmed) parts.emplace_back(to_text(e.source.status));
  if (e.source.claim == Claim::contested) parts.emplace_back("claim contested");
  if (e.third_party) parts.emplace_back(e.impact == 0 ? "third parties, not counted" : "third parties");
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string event_html(const EventMark& e) {
  std::string out = fmt::format("<strong><bdi>{}</bdi></strong>", escaped(with_object(e.label, e.source.object)));
  if (const std::string caveats = caveats_of(e); !caveats.empty())
    out += fmt::format(" <span class=\"soft\">({})</span>", escaped(caveats));
  if (!e.source.note.empty() && e.source.note != e.label)
    out += fmt::format("<p><bdi>{}</bdi></p>", escaped(e.source.note));
  for (const auto& [name, value] : e.source.extra)
    if (!value.empty()) out += fmt::format("<p class=\"soft\"><bdi>{}: {}</bdi></p>", escaped(name), escaped(value));
  return out;
}

std::string date_text(const DateSpan& span) {
  if (span.is_exact()) return to_text(span.first);
  const std::string between = fmt::format("{} – {}", to_text(span.first), to_text(span.last));
  return span.kind == SpanKind::throughout ? "throughout " + between : "one day of " + between;
}

std::vector<std::string> cells_of(const EventMark& e, const ActorNames& names) {
  return {escaped(date_text(e.source.date)) + " <span class=\"back\">" + link_to("chart", "chart") + "</span>",
          escaped(arrow_name(names.of(Dyad{e.source.source, e.source.target}))),
          event_html(e),
          fmt::format("<span class=\"d\">{}</span>", escaped(chart::look_of(e.quad).name)),
          escaped(e.source.issue),
          e.third_party && e.impact == 0 ? "" : escaped(signed_figure(e.impact)),
          e.now ? escaped(signed_figure(*e.now)) : "",
          source_html(e.source.url)};
}

std::string event_terms() {
  return terms(
      "What the columns mean",
      {{"Direction", "who acted, and on whom"},
       {"Class", "words or deeds, hostile or friendly, by the codebook's score of the act"},
       {"Issue", "what it was about, as the coder wrote it"},
       {"Added", "points of tension that the act added to the level on its own day; friendly acts take away"},
       {"Now", "what is left of these points on the last day; acts fade by half in each half-life"},
       {"third parties", "an act between others; it counts only as far as the coder says that it spills over"}});
}

/// What is listed whether or not it still weighs.
std::string also_listed(const IndexReport& report) {
  const auto peak = peak_period(report);
  std::string out = peak ? "; with those of the peak, " + period_in_words(*peak) : "";
  if (!report.movements.empty()) out += (out.empty() ? "; with" : ", and") + std::string(" those of the largest moves");
  return out;
}

}  // namespace

std::string events_section(const IndexReport& report, const Links& links, const PageOptions& options) {
  const auto listed = listed_events(report, options);
  if (listed.empty()) return {};
  HtmlTable table(
      fmt::format("{} of {}, the weightiest on {} first{}. Points of tension: added = on its own day, now = "
                  "what is left of it in the level of the chosen direction.",
                  listed.size(), counted(report.events.size(), "event"), to_text(report.headline.day),
                  also_listed(report)),
      {{"Date"}, {"Direction"}, {"Event"}, {"Class"}, {"Issue"}, {"Added", true}, {"Now", true}, {"Source"}});
  for (const EventMark* e : listed) table.add_markup(cells_of(*e, report.names), "event", links.events.at(e->event));
  return section("events", "Events", event_terms() + table.html("Events"));
}

}  // namespace detente::detail::page
