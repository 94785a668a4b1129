#pragma once
/// \file
/// What the functions of the module have in common. A question is a struct with `input`, with `add_options(app, source)`
/// and with `answer(source)`.

#include <CLI/CLI.hpp>
#include <utility>

#include "questions.hpp"
#include "source.hpp"
#include "words.hpp"

namespace detente::python {

/// Takes the words while Python's lock is held, and answers without it.
template <class Question>
Result answer_to(const pybind11::object& log, const Words& words) {
  Question question;
  Source source(log, question.input);
  CLI::App app;
  make_bare(app);
  question.add_options(app, source);
  words.read_by(app);

  const pybind11::gil_scoped_release unlocked;
  Listening said;
  Result out = question.answer(source);
  out.notes = std::move(said.notes);
  return out;
}

/// The options of a question that reads files.
template <class Question>
std::vector<std::string> option_names() {
  Question question;
  const Source source(pybind11::str("events.csv"), question.input);
  CLI::App app;
  make_bare(app);
  question.add_options(app, source);
  return names_of(app);
}

}  // namespace detente::python
