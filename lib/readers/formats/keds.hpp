#pragma once
/// \file
/// KEDS, the Kansas Event Data System's data sets (Levant, Balkans, Gulf and others, 1979 on): tab-separated date,
/// source, target, code, and in some sets a text, with or without a header. Codes are CAMEO's in the newer sets and
/// WEIS's in the older ones; the codebook is chosen when they are scored.
///
/// The date is yyyy-mm-dd, yyyymmdd or yymmdd, where 45 to 99 are years of the twentieth century and 00 to 44 of this
/// one. Actors stay as written (ISRMIL, PALPLO); a table of actors says which of them count as a country. An actor
/// "---" is missing. Some codes are damaged, such as "0841]"; a code that is not two to four digits is a bad code.
///
/// There are no ids, no scores and no reported days.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Keds : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("keds"); }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
