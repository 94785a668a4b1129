#pragma once
/// \file
/// Which codebook scores the events of some files if the user names none, and whether one that was named is likely to
/// fit them. The format gives the family of the codes, except for KEDS sets, some of which are CAMEO and some WEIS;
/// there the codes of all files together decide (see contracts/codebook_choice.hpp). The order of the files makes no
/// difference.
///
/// ```cpp
/// const std::vector<FileReport> files{{.format = "keds", .kept = 70, .codes = {{"223", 40}, {"121", 30}}}};
/// const FileCodebook book = codebook_of_files(files);
/// book.name;          // → "weis"
/// book.assumptions;   // → {"codebook weis: it knows the codes of 100.0 % of 70 events, gdelt of 42.9 %"}
/// ```

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A codebook that was chosen by the files.
struct FileCodebook {
  /// The name of a built-in codebook, or of `own`.
  std::string name;
  /// How it was decided if the format does not say; for `Provenance::assumptions`.
  std::vector<std::string> assumptions = {};
  /// The codebook itself, if a format of the program brought it; null for a built-in one.
  std::shared_ptr<const Codebook> own = {};

  /// The codebook itself, built in or own.
  Codebook codebook() const;
};

/// Throws `InputError` if the files need different codebooks, or if many events leave open which of two they are coded
/// in. Of few events, and of codes that both know with the same signs, the format's first codebook is taken, and the
/// assumption says so. No files: "plain".
FileCodebook codebook_of_files(std::span<const FileReport> files);

/// A sentence if the codes of the files are likely those of a built-in codebook of another family than `used`, which
/// knows them better or gives them other signs. Nothing if they are not.
std::optional<std::string> likelier_codebook(const Codebook& used, std::span<const FileReport> files);

}  // namespace detente
#pragma GCC visibility pop
