#pragma once
/// \file
/// A JSON document as JSON lines: the items of its main list, an object a line, for programs that read a result row by
/// row (component detente::json). An index has its own lines, which are those of a panel (`index_rows_json`).
///
/// ```cpp
/// #include "detente/output/json/json.hpp"
/// std::cout << json_lines(attribution_json(EventFinder(log), found, pair.dyad), "events", {"from", "to"});
/// ```
///
/// ```text
/// {"from":"2025-09-30","to":"2025-10-31","date":"2025-10-24","source":"USA",…}
/// {"from":"2025-09-30","to":"2025-10-31","date":"2025-10-19","source":"USA",…}
/// …
/// ```

#include <initializer_list>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// The items of `list`, each behind the members of the document that `context` names; with `list` empty the whole
/// document on one line. A member that an item has itself is the item's. Numbers keep their bits. Throws
/// `std::invalid_argument` if the document has no list of objects of that name or lacks a member.
std::string json_lines(std::string_view document, std::string_view list,
                       std::initializer_list<std::string_view> context = {});

}  // namespace detente
#pragma GCC visibility pop
