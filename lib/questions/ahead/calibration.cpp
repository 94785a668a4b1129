#include "detente/questions/ahead/calibration.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <utility>

#include "detente/detail/hash.hpp"
#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "questions/ahead/regression.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::string_view header = "from,to,months,chance,share,pairs,lowest,highest,expected,counted";

double predictor(const CalibrationCurve& curve, double acute, double chronic) {
  return detail::linear_predictor(curve.at, std::array{acute, chronic});
}

std::string three(const std::array<double, 3>& numbers) {
  return fmt::format("{} {} {}", shortest(numbers[0]), shortest(numbers[1]), shortest(numbers[2]));
}

std::string row_of(const CalibrationBin& b) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{}\n", shortest(b.from), shortest(b.to), b.months, shortest(b.chance),
                     shortest(b.share), b.pairs, shortest(b.lowest), shortest(b.highest), shortest(b.expected),
                     shortest(b.counted));
}

/// Everything but the name.
std::string body_of(const Calibration& c) {
  std::string out;
  const auto line = [&](std::string_view key, std::string_view value) { out += fmt::format("# {}: {}\n", key, value); };
  const auto number = [&](std::string_view key, double value) { line(key, shortest(value)); };
  line("codebook", c.coding.codebook);
  line("codebook_hash", c.coding.codebook_hash);
  line("rules", c.coding.rules);
  line("scores", c.coding.scores);
  line("roll_up", c.coding.roll_up);
  line("profile", c.coding.profile);
  line("profile_standing", c.coding.profile_standing);
  number("rho", c.coding.rho);
  number("kappa", c.coding.kappa);
  number("half_life_acute", c.coding.half_life_acute);
  number("half_life_chronic", c.coding.half_life_chronic);
  line("first", to_text(c.first));
  line("last", to_text(c.last));
  line("pairs", std::to_string(c.pairs));
  line("months", std::to_string(c.months));
  line("severe_months", std::to_string(c.severe_months));
  line("chance", three(c.chance.at));
  line("chance_errors", three(c.chance.error));
  line("chance_log_likelihood", shortest(c.chance_log_likelihood));
  line("count", three(c.count.at));
  line("count_errors", three(c.count.error));
  line("count_log_likelihood", shortest(c.count_log_likelihood));
  number("dispersion", c.alpha);
  out += fmt::format("{}\n", header);
  for (const CalibrationBin& bin : c.bins) out += row_of(bin);
  return out;
}

/// Reads one calibration and keeps its position for messages.
class Parser {
 public:
  Parser(ByteSource& source, std::string_view path) : reader_(source), path_(path) {}

  Calibration parse() {
    read();
    Calibration out;
    out.name = text("name");
    out.coding = coding();
    out.first = day("first");
    out.last = day("last");
    out.pairs = whole("pairs");
    out.months = whole("months");
    out.severe_months = whole("severe_months");
    out.chance = curve("chance");
    out.chance_log_likelihood = number("chance_log_likelihood");
    out.count = curve("count");
    out.count_log_likelihood = number("count_log_likelihood");
    out.alpha = positive("dispersion");
    out.bins = std::move(bins_);
    return out;
  }

 private:
  [[noreturn]] void fail(std::string_view what, std::string_view text, std::string_view rule) const {
    throw InputError(ErrorCode::bad_table, fmt::format("{}: {}: '{}': {}", path_, what, visible(text), rule));
  }
  [[noreturn]] void fail_line(std::string_view rule) const {
    fail(fmt::format("line {}", record_.line), record_.raw, rule);
  }

  void read() {
    bool in_table = false;
    while (reader_.next(record_)) {
      if (!record_.problem.empty()) fail_line(record_.problem);
      if (in_table)
        bins_.push_back(bin());
      else if (record_.raw.starts_with('#'))
        take_key();
      else if (in_table = record_.raw == header; !in_table)
        fail_line("a calibration is a table that detente calibrate has written");
    }
    if (!in_table) fail("the end", "", fmt::format("the table {} is missing", header));
  }

