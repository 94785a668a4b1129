// A user of the library, built from outside in three ways: two events in, an index out.
#include <detente/detente.hpp>
#include <cstdio>

#ifdef WITH_FIT
#include <detente/fit/latent_level_fit.hpp>
#endif
#ifdef WITH_LIVE
#include <detente/live/store/store.hpp>
#endif
#ifdef WITH_MPI
#include <detente/distributed/mpi/panel_mpi.hpp>
#endif
#ifdef WITH_JSON
#include <detente/output/json/json.hpp>
#endif

int main() {
  using namespace detente;
  EventLog log("consumer");
  log.add({.date = DateSpan::on(Day::from_civil(2025, 10, 24)),
           .source = "USA",
           .target = "COL",
           .code = "sanction_on_head_of_state"});
  log.add({.date = DateSpan::on(Day::from_civil(2026, 1, 7)), .source = "COL", .target = "USA", .code = "phone_call"});

  Selection selection;
  selection.dyad = {"USA", "COL"};
  const IndexReport report = index_report(
      log, {.selection = selection,
            .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")}});
  std::printf("%s\n", to_text(report.headline).c_str());
#ifdef WITH_JSON
  std::printf("%zu bytes of JSON\n", index_json(report).size());
#endif
#ifdef WITH_FIT
  if (fit_latent_level(DayMeans{}).status != FitStatus::failed) return 2;
#endif
#ifdef WITH_MPI
  MPI_Init(nullptr, nullptr);
  {
    PanelJob job;
    job.files = {"/no/such/file"};
    try {
      const MpiPanel made(job, MPI_COMM_WORLD);
      return 4;
    } catch (const std::system_error&) {
    }
  }
  MPI_Finalize();
#endif
#ifdef WITH_LIVE
  if (const auto file = std::filesystem::current_path() / "consumer.db"; !std::filesystem::exists(file))
    (void)Store::create(file, {{"codebook", "plain"}});
  if (Store::open_read_only(std::filesystem::current_path() / "consumer.db").head().sequence != 0) return 3;
#endif
  return report.series.rows.size() == 4 && report.headline.open_measures == 1 ? 0 : 1;
}
