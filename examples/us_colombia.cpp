/// \file
/// From a chronology to an index in words: reads a file of dated events between the United States and Colombia, scores
/// them, and prints the table and the sentence.
///
///     us_colombia [FILE.csv]

#include <exception>
#include <iostream>

#include "detente/codebooks/built_in.hpp"
#include "detente/output/text/table.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/read_events.hpp"

int main(int argc, char** argv) {
  using namespace detente;
  try {
    // 1. Events. What the reader could not use is in the file's report; nothing is lost silently.
    const ReadResult read = read_events(argc > 1 ? argv[1] : DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv");
    for (const FileReport& file : read.files)
      if (rejected_rows(file) > 0) std::cerr << report_text(file);

    // 2. A question: whose relation, what an act is worth, how it fades. Everything else has a default.
    IndexRequest request{
        .selection = {.dyad = {"USA", "COL"}},
        .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")}};

    // 3. The answer, by month, with the band that vague dates and doubtful acts leave open.
    const IndexReport report = index_report(read.log, request);
    std::cout << index_table(report);
  } catch (const std::exception& error) {
    std::cerr << "us_colombia: " << error.what() << '\n';
    return 1;
  }
}
