#pragma once
/// \file
/// The functions of the module: words in, columns out. Each holds Python's lock while it reads its arguments and gives
/// it up while it works.

#include <pybind11/pybind11.h>

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "arrow.hpp"
#include "detente/contracts/index_series.hpp"
#include "detente/readers/read_events.hpp"
#include "session.hpp"

namespace detente::python {

/// Events that were read, for any number of questions. Nothing changes it, so threads may share it.
struct Log {
  ReadResult read;
  std::vector<Note> notes;
};
using SharedLog = std::shared_ptr<const Log>;

/// What a result was made from, and what is true of all of it: a name, and a text, a number, a truth or texts.
using Fact = std::variant<std::string, bool, double, std::vector<std::string>>;
using Facts = std::map<std::string, Fact>;

struct Result {
  SharedTable table;
  Facts about = {};
  std::vector<Note> notes = {};
  /// Of what was read for it, if it was given paths.
  std::vector<FileReport> files = {};
};

SharedLog read_events_of(const pybind11::object& paths, const pybind11::kwargs& options);
/// `log` is a Log or paths.
Result index_of(const pybind11::object& log, const pybind11::object& dyad, const pybind11::kwargs& options);
Result panel_of(const pybind11::object& log, const pybind11::kwargs& options);
Result explain_of(const pybind11::object& log, const pybind11::object& dyad, const pybind11::object& from,
                  const pybind11::object& to, const pybind11::kwargs& options);
Result compare_of(const pybind11::object& log, const pybind11::kwargs& options);

/// Which options they take, as Python names them.
std::vector<std::string> read_options_names();
std::vector<std::string> index_options();
std::vector<std::string> panel_options();
std::vector<std::string> explain_options();
std::vector<std::string> compare_options();

/// Paths, or one of them, as texts.
std::vector<std::string> paths_of(const pybind11::object& paths);

Facts facts_of(const Provenance& provenance);
/// "0.1.0"
std::string version_text();

}  // namespace detente::python
