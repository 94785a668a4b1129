#include "live/store/sha256.hpp"

#include <gtest/gtest.h>

#include <string>

namespace detente::detail {
namespace {

/// The examples that NIST publishes beside FIPS 180-4, and its lengths at which padding begins another block.
TEST(Sha256, is_that_of_the_standard) {
  EXPECT_EQ(hexadecimal(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hexadecimal(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(hexadecimal(sha256(std::string(1000000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, is_the_same_however_the_bytes_are_cut) {
  const std::string bytes(300, 'x');
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
    EXPECT_EQ(Sha256().add(bytes.substr(0, cut)).add(bytes.substr(cut)).digest(), sha256(bytes)) << cut;
}

}  // namespace
}  // namespace detente::detail
