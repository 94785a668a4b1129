#include "ground/unpacked.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>

#include "detente/ground/error.hpp"
#include "support/packed.hpp"

namespace detente {
namespace {

std::string all_of(ByteSource& source, std::size_t at_once = 1000) {
  std::string text, some(at_once, '\0');
  while (const std::size_t got = source.read(some)) text.append(some, 0, got);
  return text;
}
std::string unpack(const std::filesystem::path& path) { return all_of(*open_unpacked(path)); }

class Unpacked : public testing::Test {
 protected:
  Unpacked() { std::filesystem::create_directories(folder_); }
  ~Unpacked() override {
    std::error_code none;
    std::filesystem::remove_all(folder_, none);
  }
  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  /// What unpacking throws.
  static std::string refusal(const std::filesystem::path& path) {
    try {
      unpack(path);
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing was thrown";
  }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("unpacked_" + std::to_string(::getpid()));
};

TEST_F(Unpacked, WhatIsNotPackedIsAsItIs) {
  for (const std::string text : {"", "P", "PK", "PK,a\n", "\x1F", "a,b\nc,d\n"})
    EXPECT_EQ(unpack(write("t", text)), text);
}

TEST_F(Unpacked, WhatCannotBeOpenedIsNamed) {
  for (const std::filesystem::path& path : {folder_ / "none.zip", folder_}) try {
      unpack(path);
      ADD_FAILURE();
    } catch (const std::system_error& error) {
      EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos);
    }
}

#if DETENTE_ARCHIVES

using test::write_packed;

/// Text that does not pack well, so that an archive of it can be cut in many places.
std::string noise(std::size_t lines) {
  std::string text;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < lines; ++i) text += std::to_string(state = state * 1664525U + 1013904223U) + "\n";
  return text;
}

TEST_F(Unpacked, IsWhatWasPacked) {
  const std::string text = noise(20'000);
  for (const std::string kind : {"gz", "zst", "zip"}) {
    write_packed(folder_ / "t.bin", kind, {{"t", text}});  // known by its content, not by its name
    EXPECT_EQ(unpack(folder_ / "t.bin"), text) << kind;
  }
}

TEST_F(Unpacked, MembersComeByNameFromTheStartOfALine) {
  write_packed(folder_ / "t.zip", "zip",
               {{"b.csv", "3\n4"}, {"folder/", ""}, {"c.csv", "5\n"}, {"a.csv", "1\n2"}, {"__MACOSX/._a.csv", "x"}});
  EXPECT_EQ(unpack(folder_ / "t.zip"), "1\n2\n3\n4\n5\n");
}

std::string through_a_pipe(const std::filesystem::path& path) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const std::string bytes = read_all(path);
  std::thread writer([&] {
    EXPECT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    ::close(ends[1]);
  });
  struct Join {
    std::thread& writer;
    int end;
    ~Join() {
      writer.join();
      ::close(end);
    }
  } const join{writer, ends[0]};
  return unpack("/dev/fd/" + std::to_string(ends[0]));
}

TEST_F(Unpacked, APipeIsUnpackedToo) {
  for (const std::string kind : {"gz", "zst", "zip"}) {
    write_packed(folder_ / "t", kind, {{"t", "a\nb\n"}});
    EXPECT_EQ(through_a_pipe(folder_ / "t"), "a\nb\n") << kind;
  }
  write_packed(folder_ / "t", "zip", {{"a", "1"}, {"b", "2"}});
  EXPECT_EQ(through_a_pipe(folder_ / "t"), "1\n2");
  write_packed(folder_ / "t", "zip", {{"b", "2"}, {"a", "1"}});
  try {
    through_a_pipe(folder_ / "t");
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("save the archive as a file"), std::string::npos) << error.what();
  }
}

TEST_F(Unpacked, AnArchiveThatIsCutShortIsRefusedWhereverItIsCut) {
  for (const std::string kind : {"gz", "zst", "zip"}) {
    write_packed(folder_ / "whole", kind, {{"t", noise(2000)}});
    const std::string bytes = read_all(folder_ / "whole");
    for (const std::size_t size : {std::size_t{20}, bytes.size() / 2, bytes.size() - 100, bytes.size() - 1}) {
      if (kind == "zip" && size > bytes.size() - 22) continue;  // only the comment's length is lost
      const std::string why = refusal(write("cut", bytes.substr(0, size)));
      EXPECT_NE(why.find("cut: cannot be unpacked: "), std::string::npos) << kind << " " << size << ": " << why;
      EXPECT_NE(why.find("fetch it again"), std::string::npos) << why;
    }
  }
}

TEST_F(Unpacked, AnArchiveThatIsDamagedIsRefused) {
  write_packed(folder_ / "whole", "zip", {{"t", noise(2000)}});
  std::string bytes = read_all(folder_ / "whole");
  for (std::size_t i = 0; i < 20; ++i) bytes[bytes.size() / 2 + i] ^= 0x55;
  EXPECT_NE(refusal(write("bad", bytes)).find("cannot be unpacked"), std::string::npos);
}

TEST_F(Unpacked, AnArchiveWithoutFilesIsRefused) {
  write_packed(folder_ / "t.zip", "zip", {{"folder/", ""}});
  EXPECT_NE(refusal(folder_ / "t.zip").find("t.zip: the archive holds no file"), std::string::npos);
  write_packed(folder_ / "t.zip", "zip", {});
  EXPECT_NE(refusal(folder_ / "t.zip").find("t.zip: the archive holds no file"), std::string::npos);
}

TEST_F(Unpacked, PackedBytesAreCounted) {
  write_packed(folder_ / "t.gz", "gz", {{"t", noise(2000)}});
  const auto source = open_unpacked(folder_ / "t.gz");
  all_of(*source);
  EXPECT_EQ(source->packed_bytes(), std::filesystem::file_size(folder_ / "t.gz"));
}

#else

TEST_F(Unpacked, WithoutLibarchiveThePackageIsNamed) {
  EXPECT_NE(refusal(write("t.gz", "\x1F\x8B...")).find("libarchive-dev"), std::string::npos);
}

#endif

}  // namespace
}  // namespace detente
