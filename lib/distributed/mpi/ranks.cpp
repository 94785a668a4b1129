#include "distributed/mpi/ranks.hpp"

#include <algorithm>

#include "detente/distributed/mpi/panel_mpi.hpp"

namespace detente::detail {
namespace {

/// Open MPI counts in `int`.
constexpr std::size_t most_at_once = std::size_t{1} << 26;

}  // namespace

Ranks::Ranks(MPI_Comm comm) {
  MPI_Comm_dup(comm, &comm_);
  int rank = 0, size = 1;
  MPI_Comm_rank(comm_, &rank);
  MPI_Comm_size(comm_, &size);
  rank_ = static_cast<std::size_t>(rank);
  size_ = static_cast<std::size_t>(size);
}

Ranks::~Ranks() { MPI_Comm_free(&comm_); }

void Ranks::meet() const { MPI_Barrier(comm_); }

std::vector<std::string> Ranks::gathered(std::string_view own) const {
  std::vector<std::uint64_t> sizes(size_);
  const std::uint64_t size = own.size();
  MPI_Allgather(&size, 1, MPI_UINT64_T, sizes.data(), 1, MPI_UINT64_T, comm_);
  std::vector<std::string> out(size_);
  for (std::size_t from = 0; from < size_; ++from) {
    out[from].assign(sizes[from], '\0');
    if (from == rank_) out[from] = own;
    for (std::size_t at = 0; at < out[from].size(); at += most_at_once)
      MPI_Bcast(out[from].data() + at, to_int(std::min(most_at_once, out[from].size() - at)), MPI_BYTE, to_int(from),
                comm_);
  }
  return out;
}

std::vector<std::uint64_t> Ranks::summed(std::vector<std::uint64_t> own) const {
  MPI_Allreduce(MPI_IN_PLACE, own.data(), to_int(own.size()), MPI_UINT64_T, MPI_SUM, comm_);
  return own;
}

std::uint64_t Ranks::greatest(std::uint64_t own) const {
  MPI_Allreduce(MPI_IN_PLACE, &own, 1, MPI_UINT64_T, MPI_MAX, comm_);
  return own;
}

std::vector<double> Ranks::of_all(double own) const {
  std::vector<double> out(size_);
  MPI_Allgather(&own, 1, MPI_DOUBLE, out.data(), 1, MPI_DOUBLE, comm_);
  return out;
}

void Ranks::agree(const std::exception_ptr& failed) const {
  std::uint64_t first = failed ? rank_ : size_;
  MPI_Allreduce(MPI_IN_PLACE, &first, 1, MPI_UINT64_T, MPI_MIN, comm_);
  if (first == size_) return;
  const std::vector<std::string> errors = gathered(rank_ == first ? bytes_of_error(failed) : std::string());
  if (is_first()) throw_error(errors[first]);
  throw OtherRankFailed("a rank failed; rank 0 says why");
}

}  // namespace detente::detail
