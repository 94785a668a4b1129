/// The module detente._detente: what Python sees of the sources beside this one.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

#include "errors.hpp"
#include "numpy.hpp"
#include "questions.hpp"

namespace py = pybind11;
using namespace detente;
using namespace detente::python;

namespace {

py::object day_of(const std::optional<Day>& day) {
  return day ? py::module_::import("datetime").attr("date").attr("fromisoformat")(to_text(*day)) : py::none();
}

const Column& column_called(const Result& result, const std::string& name) {
  for (const Column& column : *result.table)
    if (column.name() == name) return column;
  throw py::key_error(name);
}

std::vector<std::string> column_names(const Result& result) {
  std::vector<std::string> out;
  for (const Column& column : *result.table) out.push_back(column.name());
  return out;
}

py::dict arrays_of(const Result& result) {
  py::dict out;
  for (const Column& column : *result.table) out[py::str(column.name())] = numpy_array(result.table, column);
  return out;
}

std::string shown(const Result& result) {
  std::string names;
  for (const std::string& name : column_names(result)) names += (names.empty() ? "" : ", ") + name;
  return "<detente.Table: " + std::to_string(rows_of(*result.table)) + " rows of " + names + ">";
}

void add_damage(py::module_& m) {
  py::class_<Note>(m, "Note")
      .def_readonly("kind", &Note::kind)
      .def_readonly("text", &Note::text)
      .def("__repr__", [](const Note& n) { return "<detente.Note " + n.kind + ": " + n.text + ">"; });
  py::class_<DamageExample>(m, "DamageExample")
      .def_readonly("line", &DamageExample::line)
      .def_readonly("column", &DamageExample::column)
      .def_readonly("column_name", &DamageExample::column_name)
      .def_readonly("reason", &DamageExample::reason)
      .def_readonly("rule", &DamageExample::rule)
      .def_readonly("text", &DamageExample::text);
  py::class_<FileReport>(m, "FileReport")
      .def_readonly("path", &FileReport::path)
      .def_readonly("name", &FileReport::name)
      .def_readonly("format", &FileReport::format)
      .def_readonly("rows", &FileReport::rows)
      .def_readonly("kept", &FileReport::kept)
      .def_readonly("set_aside", &FileReport::set_aside)
      .def_readonly("rejected", &FileReport::rejected)
      .def_readonly("examples", &FileReport::examples)
      .def_readonly("unknown_columns", &FileReport::unknown_columns)
      .def_readonly("codes", &FileReport::codes)
      .def_property_readonly("first_day", [](const FileReport& f) { return day_of(f.first_day); })
      .def_property_readonly("last_day", [](const FileReport& f) { return day_of(f.last_day); })
      .def("__str__", [](const FileReport& f) { return report_text(f); })
      .def("__repr__", [](const FileReport& f) { return "<detente.FileReport " + report_line(f) + ">"; });
}

void add_log(py::module_& m) {
  py::class_<Log, std::shared_ptr<Log>>(m, "Log")
      .def("__len__", [](const Log& log) { return log.read.log.size(); })
      .def_property_readonly("files", [](const Log& log) { return log.read.files; })
      .def_readonly("notes", &Log::notes)
      .def("__repr__",
           [](const Log& log) { return "<detente.Log of " + std::to_string(log.read.log.size()) + " events>"; });
}

void add_table(py::module_& m) {
  py::class_<Result>(m, "Table")
      .def("__len__", [](const Result& r) { return rows_of(*r.table); })
      .def("__getitem__",
           [](const Result& r, const std::string& c) { return numpy_array(r.table, column_called(r, c)); })
      .def("__repr__", shown)
      .def_property_readonly("columns", column_names)
      .def_readonly("about", &Result::about)
      .def_readonly("notes", &Result::notes)
      .def_readonly("files", &Result::files)
      .def("to_numpy", arrays_of)
      .def("to_pandas", [](const Result& r) { return py::module_::import("pandas").attr("DataFrame")(arrays_of(r)); })
      .def("__arrow_c_schema__", [](const Result& r) { return schema_capsule(r.table); })
      .def(
          "__arrow_c_array__", [](const Result& r, const py::object&) { return array_capsules(r.table); },
          py::arg("requested_schema") = py::none())
      .def(
          "__arrow_c_stream__", [](const Result& r, const py::object&) { return stream_capsule(r.table); },
          py::arg("requested_schema") = py::none());
}

void add_questions(py::module_& m) {
  m.def("read_events", read_events_of, py::arg("paths"));
  m.def("index", index_of, py::arg("log"), py::arg("dyad"));
  m.def("panel", panel_of, py::arg("log"));
  m.def("explain", explain_of, py::arg("log"), py::arg("dyad"), py::arg("from_"), py::arg("to"));
  m.def("compare", compare_of, py::arg("log"));
  m.def("_options", [] {
    return std::map<std::string, std::vector<std::string>>{{"read_events", read_options_names()},
                                                           {"index", index_options()},
                                                           {"panel", panel_options()},
                                                           {"explain", explain_options()},
                                                           {"compare", compare_options()}};
  });
}

}  // namespace

PYBIND11_MODULE(_detente, m) {
  m.attr("__version__") = version_text();
  add_errors(m);
  add_damage(m);
  add_log(m);
  add_table(m);
  add_questions(m);
}
