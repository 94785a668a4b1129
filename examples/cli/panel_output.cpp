#include "panel_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "console.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/json/json.hpp"
#include "detente/output/text/panel_table.hpp"
#include "input.hpp"

namespace detente::cli {
namespace {

/// Standard output, or a file that appears once it is complete.
class Destination {
 public:
  explicit Destination(const OutputOptions& options) : options_(options) {
    if (!options.to_file.empty() && options.to_file != "-") file_.emplace(options.to_file);
  }
  /// Text that may leave the program as it is.
  void write(std::string_view text) {
    if (file_)
      file_->write(text);
    else
      print_raw(text);
  }
  void finish() {
    if (!file_) return;
    file_->finish();
    say("written: " + visible(options_.to_file, SIZE_MAX));
  }

 private:
  const OutputOptions& options_;
  std::optional<AtomicFile> file_;
};

void say_silent(const std::vector<PanelSummary::LeftOut>& pairs) {
  constexpr std::size_t most = 5;
  for (const PanelSummary::LeftOut& pair : std::span(pairs).first(std::min(most, pairs.size())))
    say(
        fmt::format("warning: {} has nothing between {} and {} and is left out; if both are meant, say which days "
                    "are to be shown (--from, --to)",
                    to_text(pair.dyad), to_text(pair.before), to_text(pair.after)));
  if (pairs.size() > most) say(fmt::format("warning: {} more pairs are left out so", pairs.size() - most));
}

}  // namespace

PanelText panel_text_in(Form form) {
  switch (form) {
    case Form::csv: return {std::string(index_header_csv()), index_rows_csv};
    case Form::json:
    case Form::jsonl: return {"", index_rows_json};
    case Form::table: break;
  }
  return {panel_table_head(), panel_table_line};
}

std::string made_by(const Scoring& scoring) {
  const auto& profile = scoring.profile;
  return fmt::format("model {}{}; codebook {}; {}", scoring.model.text(),
                     profile ? ", source profile " + to_text(*profile) : "", scoring.codebook.name(),
                     to_text(scoring.rules));
}

std::string outgoing_text(const PanelText& text, const IndexSeries& series, const OutputOptions& output) {
  return outgoing(text.form(series), output);
}

void deliver_panel(const PanelText& text, const PanelRequest& request, const OutputOptions& output,
                   const std::function<PanelSummary(const std::function<void(std::string_view)>& take)>& make) {
  Destination out(output);
  std::string head = outgoing(text.head, output);  // it comes with the first rows: without rows there is no output
  const PanelSummary summary = make([&](std::string_view part) {
    if (part.empty()) return;
    out.write(std::exchange(head, {}));
    out.write(part);
  });
  say_unknown(summary.unknown, request.scoring.codebook);
  say_silent(summary.silent);
  if (summary.pairs == 0) throw InputError("no pair has an event that counts; see detente check");
  out.finish();
  say(fmt::format("{} pairs, {} events, {} rows; {}", summary.pairs, summary.events, summary.rows,
                  made_by(request.scoring)));
  if (const auto warm = warm_from(request.scoring))
    say(fmt::format("until {} the model warms up and reads low", to_text(*warm)));
}

}  // namespace detente::cli
