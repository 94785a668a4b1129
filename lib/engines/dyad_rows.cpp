#include "detente/engines/dyad_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "ground/nameless_file.hpp"

namespace detente {

/// The rows of a log at one moment, each dyad's together, on disk.
class DyadRows::Run {
 public:
  Run(const EventLog& log, const std::filesystem::path& folder) : file_(folder) {
    for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) begin_.push_back(begin_of(log, dyad));
    begin_.push_back(log.size());
    file_.append(std::as_bytes(log.rows()));
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
  static std::size_t begin_of(const EventLog& log, std::uint32_t dyad) {
    return static_cast<std::size_t>(log.rows_of(dyad).data() - log.rows().data());
  }

  NamelessFile file_;
  std::vector<std::size_t> begin_;
};

DyadRows::DyadRows(ActorTable actors, std::filesystem::path folder)
    : actors_(std::move(actors)), folder_(std::move(folder)) {}

DyadRows::DyadRows(DyadRows&&) noexcept = default;
DyadRows::~DyadRows() = default;

void DyadRows::spill(EventLog& log) {
  if (log.empty()) return;
  log.group();
  if (folder_.empty()) folder_ = std::filesystem::temp_directory_path();
  runs_.push_back(std::make_unique<Run>(log, folder_));
  log.forget_rows();
}

std::size_t DyadRows::runs() const noexcept { return runs_.size(); }

void DyadRows::finish(EventLog log, std::size_t threads) {
  log_ = std::move(log);
  if (!runs_.empty())
    log_.group();  // what repeats a row of a run is settled when the pair is read
  else if (!log_.is_arranged())
    log_.arrange(threads);
  find_pairs();
}

void DyadRows::find_pairs() {
  std::map<Dyad, std::set<std::uint32_t>> members;
  for (std::uint32_t number = 0; number < log_.dyads().size(); ++number) {
    const auto& ids = log_.dyads()[number];
    for (const std::string& source : actors_.possible(log_.actors()[ids.source]))
      for (const std::string& target : actors_.possible(log_.actors()[ids.target]))
        if (source != target) members[Dyad{source, target}.canonical()].insert(number);
  }
  for (const auto& [affected, dyad] : log_.affected()) members[affected.canonical()].insert(dyad);
  pairs_.clear();
  pairs_.reserve(members.size());
  for (auto& [dyad, numbers] : members) pairs_.push_back({dyad, {numbers.begin(), numbers.end()}});
}

std::vector<EventRow> DyadRows::rows_of_dyad(std::uint32_t dyad) const {
  const std::span<const EventRow> here = log_.rows_of(dyad);
  std::vector<EventRow> out;
  for (const auto& run : runs_) run->read(dyad, out);
  out.insert(out.end(), here.begin(), here.end());
  if (!runs_.empty()) log_.settle(out);
  return out;
}

std::vector<EventRow> DyadRows::rows(std::size_t pair) const {
  std::vector<EventRow> out;
  for (const std::uint32_t dyad : pairs_[pair].dyads) {
    const std::vector<EventRow> rows = rows_of_dyad(dyad);
    const auto middle = static_cast<std::ptrdiff_t>(out.size());
    out.insert(out.end(), rows.begin(), rows.end());
    std::inplace_merge(out.begin(), out.begin() + middle, out.end(),
                       [](const EventRow& a, const EventRow& b) { return row_before(a, b); });
  }
  return out;
}

Exposure DyadRows::totals(std::optional<Day> as_of) const {
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
