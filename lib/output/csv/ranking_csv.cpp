#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/ranking_table.hpp"

namespace detente {
namespace {

std::string number(const std::optional<double>& value) { return value ? shortest(*value) : std::string(); }

std::string header(std::size_t causes) {
  std::string out =
      "rank,doubt,source,target,day,index,word,level,support,since,before,before_support,change,silence,others,more";
  for (std::size_t i = 1; i <= causes; ++i)
    out += fmt::format(",act_{0},act_{0}_day,act_{0}_source,act_{0}_target,act_{0}_change", i);
  return out + ",chance,expected,events\n";
}

std::string act(const Mover& mover, const Dyad& pair) {
  const Dyad way = who(mover.others, mover.direction, pair.canonical());
  return fmt::format(",{},{},{},{},{}", csv_field(mover.label), to_text(mover.day), csv_field(way.source),
                     csv_field(way.target), shortest(mover.index));
}

std::string movement(const RankedPair& pair, std::size_t causes) {
  if (!pair.movement) return ",,," + std::string(5 * causes, ',');
  const Movement& m = *pair.movement;
  std::string out = fmt::format(",{},{},{}", shortest(m.silence), shortest(m.others), m.more);
  for (const Mover& mover : m.movers) out += act(mover, pair.dyad);
  return out + std::string(5 * (causes - m.movers.size()), ',');
}

std::string line(const Ranking& r, const RankedPair& p) {
  std::string out = fmt::format("{},{},{},{},{},{},{},{},{}", p.rank > 0 ? std::to_string(p.rank) : "",
                                to_text(p.doubt), csv_field(p.dyad.source), csv_field(p.dyad.target), to_text(r.day),
                                shortest(p.index), p.word, shortest(p.level), number(p.support));
  out += fmt::format(",{},{},{},{}", to_text(r.since), number(p.before), number(p.before_support), number(p.change()));
  out += movement(p, r.causes);
  return out + fmt::format(",{},{},{}\n", number(p.chance), number(p.expected), p.events);
}

}  // namespace

std::string ranking_csv(const Ranking& ranking) {
  std::string out = header(ranking.causes);
  for (const RankedPair& pair : ranking.pairs) out += line(ranking, pair);
  return out;
}

}  // namespace detente
