#pragma once
/// \file
/// Keyword arguments are the options of the program `detente`: `half_life="…"` is `--half-life …`. The program's own
/// lists of options read them, so they mean the same, have the same defaults and are refused with the same words.
///
/// | Python | program |
/// |---|---|
/// | `every="week"`, `from_="2025"`, `draws=200` | `--every week`, `--from 2025`, `--draws 200` |
/// | `no_bands=True`, `one_a_day=False` | `--no-bands`, `--no-one-a-day` |
/// | `also=["USA:VEN=0.3"]` | `--also`, once for each |
/// | `as_of=datetime.date(2025, 9, 30)` | `--as-of 2025-09-30` |
/// | `None` | not given |

#include <pybind11/pybind11.h>

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace detente::python {

/// What stands on a command line for some keyword arguments.
class Words {
 public:
  explicit Words(const pybind11::kwargs& options);
  Words& add(const std::string& option, const pybind11::handle& value);
  Words& add(std::vector<std::string> words);

  /// Has the options of `app` take them. Throws `cli::UsageError` for a word that is none of them, or breaks a rule.
  void read_by(CLI::App& app) const;

 private:
  std::vector<std::string> words_;
};

/// An empty list of options.
void make_bare(CLI::App& app);
/// Their names as Python writes them, in order.
std::vector<std::string> names_of(const CLI::App& app);
/// "A:B" of a pair of names, or the text itself.
pybind11::object pair_text(const pybind11::object& dyad);

/// "--no-bands" of a message in Python's words: "no_bands".
std::string in_python(std::string_view message);

}  // namespace detente::python
