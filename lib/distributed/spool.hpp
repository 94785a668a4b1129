#pragma once
/// \file
/// Pieces of bytes that a process makes now and needs later: in memory up to a limit, and past it in a temporary file.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "ground/temporary_file.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Threads: any number may read an object at once, and one alone may change it.
class Spool {
 public:
  /// Without a limit everything stays in memory. If `folder` is empty, it is the system's for temporary files.
  explicit Spool(std::optional<std::uint64_t> limit = {}, std::filesystem::path folder = {});
  Spool(Spool&&) noexcept;
  Spool& operator=(Spool&&) = delete;
  ~Spool();

  /// Keeps a piece; its number. Throws `std::system_error` with the folder.
  std::size_t put(std::string piece);
  std::string get(std::size_t number) const;
  std::uint64_t size(std::size_t number) const { return pieces_[number].size; }
  /// Fills `into` from an offset in a piece; how much there was.
  std::size_t read(std::size_t number, std::uint64_t offset, std::span<char> into) const;

 private:
  void move_to_file();

  struct Piece {
    std::string bytes;         ///< in memory
    std::uint64_t offset = 0;  ///< in the file
    std::uint64_t size = 0;
  };
  std::optional<std::uint64_t> limit_;
  std::filesystem::path folder_;
  std::vector<Piece> pieces_;
  std::size_t first_in_memory_ = 0;
  std::uint64_t in_memory_ = 0, in_file_ = 0;
  std::unique_ptr<TemporaryFile> file_;
};

/// One piece, a bit at a time. The spool must outlive it.
class SpooledBytes final : public ByteSource {
 public:
  SpooledBytes(const Spool& spool, std::size_t number) : spool_(&spool), number_(number) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t got = spool_->read(number_, at_, into);
    at_ += got;
    return got;
  }

 private:
  const Spool* spool_;
  std::size_t number_;
  std::uint64_t at_ = 0;
};

}  // namespace detente::detail
#pragma GCC visibility pop
