#include "detente/distributed/mpi/panel_mpi.hpp"

#include <utility>

#include "distributed/merged_texts.hpp"
#include "distributed/mpi/rank_panel.hpp"
#include "distributed/mpi/text_exchange.hpp"

namespace detente {
using namespace detail;

struct MpiPanel::Inside {
  Inside(const PanelJob& job, MPI_Comm comm, const MpiPanelOptions& options) : panel(job, comm, options) {}

  /// On rank 0: the texts of all ranks.
  std::vector<std::unique_ptr<TextReader>> all_texts() {
    std::vector<std::unique_ptr<TextReader>> out;
    for (std::size_t from = 1; from < panel.ranks().size(); ++from)
      out.push_back(std::make_unique<TextReader>(std::make_unique<RemoteTexts>(panel.ranks(), from)));
    let_go = true;
    for (auto& texts : panel.own_texts()) out.push_back(std::move(texts));
    return out;
  }

  RankPanel panel;
  bool let_go = false;  ///< whether rank 0 has asked the others for their texts
};

MpiPanel::MpiPanel(const PanelJob& job, MPI_Comm ranks, const MpiPanelOptions& options)
    : inside_(std::make_unique<Inside>(job, ranks, options)) {}

MpiPanel::~MpiPanel() {
  const Ranks& ranks = inside_->panel.ranks();
  if (!ranks.is_first() || inside_->let_go) return;
  for (std::size_t from = 1; from < ranks.size(); ++from) RemoteTexts(ranks, from);
}

bool MpiPanel::is_first() const noexcept { return inside_->panel.ranks().is_first(); }
const std::vector<FileReport>& MpiPanel::files() const noexcept { return inside_->panel.files; }
const PanelRequest& MpiPanel::request() const noexcept { return inside_->panel.parts().request(); }
const PanelSummary& MpiPanel::summary() const noexcept { return inside_->panel.summary; }
const std::vector<ActorRollUp>& MpiPanel::rolled_up() const noexcept { return inside_->panel.rolled_up; }
const std::vector<PhaseTime>& MpiPanel::phases() const noexcept { return inside_->panel.phases; }
const StageReport& MpiPanel::read() const noexcept { return inside_->panel.read; }
const StageReport& MpiPanel::scored() const noexcept { return inside_->panel.scored; }

void MpiPanel::write_rejects() const {
  detail::write_rejects(inside_->panel.parts().findings(), inside_->panel.job().read);
}

void MpiPanel::write(const std::function<void(std::string_view)>& write) {
  RankPanel& panel = inside_->panel;
  if (!panel.ranks().is_first()) return send_texts(panel.ranks(), panel.own_texts());
  const double begin = MPI_Wtime();
  write_texts(inside_->all_texts(), write);
  const double seconds = MPI_Wtime() - begin;
  panel.phases.push_back({"write", seconds, seconds, seconds});
}

}  // namespace detente
