#include "detente/questions/doubt/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/codebooks/built_in.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

void widen(Band& band, std::span<const std::optional<double>> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    band.lower[i] = band.lower[i] ? std::min(*band.lower[i], *values[i]) : values[i];
    band.upper[i] = band.upper[i] ? std::max(*band.upper[i], *values[i]) : values[i];
  }
}

IndexPath path_of(std::span<const Act> acts, std::span<const Day> days, const Scoring& scoring) {
  return index_path(score(scoring.model, acts, days, scoring.direction), days, scoring);
}

/// The acts of the same events under another codebook. A code that has no counterpart there keeps its score.
std::vector<Act> recoded(const EventLog& log, const Selection& selection, const Scoring& scoring,
                         const Codebook& other) {
  const Codebook combined = scoring.codebook.extended_by(scoring.codebook.rescored_by(other));
  return code_events(log, selection, combined, scoring.rules, scoring.own_scores).acts;
}

/// Whether any of the acts' codes points into the other codebook.
bool reaches(const Codebook& terms, const Codebook& other, std::span<const Act> acts) {
  const Codebook rescored = terms.rescored_by(other);
  return std::any_of(acts.begin(), acts.end(), [&](const Act& act) {
    const CodeEntry* entry = rescored.find(act.code);
    const CodeEntry* own = terms.find(act.code);
    return entry && own && (terms.scheme() == other.scheme() || !other.find(act.code));
  });
}

class Collector {
 public:
  Collector(const EventLog& log, const Selection& selection, const History& history, const Scoring& scoring,
            const WorkControl& control)
      : log_(&log), selection_(&selection), history_(&history), scoring_(&scoring), control_(&control) {}

  void models(const Catalogue& catalogue) {
    for (const Catalogue::Variant& variant : catalogue.variants(scoring_->model.text())) {
      Scoring other = *scoring_;
      other.model = catalogue.make(variant.text);
      add(variant.change, history_->coding.acts, other);
    }
  }

  void kappas() {
    if (scoring_->scale.kind != ScaleKind::softsign) return;
    for (const double kappa : {5.0, 20.0}) {
      if (kappa == scoring_->scale.kappa) continue;
      Scoring other = *scoring_;
      other.scale.kappa = kappa;
      add(fmt::format("kappa={}", kappa), history_->coding.acts, other);
    }
  }

  void codebooks() {
    for (const std::string_view name : built_in_codebook_names()) {
      if (name == scoring_->codebook.name()) continue;
      const Codebook other = built_in_codebook(name);
      if (!reaches(scoring_->codebook, other, history_->coding.acts)) continue;
      add(fmt::format("codebook {}", name), recoded(*log_, *selection_, *scoring_, other), *scoring_);
    }
  }

  void reweightings() {
    for (const double power : {0.5, 2.0}) {
      std::vector<Act> acts(history_->coding.acts);
      for (Act& act : acts) act.points = reweighted(act.points, power);
      add(fmt::format("scores to the power {}", power), acts, *scoring_);
    }
  }

  std::vector<Alternative> take() { return std::move(alternatives_); }

 private:
  void add(std::string choice, std::span<const Act> acts, const Scoring& scoring) {
    control_->at({alternatives_.size(), std::nullopt, "alternatives"});
    alternatives_.push_back({std::move(choice), path_of(acts, history_->days, scoring)});
  }

  const EventLog* log_;
  const Selection* selection_;
  const History* history_;
  const Scoring* scoring_;
  const WorkControl* control_;
  std::vector<Alternative> alternatives_;
};

}  // namespace

double reweighted(double points, double power) {
  return std::copysign(10 * std::pow(std::abs(points) / 10, power), points);
}

Sensitivity sensitivity(const EventLog& log, const Selection& selection, const History& history, const Scoring& scoring,
                        std::span<const Period> periods, SampleAt at, const Catalogue& catalogue,
                        const WorkControl& control) {
  Collector collector(log, selection, history, scoring, control);
  collector.models(catalogue);
  collector.kappas();
  collector.codebooks();
  collector.reweightings();

  const IndexPath point = path_of(history.coding.acts, history.days, scoring);
  const auto point_periods = sample_periods(periods, at, history.days, point.index);
  Sensitivity out{collector.take(), {point.index, point.index}, {point_periods, point_periods}};
  for (const Alternative& alternative : out.alternatives) {
    widen(out.daily, alternative.path.index);
    widen(out.periods, sample_periods(periods, at, history.days, alternative.path.index));
  }
  return out;
}

}  // namespace detente
