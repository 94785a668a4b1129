#include <fmt/format.h>

#include "output/page/page_parts.hpp"

namespace detente::detail::page {
namespace {

/// Nothing may be loaded from anywhere; the style sheet is inline and the icon is empty.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

}  // namespace

std::string document_head(std::string_view version, std::string_view title) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\" content=\"détente {}\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>\n{}\n</style>\n</head>\n",
      policy, escaped(version), escaped(title), style());
}

}  // namespace detente::detail::page
