#include "errors.hpp"

#include <regex>
#include <string>
#include <system_error>

#include "cli/advice.hpp"
#include "cli/usage_error.hpp"
#include "detente/ground/error.hpp"
#include "words.hpp"

namespace detente::python {
namespace {

namespace py = pybind11;

PyObject* error_type = nullptr;

void raise(PyObject* type, const py::tuple& arguments, std::string_view code, const std::string& field) {
  const py::object error = py::reinterpret_borrow<py::object>(type)(*arguments);
  error.attr("code") = py::str(std::string(code));
  error.attr("field") = py::str(field);
  PyErr_SetObject(type, error.ptr());
}

void raise_error(const std::string& message, ErrorCode code, const std::string& field) {
  raise(error_type, py::make_tuple(message), to_text(code), field);
}

/// The argument that a message begins with: "every monht: is none of …".
std::string first_word(const std::string& message) {
  static const std::regex name("^[a-z_]+(?=[ :])");
  std::smatch found;
  return std::regex_search(message, found, name) ? found.str() : std::string();
}

void raise_usage(const cli::UsageError& error) {
  const std::string message = error.what(), said = in_python(message);
  const bool names_one = message.starts_with("--") || said.find(": is not an option here") != std::string::npos;
  raise_error(said, ErrorCode::misuse, names_one || said.starts_with("paths:") ? first_word(said) : "");
}

/// The argument for a field of the library's: "source" for "ReadOptions::sources".
std::string argument_for(const std::string& field) {
  const std::string name = field.substr(field.rfind(':') + 1);  // all of it if there is none
  if (name == "sources") return "source";
  return name == "from" ? "from_" : name;
}

void raise_input(const InputError& error) {
  raise_error(in_python(cli::said(error)), error.code(), argument_for(error.field()));
}

/// The library's names of fields: "BandOptions::draws = 3: must be …".
void raise_misuse(const std::invalid_argument& error) {
  const std::string message = error.what();
  const std::size_t equals = message.find(" = ");
  raise_error(in_python(message), ErrorCode::misuse,
              equals == std::string::npos ? "" : argument_for(message.substr(0, equals)));
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const cli::UsageError& error) {
    raise_usage(error);
  } catch (const InputError& error) {
    raise_input(error);
  } catch (const std::invalid_argument& error) {
    raise_misuse(error);
  } catch (const std::system_error& error) {
    raise(PyExc_OSError, py::make_tuple(error.code().value(), error.what()), to_text(ErrorCode::system), "");
  }
}

}  // namespace

void add_errors(py::module_& module) {
  error_type = PyErr_NewExceptionWithDoc("detente.Error", "What is asked cannot be done; `code` and `field` say why.",
                                         PyExc_ValueError, nullptr);
  module.add_object("Error", error_type);
  py::register_exception_translator(translate);
}

}  // namespace detente::python
