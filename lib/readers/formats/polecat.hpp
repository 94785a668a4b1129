#pragma once
/// \file
/// POLECAT, the successor of ICEWS (2018 on, Harvard Dataverse, weekly and monthly `.txt`): tab-separated, with a
/// header of 40 columns, machine-coded in PLOVER. Columns are found by name; Intensity is also called Event Intensity.
///
/// The code is the event type and, where there is one, its mode, as the codebook `plover` writes them: SANCTION with
/// the mode "expel" is "SANCTION:Expel". Several modes of one act are a list ("demo; riot"), and the act then has only
/// the code of its type, which covers them. Countries are ISO 3166-1 codes; a side that is several countries ("USA;
/// GBR") sets the row aside. Reported is Publication Date, score Intensity, and the note gives the names of actor and
/// recipient in the news. A missing value is written "None".
///
/// Three kinds of damage are known. Text is Latin-1 in places, and is kept as UTF-8. Some rows end in extra tabs, which
/// are allowed. Some headers name more columns than their rows have; rows of 40 fields are then read in the published
/// order.
///
/// An id is Event ID and belongs to POLECAT.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Polecat : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("polecat"); }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
