#pragma once
/// \file
/// The ranks of a communicator, and what they do together: pieces of bytes given to all, sums, and errors.
///
/// An error of one rank must end the work of all, or the others would wait for it for ever. So whatever may fail is
/// done by `together`: afterwards all ranks know whether all have succeeded.

#include <mpi.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detente::detail {

/// Ranks and sizes of messages, as MPI counts.
inline int to_int(std::size_t number) { return static_cast<int>(number); }

/// A duplicate of a communicator, so that no message is mixed with those of the caller.
class Ranks {
 public:
  explicit Ranks(MPI_Comm comm);
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;
  ~Ranks();

  MPI_Comm comm() const noexcept { return comm_; }
  std::size_t rank() const noexcept { return rank_; }
  std::size_t size() const noexcept { return size_; }
  bool is_first() const noexcept { return rank_ == 0; }

  /// Waits for all.
  void meet() const;
  /// The bytes of every rank, on every rank.
  std::vector<std::string> gathered(std::string_view own) const;
  /// The sums over all ranks, number by number.
  std::vector<std::uint64_t> summed(std::vector<std::uint64_t> own) const;
  std::uint64_t greatest(std::uint64_t own) const;
  std::vector<double> of_all(double own) const;

  /// Does this rank's work and waits for that of the others. If any failed, rank 0 throws the error of the first that
  /// did, and the others throw `OtherRankFailed`.
  template <class Work>
  auto together(const Work& work) const {
    using Result = decltype(work());
    std::exception_ptr failed;
    Result result{};
    try {
      result = work();
    } catch (...) {
      failed = std::current_exception();
    }
    agree(failed);
    return result;
  }
  /// The same of bytes that all ranks then have.
  std::vector<std::string> gathered_by(const std::function<std::string()>& make) const {
    return gathered(together(make));
  }

 private:
  void agree(const std::exception_ptr& failed) const;

  MPI_Comm comm_ = MPI_COMM_NULL;
  std::size_t rank_ = 0, size_ = 1;
};

/// An error as bytes, and thrown again from them with its type, as far as the program tells types apart.
std::string bytes_of_error(const std::exception_ptr& error);
[[noreturn]] void throw_error(std::string_view bytes);

}  // namespace detente::detail
