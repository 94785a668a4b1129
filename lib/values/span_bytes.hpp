#pragma once
/// \file
/// A date span as bytes, on its way from one process to another.

#include <cstdint>
#include <string>

#include "detente/values/date_span.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {

inline void put_span(std::string& to, const DateSpan& span) {
  put_signed(to, span.first.value);
  put_signed(to, span.last.value);
  put_number(to, static_cast<std::uint64_t>(span.kind));
  put_signed(to, span.about);
}

inline DateSpan take_span(ByteReader& from) {
  DateSpan out;
  out.first.value = static_cast<std::int32_t>(from.signed_number());
  out.last.value = static_cast<std::int32_t>(from.signed_number());
  out.kind = static_cast<SpanKind>(from.number());
  out.about = static_cast<std::int16_t>(from.signed_number());
  return out;
}

}  // namespace detente::detail
