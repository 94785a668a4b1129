#include "template_chronology.hpp"

#include <array>

namespace detente::cli {
namespace {

// Ardenia (ARD) and Belmark (BEL) do not exist. Each note says what its row shows.
constexpr std::string_view chronology =
    R"(id,date,source,target,event,object,until,count,issue,status,claim,affects,spill,mentions,reported,revision,source_name,score,sd,note,url
1,2025-02-03,ARD,BEL,criticism,,,,fishing,,,,,,,,,,,"A row is one act: on that day ARD did this to BEL. Empty cells take what is usual.",
2,2025-03,BEL,ARD,accusation,,,,fishing,,contested,,,,,,,,,"One unknown day in March. ARD denies what it is accused of (claim contested): the accusation still counts.",
3,2025-03/2025-08,ARD,BEL,criticism,,,6,rhetoric,,,,,,,,,,,"Throughout: six remarks, spread from March to August.",
4,2025-04-10~,ARD,BEL,threat_of_sanctions,,,,fishing,,,,,,2025-04-15,,,,,"About 10 April (three days either way). Known since 15 April: 'detente index --as-of 2025-04-12' does not know it yet.",
5,2025-05-06,ARD,BEL,visa_revoked,fisheries minister,,,visa,,,,,,2025-05-06,,,,,"Puts a measure in force until a row closes it; object tells one measure from another.",https://example.org/visa
6,[2025-05-20..2025-05-31],BEL,ARD,envoy_recalled_for_consultations,ambassador,,,diplomacy,,,,,,2025-06-02,,,,,"One unknown day between these two.",
7,2025-06-10,ARD,BEL,military_strike,,,,fishing,alleged,,,,,2025-06-11,,,,,"First version: a boat is said to have been fired on (status alleged).",
7,2025-06-10,ARD,BEL,military_strike,,,,fishing,denied,,,,,2025-06-20,,,,,"Second version of event 7 (same id, later reported): denied. The latest version known by a day counts.",
8,2025-07-01,ARD,BEL,visa_granted,fisheries minister,2025-07-04,,visa,,,,,,,,,,,"Lifts the measure of row 5 from 1 to 4 July (until); then it is in force again.",
9,2025-07-15,ARD,CAS,agreement,,,,fishing,,,ARD:BEL,0.2,,,,treaty desk,,,"An act toward a third party that touches this pair: shown, and counted with a fifth of its weight (spill). Its id is the treaty desk's (source_name), so another coder's event 9 is another event.",
10,2025-08-02,BEL,ARD,sanction_imposed,fish imports,2025-12-31,,trade,,,,,3,,,,-6.5,1,"In force until the end of the year. The coder's own score and its standard deviation win over the codebook's.",
11,2025-09-21,ARD,BEL,visa_granted,fisheries minister,,,visa,,,,,,,,,,,"Typed wrongly at first, and kept for the record.",
11,2025-09-12,ARD,BEL,visa_granted,fisheries minister,,,visa,,,,,,,1,,,,"Corrected (revision 1): of the versions of event 11 this one counts. It closes the measure of row 5 for good.",
12,2025-11-20,BEL,ARD,host_visit,,,,diplomacy,scheduled,,,,,2025-09-15,,,,,"Announced: counts nothing until a later version of event 12 says confirmed.",
)";

constexpr std::array<ColumnHelp, 21> columns{{
    {"id", "none", "your name for the event; rows with one id and different reported are versions of it"},
    {"date", "needed",
     "2025-09-26; one unknown day: 2025-09, 2025, [2025-09-16..2025-09-30]; about: 2025-12-22~;\n"
     "throughout: 2025-02/2026-01; not over yet: 2025-09/..; with --dates words also 26 Sep 2025, late 2025"},
    {"source", "needed", "who acts"},
    {"target", "needed", "toward whom"},
    {"event", "needed",
     "what kind of act: a term of 'detente codebook show plain', in any of its spellings: 'Ambassador recalled'\n"
     "(not needed beside a score)"},
    {"object", "none", "what a measure is about: a closing ends the opening with the same object"},
    {"until", "none", "last day of a measure, or of its lifting"},
    {"count", "1", "how many acts an event throughout an interval stands for"},
    {"issue", "none", "a word to select and to sum by: trade, visa, drugs"},
    {"status", "confirmed", "whether it happened: confirmed, alleged, disputed, denied, scheduled, cancelled"},
    {"claim", "uncontested", "contested: what an accusation says is denied; it keeps its weight"},
    {"affects", "none",
     "A:B, a pair that an act between others touches; a closing\n"
     "ends there what it closes, with or without this"},
    {"spill", "0",
     "-1 to 1: with what weight it counts there; 0 only shows it;\n"
     "below 0 what pleases these others strains the pair"},
    {"mentions", "1", "how many reports mention it (for --mentions)"},
    {"reported", "last day of date", "day on which it became known (for --as-of)"},
    {"revision", "0", "0, 1, 2…: which of the versions with one reported day is newer"},
    {"source_name", "--source", "whose id it is: two coders' events 1 are two events"},
    {"score", "the codebook's", "your own score, positive for cooperation, -10 to 10 by custom"},
    {"sd", "the codebook's", "how unsure the score is, in its points"},
    {"note", "none", "your words, shown on the page; they stand for an event without a term"},
    {"url", "none", "where it can be read, linked on the page"},
}};

}  // namespace

std::string_view template_chronology() noexcept { return chronology; }

std::span<const ColumnHelp> chronology_columns() noexcept { return columns; }

}  // namespace detente::cli
