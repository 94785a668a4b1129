#include "words.hpp"

#include <algorithm>
#include <regex>
#include <utility>

#include "cli/usage_error.hpp"

namespace detente::python {
namespace {

namespace py = pybind11;

/// "from_" is "--from": Python keeps the word `from` to itself.
std::string option_of(std::string name) {
  if (name.ends_with('_')) name.pop_back();
  std::replace(name.begin(), name.end(), '_', '-');
  return "--" + name;
}

bool is_list(const py::handle& value) { return py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value); }

[[noreturn]] void refuse_unknown(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  const std::string word = in_python(left.front().substr(0, left.front().find('=')));
  throw cli::UsageError(word + ": is not an option here" + cli::did_you_mean(word, names_of(app)));
}

}  // namespace

Words::Words(const py::kwargs& options) {
  for (const auto& [name, value] : options) add(option_of(py::cast<std::string>(name)), value);
}

Words& Words::add(const std::string& option, const py::handle& value) {
  if (value.is_none()) return *this;
  if (is_list(value)) {
    for (const py::handle& each : value) add(option, each);
  } else if (!py::isinstance<py::bool_>(value)) {
    words_.push_back(option + "=" + py::cast<std::string>(py::str(value)));
  } else if (py::cast<bool>(value)) {
    words_.push_back(option);
  } else if (option == "--one-a-day") {  // the one flag that is a default for some files
    words_.emplace_back("--no-one-a-day");
  }
  return *this;
}

Words& Words::add(std::vector<std::string> words) {
  std::move(words.begin(), words.end(), std::back_inserter(words_));
  return *this;
}

void Words::read_by(CLI::App& app) const {
  try {
    app.parse(std::vector<std::string>(words_.rbegin(), words_.rend()));
  } catch (const CLI::ExtrasError&) {
    refuse_unknown(app);
  } catch (const CLI::ParseError& error) {
    throw cli::UsageError(error.what());
  }
}

void make_bare(CLI::App& app) {
  app.set_help_flag();
  app.name("detente");
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::Option* option : app.get_options()) out.push_back(in_python(option->get_name()));
  return out;
}

py::object pair_text(const py::object& dyad) {
  const bool is_pair = py::isinstance<py::tuple>(dyad) && py::len(dyad) == 2;
  return is_pair ? py::object(py::str("{}:{}").format(*py::tuple(dyad))) : dyad;
}

std::string in_python(std::string_view message) {
  static const std::regex option("--([a-z]+(-[a-z]+)*)");
  const std::string text(message);
  std::string out;
  auto rest = text.begin();
  for (std::sregex_iterator found(text.begin(), text.end(), option), none; found != none; ++found) {
    std::string name = (*found)[1];
    std::replace(name.begin(), name.end(), '-', '_');
    out.append(rest, text.begin() + found->position()).append(name == "from" ? "from_" : name);
    rest = text.begin() + found->position() + found->length();
  }
  return out.append(rest, text.end());
}

}  // namespace detente::python
