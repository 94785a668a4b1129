#include "source.hpp"

#include "cli/input.hpp"
#include "cli/kind.hpp"
#include "cli/pairs_input.hpp"
#include "cli/request.hpp"
#include "cli/usage_error.hpp"
#include "words.hpp"

namespace detente::python {

namespace py = pybind11;

std::vector<std::string> paths_of(const py::object& paths) {
  const py::object text = py::module_::import("os").attr("fspath");
  const bool is_several = py::isinstance<py::list>(paths) || py::isinstance<py::tuple>(paths);
  std::vector<std::string> out;
  for (const py::handle& path : is_several ? py::list(paths) : py::list(py::make_tuple(paths)))
    out.push_back(py::cast<std::string>(text(path)));
  return out;
}

Source::Source(const py::object& log, cli::InputOptions& input) {
  if (py::isinstance<Log>(log))
    log_ = py::cast<std::shared_ptr<Log>>(log);
  else
    input.files = paths_of(log);
}

const ReadResult& Source::events(const ReadOptions& how, const cli::InputOptions& input) {
  if (!reads()) return log_->read;
  read_ = cli::read_files(input, how);
  cli::say_damage(read_.files, input);
  return read_;
}

std::vector<FileReport> Source::pairs(DyadRows& pairs, const cli::InputOptions& input, const cli::CodingOptions& coding,
                                      bool own_scores) {
  if (reads()) return read_.files = cli::read_pairs(pairs, input, coding, own_scores);
  pairs.roll_up_by(cli::actors_for(log_->read.files, coding));
  pairs.finish(log_->read.log);
  return log_->read.files;
}

void add_source(CLI::App& app, const Source& source, cli::InputOptions& input, bool pairs) {
  if (source.reads()) cli::add_reading(app, input);
  if (source.reads() && pairs)
    cli::add_resources(app, input);
  else
    cli::add_threads(app, input);
}

namespace {

void add_options(CLI::App& app, cli::InputOptions& input) {
  make_bare(app);
  cli::add_reading(app, input);
  cli::add_threads(app, input);
}

}  // namespace

std::vector<std::string> read_options_names() {
  cli::InputOptions input;
  CLI::App app;
  add_options(app, input);
  return names_of(app);
}

SharedLog read_events_of(const py::object& paths, const py::kwargs& options) {
  cli::InputOptions input;
  input.files = paths_of(paths);
  CLI::App app;
  add_options(app, input);
  Words(options).read_by(app);

  const py::gil_scoped_release unlocked;
  Listening said;
  ReadResult read = cli::read_files(input, cli::read_options(input));
  cli::say_damage(read.files, input);
  return std::make_shared<const Log>(Log{std::move(read), std::move(said.notes)});
}

}  // namespace detente::python
