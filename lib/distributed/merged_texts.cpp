#include "distributed/merged_texts.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {
namespace {

struct Front {
  PairText text;
  TextReader* part;
};

/// Whether `a` comes after `b`, so that the heap has the first pair in front.
bool is_later(const Front& a, const Front& b) { return b.text.pair < a.text.pair; }

}  // namespace

void merge_texts(const std::vector<std::unique_ptr<TextReader>>& parts, const std::function<void(PairText&&)>& write) {
  std::vector<Front> fronts;
  for (const auto& part : parts)
    if (auto text = part->next()) fronts.push_back({std::move(*text), part.get()});
  std::make_heap(fronts.begin(), fronts.end(), is_later);
  while (!fronts.empty()) {
    std::pop_heap(fronts.begin(), fronts.end(), is_later);
    Front& front = fronts.back();
    write(std::move(front.text));
    if (auto text = front.part->next()) {
      front.text = std::move(*text);
      std::push_heap(fronts.begin(), fronts.end(), is_later);
    } else {
      fronts.pop_back();
    }
  }
}

void write_texts(const std::vector<std::unique_ptr<TextReader>>& parts,
                 const std::function<void(std::string_view)>& write) {
  constexpr std::size_t at_once = std::size_t{1} << 18;
  std::string waiting;
  merge_texts(parts, [&](PairText&& pair) {
    waiting += pair.text;
    if (waiting.size() < at_once) return;
    write(waiting);
    waiting.clear();
  });
  write(waiting);
}

}  // namespace detente::detail
