#pragma once
/// \file
/// The tables of a store, and how those of an older version become today's. `batches` and `choices` are the truth;
/// `opened` counts; everything else is derived (derived.hpp) or the caller's (`checkpoints`).
///
/// | table | |
/// |---|---|
/// | `batches` | received in milliseconds since 1970 UTC; content as batch_bytes.hpp says; hash as chain.hpp says |
/// | `events` | for each event that was received, its key and the batch that holds it, in their order |
/// | `feeds`, `alarms`, `readings` | what the batches say of them |

#include <span>

#include "live/store/sqlite.hpp"

namespace detente::detail {

/// Brings a store from one version to the next: statements that touch neither `batches.content` nor `batches.hash`.
using Migration = const char*;

/// The version of a store to which so many migrations were made.
inline int schema_version(std::span<const Migration> migrations) { return 1 + static_cast<int>(migrations.size()); }
/// Those of this program, none so far.
std::span<const Migration> migrations();

/// Makes the derived tables, for a store or for comparing with one.
void create_derived(Database& database);
/// Makes all tables, within the caller's transaction.
void create_schema(Database& database, std::span<const Migration> migrations);
/// Whether nothing has been made in this file yet.
bool is_blank(Database& database);

/// Throws `InputError` unless the file is a store, by name what else it is: another program's, of a newer version.
/// Returns its version.
int require_store(Database& database, std::span<const Migration> migrations);
/// The same for a reader, which migrates nothing: throws for an older version too.
void require_today(Database& database, std::span<const Migration> migrations);
/// Brings the store to today's version, in one transaction.
void migrate(Database& database, std::span<const Migration> migrations);

/// All that the tables are made by, in text, for comparing.
std::string schema_text(Database& database);

}  // namespace detente::detail
