#pragma once
/// \file
/// The Cline Center's historical Phoenix events (1945 to 2019, from the New York Times, the BBC's Summary of World
/// Broadcasts and the CIA's FBIS): a CSV with a header of 25 columns, machine-coded in CAMEO by PETRARCH-2.
///
/// Source and target are `source_root` and `target_root`: a country as three letters, or a kind of actor without a
/// country, which stays as the coder wrote it. The day is `year`, `month` and `day`, which avoid any doubt about the
/// order of a written date; without them `story_date`, if it is written yyyy-mm-dd or yyyymmdd. Codes are text in the
/// publisher's files and have lost their zeros in copies; `root_code` shows which. The score is `goldstein`. The files
/// do not say when an event was reported.
///
/// An id is `eid`. Each of the three sources counts its own, so it names one act between two actors on one day.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Cline : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("cline"); }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
