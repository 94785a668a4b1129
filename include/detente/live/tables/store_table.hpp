#pragma once
/// \file
/// What a store holds and whether it is sound, as text and as CSV (component detente::live).
///
///     levant.db: sound, 3120 events in 17 batches
///     head  17:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

#include <string>
#include <string_view>

#include "detente/live/store/store_findings.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// `name` is the store's, for people.
std::string store_info_table(std::string_view name, const StoreInfo& info);
/// `what,value`: a row for each thing; formats and choices as `format NAME`, `choice NAME`.
std::string store_info_csv(const StoreInfo& info);

/// `name` is the store's, for the first line.
std::string store_check_table(std::string_view name, const StoreCheck& check);
/// `part,what`: a row for each thing that is wrong.
std::string store_check_csv(const StoreCheck& check);

}  // namespace detente
#pragma GCC visibility pop
