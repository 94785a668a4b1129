#include "detente/values/status.hpp"

#include <fmt/format.h>

#include <set>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<Status, status_count> status_names{{
    {Status::confirmed, "confirmed"},
    {Status::alleged, "alleged"},
    {Status::disputed, "disputed"},
    {Status::denied, "denied"},
    {Status::scheduled, "scheduled"},
    {Status::cancelled, "cancelled"},
}};
constexpr EnumNames<Claim, 2> claim_names{{
    {Claim::uncontested, "uncontested"},
    {Claim::contested, "contested"},
}};

}  // namespace

std::string_view to_text(Status status) { return name_of(status_names, status); }

std::string_view to_text(Claim claim) { return name_of(claim_names, claim); }

std::optional<Status> parse_status(std::string_view text) {
  return text.empty() ? Status::confirmed : value_of(status_names, text);
}

std::optional<Claim> parse_claim(std::string_view text) {
  return text.empty() ? Claim::uncontested : value_of(claim_names, text);
}

std::string to_text(const StatusWeights& weights) {
  std::string out;
  for (const auto& [status, name] : status_names)
    out += fmt::format("{}{}={}", out.empty() ? "" : ",", name, shortest(weights[status]));
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
      return Parsed<StatusWeights>::broken(fmt::format("'{}' is not STATUS=PROBABILITY: one of {}, and 0 to 1", item,
                                                       fmt::join(all_names(status_names), ", ")));
    if (!written.insert(*status).second)
      return Parsed<StatusWeights>::broken(fmt::format("the status '{}' is given twice", name));
    weights.probability[static_cast<std::size_t>(*status)] = *weight;
  }
  return weights;
}

}  // namespace detente
