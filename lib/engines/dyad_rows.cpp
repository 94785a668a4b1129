#include "detente/engines/dyad_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "contracts/count_days.hpp"
#include "contracts/log_internals.hpp"
#include "ground/temporary_file.hpp"

namespace detente {
using namespace detail;

/// The rows of a log at one moment on disk, grouped by dyad.
class DyadRows::Run {
 public:
  Run(const EventLog& log, const std::filesystem::path& folder) : file_(folder) {
    std::vector<EventRow> rows;  // those that go to the file, if some of the log's do not
    const bool all = LogInternals::forgettable(log) == log.size();
    std::size_t written = 0;
    for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) {
      begin_.push_back(written);
      const std::span<const EventRow> own = log.rows_of(dyad);
      if (!all) std::remove_copy_if(own.begin(), own.end(), std::back_inserter(rows), can_move);
      written = all ? written + own.size() : rows.size();
    }
    begin_.push_back(written);
    file_.append(std::as_bytes(all ? log.rows() : std::span<const EventRow>(rows)));
  }

  std::size_t count(std::uint32_t dyad) const { return dyad + 1 < begin_.size() ? begin_[dyad + 1] - begin_[dyad] : 0; }

  void read(std::uint32_t dyad, std::vector<EventRow>& into) const {
    const std::size_t n = count(dyad);
    if (n == 0) return;
    const std::size_t old = into.size();
    into.resize(old + n);
    file_.read(begin_[dyad] * sizeof(EventRow), std::as_writable_bytes(std::span(into).subspan(old)));
  }

 private:
  TemporaryFile file_;
  std::vector<std::size_t> begin_;
};

DyadRows::DyadRows(ActorTable actors, std::filesystem::path folder)
    : actors_(std::move(actors)), folder_(std::move(folder)) {}

DyadRows::DyadRows(DyadRows&&) noexcept = default;
DyadRows::~DyadRows() = default;

void DyadRows::spill(EventLog& log) {
  if (LogInternals::forgettable(log) <= log.size() / 2) return;  // nothing, or too little to be worth a run
  log.group();
  if (folder_.empty()) folder_ = std::filesystem::temp_directory_path();
  runs_.push_back(std::make_unique<Run>(log, folder_));
  LogInternals::forget_rows(log);
}

std::size_t DyadRows::runs() const noexcept { return runs_.size(); }

Settlement DyadRows::finish(EventLog log, std::size_t threads) {
  log_ = std::move(log);
  Settlement found;
  if (!runs_.empty()) {
    log_.group(threads);
    found = LogInternals::settle_versions(log_);
    gone_ = found.dropped();
    for (std::uint32_t dyad = 0; dyad < log_.dyads().size(); ++dyad) sizes_.push_back(settle(dyad, found).size());
    found.sort();
  } else {
    if (!log_.is_arranged()) found = log_.arrange(threads);
    for (std::uint32_t dyad = 0; dyad < log_.dyads().size(); ++dyad) sizes_.push_back(log_.rows_of(dyad).size());
  }
  find_pairs();
  return found;
}

void DyadRows::keep_part(const std::function<bool(const Dyad&)>& here, std::optional<Exposure> totals) {
  std::erase_if(pairs_, [&](const Pair& pair) { return !here(pair.dyad); });
  totals_ = std::move(totals);
}

void DyadRows::find_pairs() {
  Members members;
  for (std::uint32_t number = 0; number < log_.dyads().size(); ++number) {
    const auto& ids = log_.dyads()[number];
    for (const std::string& source : actors_.possible(log_.actors()[ids.source]))
      for (const std::string& target : actors_.possible(log_.actors()[ids.target]))
        if (source != target) members[Dyad{source, target}.canonical()].insert(number);
  }
  add_affecting(members);
  pairs_.clear();
  pairs_.reserve(members.size());
  for (auto& [dyad, numbers] : members) pairs_.push_back({dyad, {numbers.begin(), numbers.end()}});
}

/// An affected pair has the rows of those who affect it, and of all whom the table may take for the same two: a measure
/// that one of them opened may be closed by another.
void DyadRows::add_affecting(Members& members) const {
  const Members own = LogInternals::affected(log_).empty() ? Members() : members;
  for (const auto& [affected, dyad] : LogInternals::affected(log_)) {
    const auto& ids = log_.dyads()[dyad];
    std::set<std::uint32_t>& here = members[affected.canonical()];
    here.insert(dyad);
    for (const std::string& source : actors_.possible(log_.actors()[ids.source]))
      for (const std::string& target : actors_.possible(log_.actors()[ids.target]))
        if (const auto found = own.find(Dyad{source, target}.canonical()); found != own.end())
          here.insert(found->second.begin(), found->second.end());
  }
}

std::vector<EventRow> DyadRows::settle(std::uint32_t dyad, Settlement& found) const {
  const std::span<const EventRow> here = log_.rows_of(dyad);
  std::vector<EventRow> out;
  for (const auto& run : runs_) run->read(dyad, out);
  std::remove_copy_if(here.begin(), here.end(), std::back_inserter(out), [&](const EventRow& row) {
    return can_move(row) && std::binary_search(gone_.begin(), gone_.end(), row.number);
  });
  if (!runs_.empty()) found.add(LogInternals::settle(log_, out));
  return out;
}

std::vector<EventRow> DyadRows::rows_of_dyad(std::uint32_t dyad) const {
  Settlement known;
  return settle(dyad, known);
}

std::vector<EventRow> DyadRows::rows(std::size_t pair) const {
  std::vector<EventRow> out, before;
  for (const std::uint32_t dyad : pairs_[pair].dyads) {
    const std::vector<EventRow> own = runs_.empty() ? std::vector<EventRow>() : rows_of_dyad(dyad);
    const std::span<const EventRow> rows = runs_.empty() ? log_.rows_of(dyad) : std::span<const EventRow>(own);
    before.swap(out);
    out.clear();
    out.reserve(before.size() + rows.size());
    std::merge(before.begin(), before.end(), rows.begin(), rows.end(), std::back_inserter(out), row_before);
  }
  return out;
}

Exposure DyadRows::totals(std::optional<Day> as_of) const {
  if (totals_) return *totals_;
  if (runs_.empty()) return totals_of(log_, as_of);
  std::map<Day, double> counts;
  for (std::uint32_t dyad = 0; dyad < log_.dyads().size(); ++dyad) count_days(log_, rows_of_dyad(dyad), as_of, counts);
  return Exposure(std::vector<std::pair<Day, double>>(counts.begin(), counts.end()));
}

std::size_t DyadRows::rows_at_most(std::size_t pair) const {
  std::size_t n = 0;
  for (const std::uint32_t dyad : pairs_[pair].dyads) {
    n += log_.rows_of(dyad).size();
    for (const auto& run : runs_) n += run->count(dyad);
  }
  return n;
}

}  // namespace detente
