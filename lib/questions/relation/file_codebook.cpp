#include "detente/questions/relation/file_codebook.hpp"

#include <fmt/format.h>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/codebook_choice.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/formats/format_info.hpp"

namespace detente {
namespace {

constexpr const char* field = "Scoring::codebook";
/// With more events than this, codes that do not decide are a mixture, not just few.
constexpr std::size_t many = 30;

CodeCounts codes_of(std::span<const FileReport> files) {
  CodeCounts codes;
  for (const FileReport& file : files)
    for (const auto& [code, events] : file.codes) codes[code] += events;
  return codes;
}

/// "it knows the codes of 100.0 % of 3120 events, gdelt of 84.2 %"
std::string shares(const CodebookFit& fit, const CodebookFit& other) {
  return fmt::format("it knows the codes of {:.1f} % of {} events, {} of {:.1f} %", 100 * fit.share(), fit.events,
                     other.name, 100 * other.share());
}

/// Throws if one file is clearly of one codebook and another clearly of the other.
void refuse_two_families(std::span<const FileReport> files, const Codebook& first, const Codebook& second) {
  const FileReport* of_first = nullptr;
  const FileReport* of_second = nullptr;
  for (const FileReport& file : files) {
    const CodebookContest told = contest(first, second, file.codes);
    if (told.is_close() || told.is_tie()) continue;
    const FileReport*& named = told.log_odds > 0 ? of_first : of_second;
    if (!named || file.name < named->name) named = &file;
  }
  if (of_first && of_second)
    throw InputError(ErrorCode::undecided,
                     fmt::format("{} is coded in {} and {} in {}", visible_path(of_first->name), first.name(),
                                 visible_path(of_second->name), second.name()),
                     field);
}

/// Whether it matters that the codes are likely of the second codebook: it knows a tenth more of the events, or gives
/// some that both know the opposite sign. It does not if plain terms were given another codebook's scores on purpose.
bool speaks_against(const CodebookContest& told, const Codebook& second) {
  if (told.log_odds >= 0 || told.is_close()) return false;
  return 10 * told.second.known >= 10 * told.first.known + told.first.events ||
         (told.opposed > 0 && second.scheme() != "plain");
}

/// Which of a format's two codebooks the files are coded in.
FileCodebook told_by_codes(std::span<const FileReport> files, const FormatInfo& format) {
  const Codebook first = built_in_codebook(format.codebook), second = built_in_codebook(format.other_codebook);
  refuse_two_families(files, first, second);
  const CodebookContest told = contest(first, second, codes_of(files));
  if (told.is_tie() && told.first.events >= many)
    return {
        first.name(),
        {fmt::format("codebook {}, the format's usual one: {} knows as many of the codes of {} events and gives none "
                     "of them another sign",
                     first.name(), second.name(), told.first.events)}};
  if (!told.is_close()) {
    const CodebookFit& fit = told.likelier();
    const CodebookFit& other = &fit == &told.first ? told.second : told.first;
    return {fit.name, {fmt::format("codebook {}: {}", fit.name, shares(fit, other))}};
  }
  if (told.first.events >= many)
    throw InputError(ErrorCode::undecided,
                     fmt::format("{}: its codes do not tell whether they are of codebook {} or {}: the first knows "
                                 "those of {} of {} events, the second those of {}",
                                 visible_path(files.front().name), first.name(), second.name(), told.first.known,
                                 told.first.events, told.second.known),
                     field);
  return {first.name(),
          {fmt::format("codebook {}: {} events are too few to tell it from {}, which scores {} of them with the other "
                       "sign",
                       first.name(), told.first.events, second.name(), told.opposed)}};
}

}  // namespace

FileCodebook codebook_of_files(std::span<const FileReport> files) {
  if (files.empty()) return {"plain"};
  const FormatInfo& format = format_info(files.front());
  for (const FileReport& file : files)
    if (const FormatInfo& other = format_info(file);
        other.codebook != format.codebook || other.other_codebook != format.other_codebook)
      throw InputError(ErrorCode::undecided,
                       fmt::format("{} is {} and {} is {}", visible_path(files.front().name), format.name,
                                   visible_path(file.name), other.name),
                       field);
  if (format.own_codebook) return {format.codebook, {}, format.own_codebook};
  return format.other_codebook.empty() ? FileCodebook{format.codebook} : told_by_codes(files, format);
}

Codebook FileCodebook::codebook() const { return own ? *own : built_in_codebook(name); }

std::optional<std::string> likelier_codebook(const Codebook& used, std::span<const FileReport> files) {
  const CodeCounts codes = codes_of(files);
  std::optional<CodebookContest> best;
  for (const std::string_view name : built_in_codebook_names()) {
    const Codebook book = built_in_codebook(name);
    if (book.scheme() == used.scheme() && !used.scheme().empty()) continue;
    const CodebookContest told = contest(used, book, codes);
    if (speaks_against(told, book) && (!best || told.log_odds < best->log_odds)) best = told;
  }
  if (!best) return std::nullopt;
  return fmt::format("the codes are likely of codebook {}: {}; {} events have another sign there", best->second.name,
                     shares(best->second, best->first), best->opposed);
}

}  // namespace detente
