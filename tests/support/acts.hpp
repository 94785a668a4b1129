#pragma once
/// Acts for tests, each written in one line.

#include <string>
#include <vector>

#include "detente/contracts/act.hpp"
#include "support/dates.hpp"

namespace detente::test {

inline Act act(std::uint64_t key, std::string_view date, double points = 6) {
  Act a;
  a.key = {key};
  a.date = span(date);
  a.points = points;
  a.event = {static_cast<std::uint32_t>(key)};
  return a;
}

inline Act opens(std::uint64_t key, std::string_view date, double points = 8, std::string measure = "sanction") {
  Act a = act(key, date, points);
  a.quad = QuadClass::material_conflict;
  a.standing = Standing::opens;
  a.measure = std::move(measure);
  return a;
}

inline Act closes(std::uint64_t key, std::string_view date, std::string measure = "sanction") {
  Act a = act(key, date, -4);
  a.quad = QuadClass::material_cooperation;
  a.standing = Standing::closes;
  a.measure = std::move(measure);
  return a;
}

inline Act until(Act a, std::string_view day_text) {
  a.until = day(day_text);
  return a;
}
inline Act by_other_side(Act a) {
  a.direction = Direction::backward;
  return a;
}
inline Act on_object(Act a, std::string object) {
  a.object = std::move(object);
  return a;
}
inline Act of_code(Act a, std::uint64_t code, double sd, double weight = 1) {
  a.code_key = code;
  a.sd = sd;
  a.weight = weight;
  return a;
}
inline Act likely(Act a, double probability) {
  a.probability = probability;
  return a;
}

}  // namespace detente::test
