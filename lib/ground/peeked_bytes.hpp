#pragma once
/// \file
/// A source of bytes whose beginning can be looked at before it is read, because a pipe cannot be opened twice.

#include <algorithm>
#include <string>
#include <string_view>

#include "detente/ground/byte_source.hpp"

namespace detente::detail {

class PeekedBytes : public ByteSource {
 public:
  /// Looks at the first `size` bytes of `rest`, or all if there are fewer.
  PeekedBytes(ByteSource& rest, std::size_t size) : rest_(&rest), head_(size, '\0') {
    std::size_t filled = 0;
    while (filled < size) {
      const std::size_t got = rest.read(std::span(head_).subspan(filled));
      if (got == 0) break;
      filled += got;
    }
    head_.resize(filled);
  }

  std::string_view head() const { return head_; }
  /// How many bytes have been read of the file as stored.
  std::uint64_t bytes_read() const { return rest_->packed_bytes().value_or(given_ + given_on_); }

  std::size_t read(std::span<char> into) override {
    const std::size_t n = std::min(into.size(), head_.size() - given_);
    if (n == 0) {
      const std::size_t got = rest_->read(into);
      given_on_ += got;
      return got;
    }
    std::copy_n(head_.data() + given_, n, into.data());
    given_ += n;
    return n;
  }

 private:
  ByteSource* rest_;
  std::string head_;
  std::size_t given_ = 0;
  std::uint64_t given_on_ = 0;
};

}  // namespace detente::detail
