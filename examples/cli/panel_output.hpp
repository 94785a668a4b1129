#pragma once
/// \file
/// Writes a panel as it comes, and says what is to be said of it, whoever made it.

#include <functional>
#include <string>
#include <string_view>

#include "detente/questions/index/panel.hpp"
#include "form.hpp"
#include "options.hpp"

namespace detente::cli {

/// A panel as text, piece by piece.
struct PanelText {
  std::string head;
  std::string (*form)(const IndexSeries& series);
};
PanelText panel_text_in(Form form);

/// A pair's series as text that may leave the program (console.hpp). Made where pairs are scored, on their threads.
std::string outgoing_text(const PanelText& text, const IndexSeries& series, const OutputOptions& output);

/// Writes what `make` gives, texts that may leave the program, behind the head, to standard output or to a file that
/// appears once it is complete; then the totals that it returns, and how pairs were scored. Throws `InputError` if no
/// pair has an event that counts.
void deliver_panel(const PanelText& text, const PanelRequest& request, const OutputOptions& output,
                   const std::function<PanelSummary(const std::function<void(std::string_view)>& take)>& make);

/// "model …, source profile …; codebook …; rules"
std::string made_by(const Scoring& scoring);

}  // namespace detente::cli
