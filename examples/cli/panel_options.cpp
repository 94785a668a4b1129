#include "panel_options.hpp"

#include <vector>

#include "input.hpp"
#include "request.hpp"
#include "stopping.hpp"

namespace detente::cli {

namespace {

void add_how(CLI::App& app, PanelOptions& options) {
  add_panel_scoring(app, options.scoring);
  add_coding(app, options.coding);
  add_periods(app, options.periods);
  add_panel_bands(app, options.uncertainty);
}

void add_where(CLI::App& app, PanelOptions& options) {
  add_reading(app, options.input);
  add_resources(app, options.input);
  add_output(app, options.output);
}

}  // namespace

void add_panel_options(CLI::App& app, PanelOptions& options) {
  add_files(app, options.input);
  add_store(app, options.input);
  add_how(app, options);
  add_ranking(app, options.ranking);
  add_where(app, options);
  app.get_option("--output")->default_str("csv; table for a ranking");
}

void add_shared_panel_options(CLI::App& app, PanelOptions& options) {
  add_files(app, options.input);
  add_how(app, options);
  add_where(app, options);
  app.get_option("--output")->default_str("csv");
}

Form checked_form(PanelOptions& options) {
  OutputOptions& output = options.output;
  if (output.format.empty()) output.format = options.ranking.wanted() ? "table" : "csv";
  const Form form = form_of(output);
  check_ranking(options.ranking, options.periods, options.uncertainty);
  (void)request_for(options, {});
  std::vector<NamedFile> read = files_read(options.input, options.coding, options.scoring);
  read.push_back({"--calibration", options.ranking.calibration});
  refuse_overlaps(
      read, {{"--to-file", output.to_file}, {"--rejects", options.input.rejects}, {"--page", options.ranking.page}});
  (void)actors_of(options.coding);
  return form;
}

PanelRequest request_for(const PanelOptions& options, const FileKind& kind) {
  PanelRequest request = panel_request(completed(options.scoring, kind), completed(options.coding, kind),
                                       options.periods, options.uncertainty);
  request.threads = options.input.threads.value_or(0);
  request.assumptions = kind.assumptions;
  request.control.stop = stopping();
  return request;
}

}  // namespace detente::cli
