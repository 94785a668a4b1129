// The quick way to pair two coders' events against the plain one: rule by rule, each of the left looks at all of the
// right.

#include "questions/relation/coded_pairs.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace detente {
using namespace detail;
namespace {

using detail::ActPairs;
using detail::CodedAct;

bool dates_touch(const DateSpan& a, const DateSpan& b) { return a.first <= b.last && b.first <= a.last; }
bool same_id(const CodedAct& a, const CodedAct& b) { return !a.event.id.empty() && a.event.id == b.event.id; }
bool same_act(const CodedAct& a, const CodedAct& b) {
  return a.act->direction == b.act->direction && a.act->code == b.act->code && dates_touch(a.act->date, b.act->date);
}
bool like_act(const CodedAct& a, const CodedAct& b) {
  return a.act->direction == b.act->direction && a.act->quad == b.act->quad && a.act->standing == b.act->standing &&
         a.act->measure == b.act->measure && a.act->date.kind == b.act->date.kind &&
         dates_touch(a.act->date, b.act->date);
}

ActPairs plainly_paired(const std::vector<CodedAct>& left, const std::vector<CodedAct>& right) {
  std::vector<const CodedAct*> partner(left.size());
  std::set<const CodedAct*> taken;
  const auto apart = [](const CodedAct& a, const CodedAct& b) { return std::abs(a.act->day() - b.act->day()); };
  for (const auto match : {same_id, same_act, like_act})
    for (std::size_t l = 0; l < left.size(); ++l) {
      if (partner[l]) continue;
      for (const CodedAct& r : right)
        if (!taken.contains(&r) && match(left[l], r) &&
            (!partner[l] || apart(left[l], r) < apart(left[l], *partner[l])))
          partner[l] = &r;
      if (partner[l]) taken.insert(partner[l]);
    }
  ActPairs out;
  for (std::size_t l = 0; l < left.size(); ++l) out.emplace_back(&left[l], partner[l]);
  for (const CodedAct& r : right)
    if (!taken.contains(&r)) out.emplace_back(nullptr, &r);
  return out;
}

std::vector<Act> some_acts() {
  std::vector<Act> out(*rc::gen::inRange<std::size_t>(0, 25));
  for (Act& act : out) {
    act.date = DateSpan::on({20000 + *rc::gen::inRange(0, 12)});
    if (*rc::gen::inRange(0, 3) == 0) act.date.last = act.date.first + *rc::gen::inRange(0, 12);
    if (*rc::gen::inRange(0, 9) == 0) act.date.kind = SpanKind::throughout;
    act.code = *rc::gen::element<std::string>("a", "b", "c");
    act.direction = *rc::gen::element(Direction::forward, Direction::backward);
    act.quad = *rc::gen::element(QuadClass::verbal_conflict, QuadClass::material_conflict);
  }
  return out;
}

std::vector<CodedAct> coded(const std::vector<Act>& acts) {
  std::vector<CodedAct> out;
  for (const Act& act : acts) {
    Event event;
    if (*rc::gen::inRange(0, 3) == 0) event.id = std::to_string(*rc::gen::inRange(0, 8));
    out.push_back({&act, event});
  }
  return out;
}

RC_GTEST_PROP(PairUp, IsWhatThePlainWayFinds, ()) {
  const std::vector<Act> a = some_acts(), b = some_acts();
  const std::vector<CodedAct> left = coded(a), right = coded(b);
  RC_ASSERT(detail::pair_up(left, right) == plainly_paired(left, right));
}

}  // namespace
}  // namespace detente
