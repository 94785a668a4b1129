#pragma once
/// \file
/// The Cline Center's historical Phoenix events (1945 to 2019, from the New York Times, the BBC's Summary of World
/// Broadcasts and the CIA's FBIS): a CSV with a header of 25 columns, machine-coded in CAMEO by PETRARCH-2.
///
/// Source and target are `source_root` and `target_root`: a country by three letters, or a kind of actor that has none
/// and stays what the coder wrote. The day is `year`, `month` and `day`, which leave no doubt about the order of a
/// written date; without them `story_date`, if it is written yyyy-mm-dd or yyyymmdd. Codes are text in the publisher's
/// files and have lost their zeros in copies; `root_code` proves which. The score is `goldstein`. When an event was
/// reported is not said.
///
/// Ids (`eid`) belong to the file: the three sources count for themselves.

#include "readers/formats/machine_format.hpp"

namespace detente::detail {

class Cline : public MachineFormat {
 public:
  std::string_view name() const override { return "cline"; }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
