#include "readers/formats/laid_out_rows.hpp"

#include <fmt/format.h>

#include "detente/ground/text.hpp"
#include "detente/readers/formats/intake.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

bool is_empty(const FieldRow& row) { return row.raw.find_first_not_of(" \t,;\"") == std::string_view::npos; }

}  // namespace

LaidOutRows::LaidOutRows(RowLayout layout) : layout_(std::move(layout)), plan_(layout_.at) {
  shape_ = {.delimiter = layout_.dialect.delimiter,
            .quoted = layout_.dialect.quoted,
            .header = layout_.header,
            .columns = plan_.columns()};
}

bool LaidOutRows::is_whole(const FieldRow& row, Intake& into) const {
  if (has_right_width(row)) return true;
  reject_width(row, into);
  return false;
}

bool LaidOutRows::has_right_width(const FieldRow& row) const {
  if (row.width >= layout_.least && row.width <= layout_.most) return true;
  if (!layout_.trailing_blanks || row.width < layout_.least || row.raw.size() < row.width - layout_.most) return false;
  const std::string_view extra = row.raw.substr(row.raw.size() - (row.width - layout_.most));
  return extra.find_first_not_of(layout_.dialect.delimiter) == std::string_view::npos;
}

bool LaidOutRows::is_header(const FieldRow& row) const {
  for (std::size_t i = 0; i < row.fields.size() && plan_.columns()[i] < row.width; ++i) {
    const std::string_view field = bare(row.fields[i]);
    const std::string& name = columns().name(plan_.columns()[i]);
    if (field.size() != name.size() || lower(field) != lower(name)) return false;
  }
  return true;
}

void LaidOutRows::tell_unknown_names(const FieldRow& /*row*/, const RowRule& /*rule*/, Intake& /*into*/) const {}

/// A row that is not an event may never have been meant as one.
void LaidOutRows::leave_out(const FieldRow& row, const RowRule& rule, Intake& into) const {
  if (is_empty(row)) return into.set_aside("empty row");
  if (is_header(row)) return into.set_aside("repeated header");
  if (rule.rule.empty()) {
    tell_unknown_names(row, rule, into);
    return into.set_aside(rule.reason);
  }
  into.reject(row, {rule.reason, std::string(rule.rule), plan_.column(rule.field), plan_.written(row, rule.field)});
}

void LaidOutRows::reject_width(const FieldRow& row, Intake& into) const {
  if (is_empty(row)) return into.set_aside("empty row");
  const std::string wanted = layout_.least == layout_.most ? fmt::format("{}", layout_.most)
                                                           : fmt::format("{} or {}", layout_.least, layout_.most);
  into.reject(row, {"wrong number of fields", fmt::format("a row has {} fields, this one {}", wanted, row.width)});
}

}  // namespace detente::detail
