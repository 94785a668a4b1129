#pragma once
/// \file
/// Random events as they come in, with every field that an event can have, and events that come again.

#include <rapidcheck.h>

#include <bit>
#include <string>
#include <vector>

#include "detente/live/store/store_batch.hpp"
#include "support/revised_histories.hpp"

namespace detente {

inline void showValue(const ReceivedEvent& received, std::ostream& os) {
  showValue(received.event, os);
  os << " ids " << received.ids.name << " from " << received.origin.feed << ' ' << received.origin.position;
}

}  // namespace detente

namespace detente::test {

/// Bytes that a text may have, with those that end texts elsewhere.
inline std::string any_bytes() {
  std::string out;
  for (int n = *rc::gen::inRange(0, 6); n > 0; --n)
    out.push_back(*rc::gen::element('a', 'Z', ' ', '\0', '\n', ',', '"', '\xc3', '\xa9', '\xff', '0'));
  return out;
}

/// Doubles within a million, odd ones among them.
inline double any_score() {
  return *rc::gen::element(0.0, -0.0, 0.1, -1e6, 1e6, 5e-324, -2.2250738585072014e-308, 1.0 / 3,
                           *rc::gen::inRange(-1000, 1000) / 7.0);
}

template <class Value, class Make>
void perhaps(std::optional<Value>& field, const Make& make) {
  if (*rc::gen::inRange(0, 3) == 0) field = make();
}

inline void say_anything(Event& e) {
  e.claim = *rc::gen::element(Claim::uncontested, Claim::contested);
  e.mentions = *rc::gen::element(1U, 2U, 255U, 256U, 4000000000U);
  e.count = *rc::gen::element(1U, 2U, 1000000U);
  e.issue = any_bytes();
  e.note = any_bytes();
  e.url = any_bytes();
  perhaps(e.until, [&] { return e.date.first + *rc::gen::inRange(0, 100); });
  perhaps(e.score, any_score);
  perhaps(e.sd, [] { return std::abs(any_score()); });
  perhaps(e.quad, [] { return *rc::gen::element(quad_classes[0], quad_classes[1], quad_classes[2], quad_classes[3]); });
  perhaps(e.affects, [] { return Dyad{"MEX", "PER"}; });
  e.spill = *rc::gen::element(0.0, -0.0, 0.5, -1.0, 0.1);
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) e.extra.emplace_back(any_bytes(), any_bytes());
  e.line = *rc::gen::element<std::uint64_t>(0, 1, 127, 128, 1ULL << 40);
  if (*rc::gen::inRange(0, 5) == 0)
    e.date = parse_date_span(
                 *rc::gen::element<std::string>("2024-11~", "2024-12-22~", "2025-02/..", "2025-02/2025-04", "202X"))
                 .value();
  if (e.until) e.until = std::max(*e.until, e.date.first);
}

/// Events with and without ids, of named and unnamed sources, versions and contradictions among them; each without an
/// id has a place of its own.
inline rc::Gen<std::vector<ReceivedEvent>> any_received_events() {
  return rc::gen::exec([] {
    std::vector<ReceivedEvent> out;
    std::uint64_t place = 0;
    for (const Event& event : *any_revised_events()) {
      ReceivedEvent received{.event = event, .ids = "notes"};
      say_anything(received.event);
      if (event.id.empty()) received.origin = {"feed", *rc::gen::element<std::string>("", "a"), ++place};
      if (!event.id.empty() && *rc::gen::inRange(0, 4) == 0) received.event.revision = *rc::gen::inRange(0U, 9U);
      if (*rc::gen::inRange(0, 6) == 0) received.event.source_name = "others";
      if (*rc::gen::inRange(0, 6) == 0) received.ids = {"machine", IdScope::report};
      received.format = *rc::gen::element<std::string>("chronology", "gdelt2");
      out.push_back(std::move(received));
    }
    return out;
  });
}

/// Compares bits, where `==` would take −0 for 0.
inline bool same_bits(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b));
}

inline bool same(const Event& a, const Event& b) {
  const auto fields = [](const Event& e) {
    return std::tie(e.id, e.source_name, e.date, e.reported, e.revision, e.source, e.target, e.code, e.issue, e.status,
                    e.claim, e.mentions, e.until, e.object, e.count, e.quad, e.affects, e.note, e.url, e.extra, e.line);
  };
  return fields(a) == fields(b) && same_bits(a.score, b.score) && same_bits(a.sd, b.sd) && same_bits(a.spill, b.spill);
}

inline bool same(const ReceivedEvent& a, const ReceivedEvent& b) {
  const auto fields = [](const ReceivedEvent& r) {
    return std::tie(r.ids.name, r.ids.scope, r.origin.feed, r.origin.delivery, r.origin.position, r.format);
  };
  return same(a.event, b.event) && fields(a) == fields(b);
}

}  // namespace detente::test
