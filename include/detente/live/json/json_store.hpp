#pragma once
/// \file
/// What a store holds and whether it is sound, as JSON (component detente::json, if detente::live is built too). The
/// members, in order:
///
/// - of `store_info_json`: `head`, `schema`, `events`, `alarms`, `readings`, `checkpoints`, `bytes`, `log_bytes`,
///   `first_received`, `last_received`, `first_reported`, `last_reported`, `formats` [{`name`, `events`}], `choices`
///   [{`name`, `value`}]
/// - of `store_check_json`: `sound`, `head`, `events`, `damage` [{`part`, `what`}]
///
/// `head` is {`batch`, `hash`}.

#include <string>

#include "detente/live/store/store_findings.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is store_info.schema.json.
std::string store_info_json(const StoreInfo& info);
/// The schema is store_check.schema.json.
std::string store_check_json(const StoreCheck& check);

}  // namespace detente
#pragma GCC visibility pop
