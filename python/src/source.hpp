#pragma once
/// \file
/// Where a question's events come from: a log that was read before, or files that are read for it.

#include <pybind11/pybind11.h>

#include "cli/options.hpp"
#include "detente/engines/dyad_rows.hpp"
#include "questions.hpp"

namespace detente::python {

class Source {
 public:
  /// Sets the files of `input` if they are to be read.
  Source(const pybind11::object& log, cli::InputOptions& input);

  /// Whether files are read, so that options of reading apply.
  bool reads() const { return log_ == nullptr; }
  /// For one pair, whose events keep where they came from. Says what is wrong with the files.
  const ReadResult& events(const ReadOptions& how, const cli::InputOptions& input);
  /// Every pair, into `pairs`; gives the reports of the files.
  std::vector<FileReport> pairs(DyadRows& pairs, const cli::InputOptions& input, const cli::CodingOptions& coding,
                                bool own_scores);
  /// The reports of files that were read for the question.
  std::vector<FileReport> own_files() const { return reads() ? read_.files : std::vector<FileReport>(); }

 private:
  SharedLog log_;
  ReadResult read_;
};

/// The options of reading, where files are read.
void add_source(CLI::App& app, const Source& source, cli::InputOptions& input, bool pairs);

}  // namespace detente::python
