#pragma once
/// \file
/// Puts the texts of several parts together in the order of the pairs.

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "distributed/part_result.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Calls `write(text)` for each pair, by name. Every pair is in one part. O(bytes + pairs log parts).
void merge_texts(const std::vector<std::unique_ptr<TextReader>>& parts, const std::function<void(PairText&&)>& write);

/// The texts alone, many pairs at a time.
void write_texts(const std::vector<std::unique_ptr<TextReader>>& parts,
                 const std::function<void(std::string_view)>& write);

}  // namespace detente::detail
#pragma GCC visibility pop
