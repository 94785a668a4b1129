#include "watch_page.hpp"

#include <fmt/format.h>

#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/page/page.hpp"
#include "detente/output/write_file.hpp"
#include "detente/questions/index/index_report.hpp"
#include "request.hpp"

namespace detente::cli {
namespace {

IndexRequest page_request(const WatchWords& words) {
  IndexRequest request = index_request(words.scoring, words.coding, {}, {}, true);
  request.calibration = calibration_of("");
  request.movements = request.further = true;
  return request;
}

}  // namespace

void write_page(const std::string& path, const WatchWords& words, const Watch& watch, const Store& store,
                const std::string& store_name) {
  const IndexRequest request = page_request(words);
  const auto pair = watch.pairs().find(request.selection.dyad);
  if (!pair || watch.pairs().coding(*pair).acts.empty()) return;
  IndexReport report = index_report(watch.pairs().log(), request);
  report.series.provenance.sources = {fmt::format("{} at {}", store_name, to_text(store.head()))};
  write_file(path, printable(page_html(report)));
}

}  // namespace detente::cli
