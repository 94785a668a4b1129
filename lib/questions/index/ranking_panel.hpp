#pragma once
/// \file
/// What a ranking asks of a panel: the same pairs, scored the same way.

#include "detente/questions/index/panel.hpp"
#include "detente/questions/index/ranking.hpp"

namespace detente::detail {

inline PanelRequest panel_of(const RankingRequest& request) {
  PanelRequest out{.scoring = request.scoring};
  out.issue = request.issue;
  out.as_of = request.as_of;
  out.assumptions = request.assumptions;
  return out;
}

}  // namespace detente::detail
