#include "detente/contracts/act_label.hpp"

#include "detente/ground/text.hpp"

namespace detente {
namespace {

/// Bytes of a note that stand for an act.
constexpr std::size_t beginning = 60;

}  // namespace

std::string act_label(const Event& event, const Codebook* codebook) {
  const CodeEntry* entry = codebook ? codebook->find(event.code) : nullptr;
  if (entry && !entry->label.empty()) return entry->label;
  if (!event.code.empty()) return spoken(event.code);
  return event.note.empty() ? "act without a term" : visible(event.note, beginning);
}

}  // namespace detente