  void take_key() {
    const std::string_view line = record_.raw.substr(1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    about_[std::string(trim(line.substr(0, colon)))] = std::string(trim(line.substr(colon + 1)));
  }

  const std::string& text(const std::string& key) const {
    const auto at = about_.find(key);
    if (at == about_.end()) fail(key, "", "is missing");
    return at->second;
  }
  double number_in(const std::string& key, std::string_view word) const {
    const auto value = parse_number(word);
    if (!value || !std::isfinite(*value)) fail(key, word, "is no number");
    return *value;
  }
  double number(const std::string& key) const { return number_in(key, text(key)); }
  double positive(const std::string& key) const {
    const double value = number(key);
    if (!(value > 0)) fail(key, text(key), "is above 0");
    return value;
  }
  std::size_t whole_in(const std::string& key, std::string_view word) const {
    const auto value = parse_whole(word);
    if (!value || *value < 0) fail(key, word, "is a whole number from 0");
    return static_cast<std::size_t>(*value);
  }
  std::size_t whole(const std::string& key) const { return whole_in(key, text(key)); }
  Day day(const std::string& key) const {
    const auto value = parse_day(text(key));
    if (!value) fail(key, text(key), "is a day, as 2011-11-30");
    return *value;
  }

  std::array<double, 3> three(const std::string& key) const {
    const std::vector<std::string_view> words = split(text(key), ' ');
    if (words.size() != 3) fail(key, text(key), "is three numbers");
    return {number_in(key, words[0]), number_in(key, words[1]), number_in(key, words[2])};
  }
  CalibrationCurve curve(const std::string& key) const { return {three(key), three(key + "_errors")}; }

  CalibrationCoding coding() const {
    CalibrationCoding out;
    out.codebook = text("codebook");
    out.codebook_hash = text("codebook_hash");
    out.rules = text("rules");
    out.scores = text("scores");
    out.roll_up = text("roll_up");
    out.profile = text("profile");
    out.profile_standing = text("profile_standing");
    out.rho = number("rho");
    out.kappa = positive("kappa");
    out.half_life_acute = positive("half_life_acute");
    out.half_life_chronic = positive("half_life_chronic");
    return out;
  }

  std::optional<double> share(std::size_t field) const {
    const std::string_view word = record_.fields[field];
    if (word.empty()) return {};
    return number_in(fmt::format("line {}", record_.line), word);
  }

  CalibrationBin bin() const {
    if (record_.fields.size() != 10) fail_line("has 10 fields");
    const std::string at = fmt::format("line {}", record_.line);
    const auto& f = record_.fields;
    const auto given = [&](std::size_t field) { return number_in(at, f[field]); };
    return {given(0),           given(1), whole_in(at, f[2]), given(3), given(4),
            whole_in(at, f[5]), share(6), share(7),           given(8), given(9)};
  }

  DelimitedReader reader_;
  Record record_;
  std::string path_;
  std::map<std::string, std::string> about_;
  std::vector<CalibrationBin> bins_;
};

}  // namespace

double chance_of_severe(const Calibration& calibration, double acute, double chronic) {
  return 1 / (1 + std::exp(-predictor(calibration.chance, acute, chronic)));
}

double expected_severe(const Calibration& calibration, double acute, double chronic) {
  return std::exp(predictor(calibration.count, acute, chronic));
}

const CalibrationBin* bin_of(const Calibration& calibration, double chance) {
  for (const CalibrationBin& bin : calibration.bins)
    if (bin.from <= chance && (chance < bin.to || bin.to >= 1)) return &bin;
  return nullptr;
}

std::string to_text(const Calibration& calibration) {
  return fmt::format("# name: {}\n{}", calibration.name, body_of(calibration));
}

Calibration parse_calibration(ByteSource& source, std::string_view path) { return Parser(source, path).parse(); }

Calibration open_calibration(const std::string& path) {
  const auto source = open_bytes(path);
  return parse_calibration(*source, path);
}

std::string hash_of(const Calibration& calibration) {
  return fmt::format("{:016x}", Hasher().add(body_of(calibration)).value());
}

}  // namespace detente
