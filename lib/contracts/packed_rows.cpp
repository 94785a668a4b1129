#include "contracts/packed_rows.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "contracts/log_internals.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {
namespace {

static_assert(std::is_trivially_copyable_v<EventRow>);

std::string_view bytes_of_rows(const std::vector<EventRow>& rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(EventRow)};  // NOLINT: plain bytes
}

/// Puts the values of the rows that have one, by their places, behind how many there are. `find(row)` is an optional or
/// a pointer.
template <class Find, class Put>
void put_column(std::string& to, const std::vector<EventRow>& rows, const Find& find, const Put& put) {
  std::string cells;
  std::size_t count = 0;
  for (std::size_t place = 0; place < rows.size(); ++place) {
    const auto value = find(rows[place]);
    if (!value) continue;
    ++count;
    put_number(cells, place);
    put(cells, *value);
  }
  put_number(to, count);
  to += cells;
}

void put_nothing(std::string& to) { put_number(to, 0); }

}  // namespace

// ---- packing ----

RowPacker::RowPacker(const EventLog& log)
    : log_(&log), actor_numbers_(log.actors().size()), code_numbers_(log.codes().size()) {
  if (!LogInternals::is_plain(log)) throw std::logic_error("only rows of brief events are packed");
  has_own_day_.resize(LogInternals::next_number(log));
  for (const auto& [number, day] : LogInternals::reported_days(log).cells()) has_own_day_[number] = 1;
}

std::uint32_t RowPacker::local_actor(SymbolId actor) {
  std::uint32_t& number = actor_numbers_[actor];
  if (number == 0) {
    actors_.push_back(actor);
    number = static_cast<std::uint32_t>(actors_.size());
  }
  return number - 1;
}

std::uint16_t RowPacker::local_code(std::uint16_t code) {
  std::uint32_t& number = code_numbers_[code];
  if (number == 0) {
    codes_.push_back(code);
    number = static_cast<std::uint32_t>(codes_.size());
  }
  return static_cast<std::uint16_t>(number - 1);
}

/// The rows with the numbers that dyads and codes have here.
void RowPacker::take_rows(std::span<const std::uint32_t> dyads) {
  rows_.clear();
  for (std::size_t i = 0; i < dyads.size(); ++i) {
    const std::size_t begin = rows_.size();
    for (EventRow row : log_->rows_of(dyads[i])) {
      if (can_move(row)) throw std::logic_error("an event that may move from pair to pair is not packed");
      row.dyad = static_cast<std::uint32_t>(i);
      row.code = local_code(row.code);
      rows_.push_back(row);
    }
    std::sort(rows_.begin() + static_cast<std::ptrdiff_t>(begin), rows_.end(),
              [](const EventRow& a, const EventRow& b) { return a.number < b.number; });
  }
}

void RowPacker::put_dyads(std::string& to, std::span<const std::uint32_t> dyads, std::size_t home) {
  std::string pairs;
  for (const std::uint32_t dyad : dyads) {
    put_number(pairs, local_actor(log_->dyads()[dyad].source));
    put_number(pairs, local_actor(log_->dyads()[dyad].target));
  }
  put_number(to, actors_.size());
  for (const SymbolId actor : actors_) put_text(to, log_->actors()[actor]);
  put_number(to, dyads.size());
  put_number(to, home);
  to += pairs;
  put_number(to, codes_.size());
  for (const std::uint16_t code : codes_) put_text(to, log_->codes()[code]);
}

std::string RowPacker::packed(std::span<const std::uint32_t> dyads, std::size_t home) {
  take_rows(dyads);
  const auto at_home =
      std::partition_point(rows_.begin(), rows_.end(), [&](const EventRow& row) { return row.dyad < home; });
  std::string out;
  put_number(out, rows_.size());
  put_number(out, static_cast<std::uint64_t>(at_home - rows_.begin()));
  put_dyads(out, dyads, home);
  const std::string_view bytes = bytes_of_rows(rows_);
  out += bytes;
  put_column(
      out, rows_,
      [&](const EventRow& row) {
        const bool many = row.mentions == std::numeric_limits<std::uint8_t>::max();
        return many ? std::optional(log_->mentions(row)) : std::nullopt;
      },
      [](std::string& to, std::uint32_t mentions) { put_number(to, mentions); });
  put_column(
      out, rows_,
      [&](const EventRow& row) {
        return has_own_day_[row.number] != 0 ? std::optional(log_->reported(row)) : std::nullopt;
      },
      [](std::string& to, Day day) { put_signed(to, day.value); });
  if (LogInternals::has_scores(*log_))
    put_column(
        out, rows_, [&](const EventRow& row) { return log_->score(row); },
        [](std::string& to, double score) { put_double(to, score); });
  else
    put_nothing(out);
  if (LogInternals::has_issues(*log_))
    put_column(
        out, rows_,
        [&](const EventRow& row) {
          const std::string_view issue = log_->issue(row);
          return issue.empty() ? std::nullopt : std::optional(issue);
        },
        [](std::string& to, std::string_view issue) { put_text(to, issue); });
  else
    put_nothing(out);
  for (const SymbolId actor : std::exchange(actors_, {})) actor_numbers_[actor] = 0;
  for (const std::uint16_t code : std::exchange(codes_, {})) code_numbers_[code] = 0;
  return out;
}

