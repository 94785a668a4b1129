#pragma once
/// \file
/// The events of a store where others are read from files: what `read_events` gives for files that hold them, with one
/// report for each format. So every question that takes files takes a store.
///
/// ```cpp
/// const Store store = Store::open_read_only("news.db");
/// const ReadResult read = read_store(store, {.received_by = 1});
/// ```

#include "detente/live/store/store.hpp"
#include "detente/readers/read_events.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A report is named as the store with its head behind: "levant.db at 17:9f86d081…", with all digits; its rows are
/// events. Of the options, those that say what is kept of machine-coded events apply (`brief`, `provenance_of`,
/// `own_scores`), and `threads` and `on_growth`. O(store), twice, and once more for each further format. Throws
/// `InputError` if the view has no events, or some of a format that neither this version nor `formats` knows, and what
/// `Store::for_each` throws.
ReadResult read_store(const Store& store, const StoreView& view = {}, const ReadOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
