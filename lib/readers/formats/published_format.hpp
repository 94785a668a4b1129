#pragma once
/// \file
/// A format whose columns its publisher has fixed. Recognising a file and making its reader are then one
/// function: a file without the layout is not recognised.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "readers/formats/event_formats.hpp"

namespace detente::detail {

class PublishedFormat : public EventFormat {
 public:
  /// Ids belong to the family: they identify one act between two actors on one day.
  IdSource ids() const override { return {name(), IdScope::report}; }
  /// None: a user who maps columns has a table of their own, which is read as a chronology.
  std::vector<std::string_view> mapped_columns() const final { return {}; }
  Match match(std::string_view head, const ReadOptions& options) const final;
  std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const final;

 protected:
  /// The reader of a file that begins with `head`; if it does not have this format, nothing, and the reason as a
  /// phrase.
  virtual std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options,
                                                Miss& miss) const = 0;
};

}  // namespace detente::detail
