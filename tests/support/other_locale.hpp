#pragma once
/// \file
/// A locale that writes numbers otherwise, of which nothing that the library writes may take notice.

#include <clocale>
#include <locale>
#include <string>

namespace detente::test {

/// While one of these lives, streams write 1234.5 as "1.234,5"; so does C where the system has a locale that does.
class OtherLocale {
 public:
  OtherLocale() : before_(std::locale::global(std::locale(std::locale(), new Written))) {
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "es_CO.UTF-8"})
      if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
  }
  OtherLocale(const OtherLocale&) = delete;
  OtherLocale& operator=(const OtherLocale&) = delete;
  ~OtherLocale() {
    std::locale::global(before_);
    std::setlocale(LC_NUMERIC, "C");
  }

 private:
  struct Written : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  std::locale before_;
};

}  // namespace detente::test
