#include "detente/readers/pair_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

struct PairColumns {
  std::size_t source = 0, target = 0;
};

std::optional<PairColumns> columns_of(const Record& record) {
  const auto at = [&](std::string_view name) {
    const auto is = [&](std::string_view field) { return trim(field) == name; };
    return static_cast<std::size_t>(std::find_if(record.fields.begin(), record.fields.end(), is) -
                                    record.fields.begin());
  };
  const PairColumns out{at("source"), at("target")};
  if (std::max(out.source, out.target) >= record.fields.size()) return std::nullopt;
  return out;
}

[[noreturn]] void fail(std::string_view path, const Record& record, std::string_view rule) {
  throw InputError(ErrorCode::bad_table, fmt::format("{}:{}: '{}': {}", path, record.line, visible(record.raw), rule));
}

Dyad pair_of(std::string_view path, const Record& record, const PairColumns& columns) {
  if (!record.problem.empty()) fail(path, record, record.problem);
  if (std::max(columns.source, columns.target) >= record.fields.size()) fail(path, record, "has too few fields");
  const Dyad pair{std::string(trim(record.fields[columns.source])), std::string(trim(record.fields[columns.target]))};
  if (pair.source.empty() || pair.target.empty() || pair.source == pair.target)
    fail(path, record, "a pair is two different actors");
  return pair.canonical();
}

}  // namespace

std::vector<Dyad> parse_pair_list(ByteSource& source, std::string_view path) {
  DelimitedReader reader(source);
  Record record;
  std::optional<PairColumns> columns;
  std::set<Dyad> pairs;
  while (reader.next(record)) {
    if (columns)
      pairs.insert(pair_of(path, record, *columns));
    else if (columns = columns_of(record); !columns)
      fail(path, record, "the header needs the columns source and target");
  }
  return {pairs.begin(), pairs.end()};
}

}  // namespace detente
