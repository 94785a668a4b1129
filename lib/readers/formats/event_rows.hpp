#pragma once
/// \file
/// What the readers of data sets of deadly events share: people coded each row, once, with dates of several precisions
/// and numbers of deaths, so a row becomes a full event.

#include <string_view>

#include "detente/values/event.hpp"
#include "readers/formats/laid_out_rows.hpp"

namespace detente::detail {

class EventRows : public LaidOutRows {
 public:
  using LaidOutRows::LaidOutRows;
  void take(const FieldRow& row, Intake& into) const override;

 protected:
  /// Fills the event, except for its line.
  virtual Ruling read(const FieldRow& row, Event& event) const = 0;

  /// Two different actors, as written.
  Ruling take_actors(const FieldRow& row, Event& event) const;
  /// Deaths are acts: as many as died, and one if nobody did or nobody knows.
  Ruling take_deaths(const FieldRow& row, Event& event) const;
  /// The field as people read it.
  std::string kept(const FieldRow& row, Field field) const;
};

}  // namespace detente::detail
