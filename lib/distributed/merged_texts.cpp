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

void merge_texts(std::vector<std::unique_ptr<TextReader>> parts, const std::function<void(PairText&&)>& write) {
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

}  // namespace detente::detail
