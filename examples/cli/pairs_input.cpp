#include "pairs_input.hpp"

#include <utility>

#include "input.hpp"
#include "kind.hpp"
#include "request.hpp"

namespace detente::cli {

std::vector<FileReport> read_pairs(DyadRows& pairs, const InputOptions& input, const CodingOptions& coding,
                                   bool own_scores) {
  ReadOptions options = read_options(input);
  options.brief = true;
  options.own_scores = own_scores;
  if (const auto limit = memory_limit(input))
    options.on_growth = [&pairs, rows = *limit / 2](EventLog& log) {
      if (log.row_bytes() > rows) pairs.spill(log);
    };
  ReadResult read = read_files(input, options);
  pairs.roll_up_by(actors_for(read.files, coding));
  settle_files(read.files, pairs.log(), [&] { return pairs.finish(std::move(read.log), options.threads); });
  say_damage(read.files, input);
  return std::move(read.files);
}

}  // namespace detente::cli
