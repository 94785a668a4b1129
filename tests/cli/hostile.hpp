#pragma once
/// \file
/// What an attacker puts into names, codes, notes and paths, and what must never come out again.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ground/letters.hpp"

namespace detente::cli_test {
using namespace detail;

/// Colours and cursor, a link and the clipboard (OSC 8 and 52), the bell, C1 controls in UTF-8, a line that is
/// reordered or painted over.
inline constexpr std::string_view escape = "\x1b[31m", link = "\x1b]8;;evil.example\x07here\x1b]8;;\x07";
inline constexpr std::string_view clipboard = "\x1b]52;c;ZXZpbA==\x07", bell = "\x07", c1 = "\u009b31m\u0085";
inline constexpr std::string_view reversed = "\u202egnp.exe\u2066", overwritten = "good\rbad", deleted = "a\bb\x7f";
inline constexpr std::array attacks{escape, link, clipboard, bell, c1, reversed, overwritten, deleted};

/// The first letter that no terminal may be sent, as "at 17: U+001B"; "" if there is none. Line ends and tabs are fine.
inline std::string raw_control(std::string_view text) {
  const std::string_view all = text;
  while (!text.empty()) {
    const std::size_t at = all.size() - text.size();
    const bool layout = text[0] == '\n' || text[0] == '\t' || text.starts_with("\r\n");
    const bool replaced = text.starts_with("\ufffd");
    const char32_t letter = take_letter(text);
    const bool control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
    const bool reorders = (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
    const bool no_letter = letter == replacement_letter && !replaced;
    if ((control && !layout) || reorders || no_letter)
      return "at " + std::to_string(at) + ": U+" + std::to_string(static_cast<unsigned>(letter));
  }
  return "";
}

/// A field of a CSV, quoted whatever is in it.
inline std::string field(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

/// Names of actors: attacks, markup, formulas, quotes, long, wide, combining, from right to left, two lines.
inline std::vector<std::string> hostile_names() {
  std::vector<std::string> out;
  for (const std::string_view attack : attacks) out.push_back("A" + std::string(attack) + "Z");
  for (const char* name :
       {"<script>alert(1)</script>", "' onload='alert(1)", "\"quoted\"", "=cmd|' /C calc'!A0", "+1+1", "-1+1",
        "@SUM(A1)", "a,b;c", "日本国", "e\u0301\u0301\u0301", "ישראל", "two\nlines", "&amp;", "%s%n", "..", "{}", "-5"})
    out.emplace_back(name);
  out.push_back(std::string(3000, 'L'));
  return out;
}

/// A chronology in which every name, code, column and word is hostile; of `COL` with each of the names.
inline std::string hostile_chronology() {
  std::string out = "id,date,source,target,event,object,issue,status,reported,note,url," +
                    field("extra" + std::string(escape)) + "\n";
  int n = 0;
  for (const std::string& name : hostile_names()) {
    const std::string day = "2025-" + std::to_string(10 + n % 3) + "-" + std::to_string(11 + n % 9);
    const auto row = [&](const std::string& event, const std::string& rest) {
      out += field("id" + name + std::to_string(++n)) + "," + day + "," + field(name) + ",COL," + field(event) + "," +
             field(name) + "," + field(name) + rest + "," + field(name) + "," + field("https://x.example/" + name) +
             "," + field(name) + "\n";
    };
    row("sanction_imposed", ",,");
    row("criticism", ",scheduled,2025-01-01");
    row("code " + name, ",,");
    row("visa_granted", ",,");
  }
  return out + "1," + field(std::string("2025-") + std::string(escape)) + ",A,B," + field(std::string(link)) + "\n";
}

}  // namespace detente::cli_test
