#include "detente/output/text/ranking_table.hpp"

#include "detente/ground/text.hpp"
#include "detente/output/text/text_table.hpp"
#include "detente/output/wording/outlook_text.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/ranking_words.hpp"

namespace detente {
using namespace detail;
namespace {

class RankingText {
 public:
  RankingText(const Ranking& ranking, Script script) : r_(ranking), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const {
    std::string out = ranking_title(r_) + "\n" + ranking_notes(r_) + "\n\n" + table();
    const std::string unranked = unranked_text(r_);
    return unranked.empty() ? out : out + "\n" + unranked + "\n";
  }

 private:
  std::string table() const {
    TextTable out({{"rank", Align::right},
                   {"pair"},
                   {"index", Align::right},
                   {"word"},
                   {"change", Align::right},
                   {"silence", Align::right},
                   {"acts", Align::left, 80},
                   {"chance", Align::right},
                   {"support", Align::right}},
                  glyphs_.cut);
    bool ranked = r_.ranked() > 0;
    for (const RankedPair& pair : r_.pairs) {
      if (ranked && pair.rank == 0) out.add_rule();
      ranked = pair.rank > 0;
      out.add(cells(pair));
    }
    return out.text();
  }

  std::vector<std::string> cells(const RankedPair& pair) const {
    return {pair.rank > 0 ? std::to_string(pair.rank) : std::string(),
            pair_name(r_, pair, script_),
            rounded(pair.index, 1),
            word_in_ranking(pair),
            points(pair.change()),
            pair.movement ? points(pair.movement->silence) : std::string(),
            acts_text(pair, script_),
            pair.chance ? chance_text(*pair.chance) : std::string(),
            rounded(pair.support, 1)};
  }

  std::string points(const std::optional<double>& value) const {
    return value ? signed_figure(*value, 1, script_ == Script::ascii) : glyphs_.missing;
  }

  const Ranking& r_;
  Script script_;
  Glyphs glyphs_;
};

}  // namespace

std::string ranking_table(const Ranking& ranking, Script script) { return RankingText(ranking, script).text(); }

}  // namespace detente
