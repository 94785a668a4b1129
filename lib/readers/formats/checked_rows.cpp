#include "readers/formats/checked_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

// ---- what may not be ----

const Day first_day_of_calendar = Day::from_civil(1400, 1, 1), last_day_of_calendar = Day::from_civil(9999, 12, 31);

void require_calendar(std::string_view field, Day day) {
  if (day < first_day_of_calendar || last_day_of_calendar < day)
    throw_invalid(field, fmt::format("{} days from 1970", day.value), "a day is of the years 1400 to 9999");
}

void require_calendar(const DateSpan& date) {
  require_calendar("date", date.first);
  if (!date.is_open()) require_calendar("date", date.last);
}

/// The rules of an event, but for its text.
void require_possible(const Event& event) {
  require_calendar(event.date);
  for (const auto& [name, day] : {std::pair("reported", event.reported), std::pair("until", event.until)})
    if (day) require_calendar(name, *day);
  require_sound(event);
}

void require_possible(const BriefEvent& event) {
  require_calendar("day", event.day);
  if (event.reported) require_calendar("reported", *event.reported);
}

bool is_text(std::string_view text) { return is_utf8(text) && text.find('\0') == std::string_view::npos; }

template <class AnyEvent>
bool has_text(const AnyEvent& event) {
  return is_text(event.id) && is_text(event.source) && is_text(event.target) && is_text(event.code) &&
         is_text(event.issue);
}

bool has_all_text(const Event& event) {
  return has_text(event) && is_text(event.source_name) && is_text(event.object) &&
         std::all_of(event.extra.begin(), event.extra.end(),
                     [](const auto& extra) { return is_text(extra.first) && is_text(extra.second); });
}

// ---- one row ----

/// The intake of one row. What it passes on is in order.
class CheckedRow final : public Intake {
 public:
  CheckedRow(const FieldRow& row, Intake& into) : row_(&row), into_(&into) {}

  void keep(Event event) override {
    count();
    require_possible(event);
    if (!has_all_text(event)) return reject_text();
    event.line = row_->line;
    for (std::string* text : {&event.note, &event.url}) *text = kept_text(std::string(*text), buffer_);
    into_->keep(std::move(event));
  }

  void keep(const BriefEvent& given) override {
    count();
    require_possible(given);
    if (!has_text(given)) return reject_text();
    BriefEvent event = given;
    std::string url;
    event.line = row_->line;
    event.note = kept_text(given.note, buffer_);
    event.url = kept_text(given.url, url);
    into_->keep(event);
  }

  void set_aside(std::string_view reason) override {
    count();
    into_->set_aside(reason);
  }

  void unknown_name(std::string_view name) override { into_->unknown_name(name); }

  void reject(const FieldRow& row, const Rejection& why) override {
    count();
    into_->reject(row, why);
  }

  void finish() const {
    if (times_ == 0) throw std::logic_error("it neither keeps the row, nor sets it aside, nor rejects it");
  }

 private:
  void count() {
    if (++times_ > 1) throw std::logic_error("it passes the row on twice");
  }
  void reject_text() { into_->reject(*row_, {"not UTF-8", "text is UTF-8 without NUL bytes"}); }

  const FieldRow* row_;
  Intake* into_;
  std::string buffer_;
  int times_ = 0;
};

/// Calls `act`; what it throws becomes `fail(why)`. Memory that runs out, and a log that is full, are not its fault.
template <class Act, class Fail>
auto blamed(const Act& act, const Fail& fail) {
  try {
    return act();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::length_error&) {
    throw;
  } catch (const std::exception& error) {
    fail(error.what());
  } catch (...) {
    fail("it threw what is no std::exception");
  }
  throw std::logic_error("a failure ends the work");
}

// ---- all rows ----

class CheckedRows final : public RowReader {
 public:
  explicit CheckedRows(std::unique_ptr<const RowReader> rows) : rows_(std::move(rows)) {}

  const RowShape& shape() const override { return rows_->shape(); }
  std::span<const std::string> column_names() const override { return rows_->column_names(); }
  bool has_numbered_columns() const override { return rows_->has_numbered_columns(); }
  std::vector<std::string> unknown_columns() const override { return rows_->unknown_columns(); }

  void take(const FieldRow& row, Intake& into) const override {
    blamed(
        [&] {
          CheckedRow checked(row, into);
          rows_->take(row, checked);
          checked.finish();
        },
        [&](const char* why) { throw RowFailure(row.line, why); });
  }

 private:
  std::unique_ptr<const RowReader> rows_;
};

void require_shape(const RowShape& shape) {
  if (!std::is_sorted(shape.columns.begin(), shape.columns.end(), std::less_equal<>()))
    throw std::logic_error("the columns of its shape do not ascend");
  if (shape.delimiter == '\n' || shape.delimiter == '\r' || (shape.quoted && shape.delimiter == '"'))
    throw std::logic_error("the delimiter of its shape is a line end or a quote");
}

std::unique_ptr<const RowReader> checked(std::unique_ptr<const RowReader> rows) {
  if (!rows) throw std::logic_error("it opens a file that fits it without a reader");
  require_shape(rows->shape());
  return std::make_unique<CheckedRows>(std::move(rows));
}

}  // namespace

void throw_format_failed(const std::string& place, const EventFormat& format, std::string_view why) {
  throw InputError(ErrorCode::format_failed,
                   fmt::format("{}: its format {} failed: {}", place, format.name(), visible(why, 400)),
                   "ReadOptions::formats");
}

Match match_checked(const EventFormat& format, std::string_view head, std::string_view file,
                    const ReadOptions& options) {
  if (!is_own(format, options)) return format.match(head, options);
  return blamed([&] { return format.match(head, options); },
                [&](const char* why) { throw_format_failed(std::string(file), format, why); });
}

std::unique_ptr<const RowReader> open_checked(const EventFormat& format, std::string_view head, std::string_view file,
                                              const ReadOptions& options) {
  if (!is_own(format, options)) return format.open(head, options);
  return blamed([&] { return checked(format.open(head, options)); },
                [&](const char* why) { throw_format_failed(std::string(file), format, why); });
}

}  // namespace detente::detail
