#pragma once
/// \file
/// ICEWS, the Integrated Crisis Early Warning System's coded events (1995 to 2023, Harvard Dataverse, `.tab`):
/// tab-separated, with a header, machine-coded in CAMEO with two codes of its own (1951 and 1952, attacks by remotely
/// piloted aircraft).
///
/// Countries are names, which become ISO 3166-1 codes by country_names.hpp; a name that the table lacks sets the row
/// aside as "unknown country name" and is counted (`FileReport::unknown_names`). A missing value is written NULL, NA or
/// left empty. The day is Event Date; the files do not say when it was reported. Intensity is the source's own score,
/// and Event Text, the label of the code, becomes the note. 27 % of the rows are one act coded both ways; the coding
/// rules handle that, not the reader.
///
/// Columns are found by name, so a release that reorders them, and a copy by R ("Event.Date"), are read too. Copies
/// lose the zeros of codes, and no column shows which: a code of two digits, or of three from 210 on, is "leading zero
/// lost".
///
/// An id is Event ID and belongs to ICEWS.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Icews : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("icews"); }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