// ---- unpacking ----

namespace {

/// A side column: values by place, as far as rows were taken.
template <class Value, class Take, class Set>
void take_column(ByteReader& from, std::uint32_t base, std::size_t taken, const Take& take, const Set& set) {
  for (std::size_t n = from.count(); n > 0; --n) {
    const std::uint64_t place = from.number();
    const Value value = take(from);
    if (place < taken) set(static_cast<std::uint32_t>(base + place), value);
  }
}

template <class Number>
Number below(std::uint64_t number, std::size_t end) {
  if (number >= end) ByteReader::fail();
  return static_cast<Number>(number);
}

}  // namespace

/// The one place outside `EventLog` that adds rows to it.
struct RowUnpacker {
  EventLog& log;
  ByteReader from;
  std::vector<std::uint32_t> dyads = {};
  std::vector<std::uint16_t> codes = {};

  void words() {
    std::vector<SymbolId> actors;
    for (std::size_t n = from.count(); n > 0; --n) actors.push_back(LogInternals::actor(log, from.text()));
    const std::uint64_t count = from.number();
    (void)from.number();  // those at home
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto source = below<SymbolId>(from.number(), actors.size());
      const auto target = below<SymbolId>(from.number(), actors.size());
      dyads.push_back(LogInternals::dyad(log, actors[source], actors[target]));
    }
    for (std::size_t n = from.count(); n > 0; --n) codes.push_back(LogInternals::code(log, from.text()));
  }

  UnpackedRows rows(bool home_alone) {
    const std::size_t all = from.number(), home = from.number();
    words();
    UnpackedRows out{LogInternals::next_number(log), {}, home};
    const std::string_view bytes = from.raw(all, sizeof(EventRow));
    const std::size_t taken = home_alone ? home : all;
    out.numbers_before.reserve(taken);
    for (std::size_t i = 0; i < taken; ++i) {
      EventRow row;
      std::memcpy(&row, bytes.data() + i * sizeof(EventRow), sizeof(EventRow));
      out.numbers_before.push_back(row.number);
      row.dyad = dyads[below<std::uint32_t>(row.dyad, dyads.size())];
      row.code = codes[below<std::uint16_t>(row.code, codes.size())];
      if (can_move(row)) ByteReader::fail();
      LogInternals::add_row(log, row);
    }
    LogInternals::take_sides(log, from, out.first_number, taken);
    return out;
  }
};

void LogInternals::take_sides(EventLog& log, ByteReader& from, std::uint32_t base, std::size_t taken) {
  take_column<std::uint32_t>(
      from, base, taken, [](ByteReader& r) { return static_cast<std::uint32_t>(r.number()); },
      [&](std::uint32_t number, std::uint32_t mentions) { log.mentions_.set(number, mentions); });
  take_column<Day>(
      from, base, taken, [](ByteReader& r) { return Day{static_cast<std::int32_t>(r.signed_number())}; },
      [&](std::uint32_t number, Day day) { log.reported_.set(number, day); });
  take_column<double>(
      from, base, taken, [](ByteReader& r) { return r.decimal(); },
      [&](std::uint32_t number, double score) { log.scores_.set(number, score); });
  take_column<std::string_view>(
      from, base, taken, [](ByteReader& r) { return r.text(); },
      [&](std::uint32_t number, std::string_view issue) {
        EventLog::Rare rare;
        rare.issue = log.texts_.intern(issue);
        log.rare_.set(number, rare);
        ++log.issues_alone_;
      });
}

void LogInternals::add_row(EventLog& log, EventRow row) {
  log.require_room(1);
  row.number = log.next_number_++;
  log.rows_.push_back(row);
}

UnpackedRows unpack_rows(EventLog& log, std::string_view packed, bool home_alone) {
  UnpackedRows out = RowUnpacker{log, ByteReader(packed)}.rows(home_alone);
  LogInternals::added_rows(log);
  return out;
}

PackedSize packed_size(std::string_view packed) {
  ByteReader from(packed);
  PackedSize out;
  out.rows = from.number();
  out.home = from.number();
  return out;
}

}  // namespace detente::detail
