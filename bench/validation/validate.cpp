// Tests the index against outcomes: everything that plan.md promises, as docs/validation.md. It is run by run.sh, which
// checks the data first.
//
//   validate DATA CRISES PAIRS FOLDER
//
// DATA is the folder with the events and reference series, PAIRS a file that names the pairs of the references, CRISES
// the list of dated crises, FOLDER the one in which README.md and docs/validation.md are updated. It takes seconds.

#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <functional>
#include <iterator>

#include "detente/output/write_file.hpp"
#include "validation/parts.hpp"

namespace {

using namespace validation;

struct Files {
  std::filesystem::path data, crises, pairs, folder;

  std::filesystem::path events() const { return data / "events/keds_levant_cameo.tsv"; }
  std::filesystem::path reference(const char* name) const { return data / "reference" / name; }
};

/// Writes a part, or, if its file is missing, leaves it out and says so.
void part(Document& out, const char* name, const std::filesystem::path& needs, const std::function<void()>& write) {
  fmt::print(stderr, "{}\n", name);
  if (std::filesystem::exists(needs))
    write();
  else
    out.say(fmt::format("Left out ({}): there was no {}.", name, needs.filename().string()));
}

void renew(const std::filesystem::path& readme, const std::string& block) {
  std::ifstream file(readme);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  detente::write_file(readme, with_block(text, block));
}

void validate(const Files& files) {
  Document out(files.folder / "docs/validation.md", files.folder / "docs/validation");
  Summary summary;
  out.heading("How the index compares with the world", 1);
  out.say(
      "Made by `sh bench/validation/run.sh` after the plan in [bench/validation/plan.md](../bench/validation/plan.md), "
      "which was "
      "written before any of these figures. What went wrong stands where it belongs. Nothing here tests chronologies: "
      "those "
      "at hand are too few.");
  const Levant levant(files.events(), files.pairs);
  const auto disputes = files.reference("gml_mid_spells.csv"), gpr = files.reference("gpr_daily.csv"),
             india = files.reference("india_dyads_daily_2017_2022.csv");
  part(out, "models", files.events(), [&] { write_models(out, levant, summary); });
  part(out, "disputes", disputes, [&] { write_disputes(out, levant, disputes, summary); });
  part(out, "crises", files.crises, [&] { write_crises(out, levant, files.crises, summary); });
  part(out, "India", india, [&] { write_india(out, india, files.crises); });
  part(out, "GPR", gpr, [&] { write_gpr(out, levant, gpr); });
  part(out, "growth", files.events(), [&] { write_growth(out, levant); });
  part(out, "GDELT", files.events(), [&] { write_gdelt(out, levant, files.data / "events"); });
  part(out, "sensitivity", files.crises, [&] { write_sensitivity(out, levant, files.crises); });
  out.finish();
  renew(files.folder / "README.md", readme_block(summary));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: validate DATA CRISES PAIRS FOLDER\n");
    return 2;
  }
  try {
    validate({argv[1], argv[2], argv[3], argv[4]});
  } catch (const std::exception& error) {
    fmt::print(stderr, "validate: {}\n", error.what());
    return 1;
  }
}
