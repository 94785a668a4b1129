/// Any bytes are a codebook or an `InputError`; every entry of a codebook is found.

#include <cstdlib>

#include "detente/contracts/codebook.hpp"
#include "detente/ground/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace detente;
  const auto bytes = bytes_of({reinterpret_cast<const char*>(data), size});
  const auto base = [](std::string_view) { return Codebook("base", "1", {{.code = "a", .score = 1}}); };
  try {
    const Codebook book = Codebook::parse(*bytes, "fuzz.csv", base);
    for (const CodeEntry& entry : book.entries())
      if (book.find(entry.code) != &entry) std::abort();
    if (book.hash().size() != 16) std::abort();
  } catch (const InputError&) {
  }
  return 0;
}
