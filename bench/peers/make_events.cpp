// Writes a made-up event file for benches and for comparisons with other programs (support/event_texts.hpp):
//
//   make_events gdelt|plain ROWS FILE

#include <cstdio>
#include <exception>

#include "detente/ground/number.hpp"
#include "support/event_texts.hpp"

int main(int argc, char** argv) {
  try {
    const auto rows = argc == 4 ? detente::parse_whole(argv[2]) : std::nullopt;
    if (!rows || *rows < 1) {
      std::fputs("usage: make_events gdelt|plain ROWS FILE\n", stderr);
      return 2;
    }
    bench::write_events(bench::event_text(argv[1]), static_cast<std::uint64_t>(*rows), argv[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_events: %s\n", error.what());
    return 1;
  }
}
