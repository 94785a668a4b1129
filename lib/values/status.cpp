#include "detente/values/status.hpp"

#include <fmt/format.h>

#include <set>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::array<std::string_view, status_count> status_names{"confirmed", "alleged",   "disputed",
                                                                  "denied",    "scheduled", "cancelled"};

}  // namespace

std::string_view to_text(Status status) { return status_names[static_cast<std::size_t>(status)]; }

std::string_view to_text(Claim claim) { return claim == Claim::contested ? "contested" : "uncontested"; }

std::optional<Status> parse_status(std::string_view text) {
  if (text.empty()) return Status::confirmed;
  for (std::size_t i = 0; i < status_names.size(); ++i)
    if (status_names[i] == text) return static_cast<Status>(i);
  return std::nullopt;
}

std::optional<Claim> parse_claim(std::string_view text) {
  if (text.empty() || text == "uncontested") return Claim::uncontested;
  if (text == "contested") return Claim::contested;
  return std::nullopt;
}

std::string to_text(const StatusWeights& weights) {
  std::string out;
  for (std::size_t i = 0; i < status_names.size(); ++i)
    out += fmt::format("{}{}={}", i == 0 ? "" : ",", status_names[i], shortest(weights.probability[i]));
  return out;
}

Parsed<StatusWeights> parse_status_weights(std::string_view text) {
  StatusWeights weights;
  std::set<Status> written;
  for (const std::string_view item : split(text, ',')) {
    const std::size_t equals = item.find('=');
    const std::string_view name = trim(item.substr(0, equals));
    const auto status = parse_status(name);
    const auto weight = equals == std::string_view::npos ? std::nullopt : parse_number(item.substr(equals + 1));
    if (!status || name.empty() || !weight || *weight < 0 || *weight > 1)
      return Parsed<StatusWeights>::broken(
          fmt::format("'{}' is not STATUS=PROBABILITY: one of {}, and 0 to 1", item, fmt::join(status_names, ", ")));
    if (!written.insert(*status).second)
      return Parsed<StatusWeights>::broken(fmt::format("the status '{}' is given twice", name));
    weights.probability[static_cast<std::size_t>(*status)] = *weight;
  }
  return weights;
}

}  // namespace detente
