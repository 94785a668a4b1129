#include "distributed/part_result.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ground/bytes.hpp"
#include "values/span_bytes.hpp"

namespace detente::detail {
namespace {

void put(std::string& to, const Dyad& dyad) {
  put_text(to, dyad.source);
  put_text(to, dyad.target);
}
Dyad take_dyad(ByteReader& from) {
  Dyad out;
  out.source = from.text();
  out.target = from.text();
  return out;
}

void put(std::string& to, const std::vector<TaskRow>& rows) {
  put_number(to, rows.size());
  for (const TaskRow& row : rows) {
    put_number(to, row.task);
    put_number(to, row.number);
  }
}
std::vector<TaskRow> take_rows(ByteReader& from) {
  std::vector<TaskRow> out(from.count());
  for (TaskRow& row : out) {
    row.task = from.number();
    row.number = static_cast<std::uint32_t>(from.number());
  }
  return out;
}

}  // namespace

std::string bytes_of(const PartSums& sums) {
  std::string out;
  const PanelSummary& s = sums.summary;
  for (const std::size_t number : {s.pairs, s.rows, s.events, s.without_events}) put_number(out, number);
  put_number(out, s.unknown.size());
  for (const UnknownCode& code : s.unknown) {
    put_text(out, code.code);
    put_number(out, code.events);
  }
  put_number(out, s.silent.size());
  for (const PanelSummary::LeftOut& pair : s.silent) {
    put(out, pair.dyad);
    put_span(out, pair.before);
    put_span(out, pair.after);
  }
  put(out, sums.home.redelivered);
  put(out, sums.home.conflicting);
  put_number(out, sums.home.by_actor.size());
  for (const auto& [actor, rows] : sums.home.by_actor) {
    put_text(out, actor);
    put_number(out, rows);
  }
  return out;
}

PartSums sums_of(std::string_view bytes) {
  ByteReader from(bytes);
  PartSums out;
  PanelSummary& s = out.summary;
  for (std::size_t* number : {&s.pairs, &s.rows, &s.events, &s.without_events}) *number = from.number();
  for (std::size_t n = from.count(); n > 0; --n) {
    std::string code(from.text());
    s.unknown.push_back({std::move(code), from.number()});
  }
  for (std::size_t n = from.count(); n > 0; --n) {
    PanelSummary::LeftOut& pair = s.silent.emplace_back();
    pair.dyad = take_dyad(from);
    pair.before = take_span(from);
    pair.after = take_span(from);
  }
  out.home.redelivered = take_rows(from);
  out.home.conflicting = take_rows(from);
  for (std::size_t n = from.count(); n > 0; --n) {
    std::string actor(from.text());
    out.home.by_actor[std::move(actor)] = from.number();
  }
  return out;
}

namespace {

void append(std::vector<TaskRow>& to, const std::vector<TaskRow>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

// ---- sums ----

void add(PartSums& to, const PartSums& part) {
  PanelSummary& s = to.summary;
  s.pairs += part.summary.pairs;
  s.rows += part.summary.rows;
  s.events += part.summary.events;
  s.without_events += part.summary.without_events;
  s.unknown.insert(s.unknown.end(), part.summary.unknown.begin(), part.summary.unknown.end());
  s.silent.insert(s.silent.end(), part.summary.silent.begin(), part.summary.silent.end());
  append(to.home.redelivered, part.home.redelivered);
  append(to.home.conflicting, part.home.conflicting);
  for (const auto& [actor, rows] : part.home.by_actor) to.home.by_actor[actor] += rows;
}

PartSums in_order(PartSums sums) {
  PanelSummary& s = sums.summary;
  std::map<std::string, std::size_t> unknown;
  for (const UnknownCode& code : std::exchange(s.unknown, {})) unknown[code.code] += code.events;
  for (const auto& [code, events] : unknown) s.unknown.push_back({code, events});
  std::stable_sort(s.unknown.begin(), s.unknown.end(),
                   [](const UnknownCode& a, const UnknownCode& b) { return b.events < a.events; });
  std::sort(s.silent.begin(), s.silent.end(),
            [](const PanelSummary::LeftOut& a, const PanelSummary::LeftOut& b) { return a.dyad < b.dyad; });
  return sums;
}

// ---- bytes ----

void PartResult::add(const IndexSeries& series, std::string_view text) {
  put_text_of(texts_, series.dyad.canonical(), text);
}

std::string PartResult::bytes(const PartSums& sums) const {
  std::string out;
  put_text(out, bytes_of(sums));
  return out + texts_;
}

void put_text_of(std::string& to, const Dyad& pair, std::string_view text) {
  put(to, pair);
  put_text(to, text);
}

/// Whether so many bytes are in the buffer, or as many as there are.
bool TextReader::fill(std::size_t wanted) {
  constexpr std::size_t least = std::size_t{1} << 16;
  if (buffer_.size() - at_ >= wanted) return true;
  buffer_.erase(0, std::exchange(at_, 0));
  while (buffer_.size() < wanted) {
    const std::size_t old = buffer_.size();
    buffer_.resize(std::max(wanted, old + least));
    const std::size_t got = bytes_->read(std::span(buffer_).subspan(old));
    buffer_.resize(old + got);
    if (got == 0) return false;
  }
  return true;
}

std::uint64_t TextReader::number() {
  constexpr std::size_t longest = 10;
  fill(longest);
  const std::size_t length = [&] {
    std::size_t i = at_;
    while (i < buffer_.size() && (static_cast<unsigned char>(buffer_[i]) & 0x80U) != 0) ++i;
    return i + 1 - at_;
  }();
  return ByteReader(take(length)).number();
}

std::string TextReader::take(std::size_t size) {
  if (!fill(size)) ByteReader::fail();
  std::string out = buffer_.substr(at_, size);
  at_ += size;
  return out;
}

std::optional<PairText> TextReader::next() {
  if (!fill(1)) return std::nullopt;
  PairText out;
  out.pair.source = take(number());
  out.pair.target = take(number());
  out.text = take(number());
  return out;
}

}  // namespace detente::detail
