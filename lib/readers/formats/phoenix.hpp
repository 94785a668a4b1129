#pragma once
/// \file
/// Phoenix daily, the Open Event Data Alliance's near-real-time events (2014 to 2019): 26 columns between tabs, without
/// a header, machine-coded in CAMEO by PETRARCH.
///
/// An actor is written in full ("USAGOV") and in parts; source and target are its entity, the first three letters,
/// which is a country or a kind of actor that has none (IGO, NGO, IMG) and stays what the coder wrote. An entity "---"
/// is none. The score is GoldsteinScore, the address whatever URLs holds. When an event was reported is not said, nor
/// how often.
///
/// Ids count from 0 in every daily file, so they belong to the file.

#include "readers/formats/machine_format.hpp"

namespace detente::detail {

class Phoenix : public MachineFormat {
 public:
  std::string_view name() const override { return "phoenix"; }

 protected:
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;
};

}  // namespace detente::detail
