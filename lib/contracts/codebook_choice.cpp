#include "detente/contracts/codebook_choice.hpp"

#include <algorithm>
#include <cmath>

namespace detente {
namespace {

constexpr double share_of_errors = 0.005;

/// The share of events of a book's own data whose code the other lacks, by the share of its codes.
double own_share(const Codebook& book, const Codebook& other) {
  const auto entries = book.entries();
  const auto own = std::count_if(entries.begin(), entries.end(),
                                 [&](const CodeEntry& entry) { return other.find(entry.code) == nullptr; });
  const double share = entries.empty() ? 0 : static_cast<double>(own) / static_cast<double>(entries.size());
  return std::clamp(share / 2, share_of_errors, 1 - share_of_errors);
}

}  // namespace

CodebookFit fit_of(const Codebook& codebook, const CodeCounts& codes) {
  CodebookFit fit{.name = codebook.name()};
  for (const auto& [code, events] : codes) {
    fit.events += events;
    if (codebook.find(code)) fit.known += events;
  }
  return fit;
}

CodebookContest contest(const Codebook& first, const Codebook& second, const CodeCounts& codes) {
  CodebookContest out{.first = fit_of(first, codes), .second = fit_of(second, codes)};
  const double of_first = own_share(first, second), of_second = own_share(second, first);
  for (const auto& [code, events] : codes) {
    const CodeEntry *a = first.find(code), *b = second.find(code);
    const auto n = static_cast<double>(events);
    if (a && b && a->score * b->score < 0) out.opposed += events;
    if (a && b) out.log_odds += n * std::log((1 - of_first) / (1 - of_second));
    if (a && !b) out.log_odds += n * std::log(of_first / share_of_errors);
    if (!a && b) out.log_odds -= n * std::log(of_second / share_of_errors);
  }
  return out;
}

}  // namespace detente
