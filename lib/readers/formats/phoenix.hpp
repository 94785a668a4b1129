#pragma once
/// \file
/// Phoenix daily, the Open Event Data Alliance's near-real-time events (2014 to 2019): 26 tab-separated columns,
/// without a header, machine-coded in CAMEO by PETRARCH.
///
/// An actor is written in full ("USAGOV") and in parts; source and target are its entity, the first three letters,
/// which is a country or a kind of actor without one (IGO, NGO, IMG) and stays as the coder wrote it. An entity "---"
/// is missing. The score is GoldsteinScore, and the link is whatever URLs holds. The files do not say when or how often
/// an event was reported.
///
/// Ids count from 0 in every daily file, so an id names one act between two actors on one day.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Phoenix : public PublishedFormat {
 public:
  const FormatInfo& info() const override { return *find_format("phoenix"); }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
