#include "contracts/code_rules.hpp"

namespace detente::detail {

std::uint16_t FirstSpellings::first_of(const std::string& code, std::uint16_t number) {
  const CodeEntry* entry = codebook_->find(code);
  return entry ? first_.emplace(entry, number).first->second : number;
}

void MirrorSides::add(const std::string& code) {
  const CodeEntry* entry = codebook_->find(code);
  Side& side = sides_.emplace_back();
  if (!entry) return;
  const std::string& cameo = codebook_->scheme() == "cameo" && entry->cameo.empty() ? entry->code : entry->cameo;
  side = {entry, is_cooperation(entry->quad) && entry->score > 0, cameo == "042", cameo == "043"};
}

bool MirrorSides::operator()(std::uint16_t code, std::uint16_t other) const {
  const Side &a = sides_[code], &b = sides_[other];
  if (!a.entry || !b.entry) return false;
  if (a.entry == b.entry) return a.is_own_mirror;
  return (a.pays_visit && b.receives_visit) || (a.receives_visit && b.pays_visit);
}

}  // namespace detente::detail
