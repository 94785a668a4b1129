#include "live/store/chain.hpp"

#include "ground/bytes.hpp"
#include "live/store/sha256.hpp"

namespace detente::detail {

std::string first_hash(const StoreChoices& choices) {
  std::string bytes = "detente store";
  for (const auto& [name, value] : choices) {
    put_text(bytes, name);
    put_text(bytes, value);
  }
  return sha256(bytes);
}

std::string next_hash(std::string_view before, std::uint64_t sequence, std::int64_t received,
                      std::string_view content) {
  std::string head(before);
  put_number(head, sequence);
  put_signed(head, received);
  return Sha256().add(head).add(content).digest();
}

std::string checkpoint_hash(std::string_view pair, std::int64_t place, std::string_view basis, std::string_view state) {
  std::string bytes;
  put_text(bytes, pair);
  put_signed(bytes, place);
  put_text(bytes, basis);
  return Sha256().add(bytes).add(state).digest();
}

}  // namespace detente::detail
