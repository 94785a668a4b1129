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
using namespace detail;
namespace {

std::string all_of(ByteSource& source, std::size_t at_once = 1000) {
  std::string text, some(at_once, '\0');
  while (const std::size_t got = source.read(some)) text.append(some, 0, got);
  return text;
}
/// All files of it, behind the name of each if there are several.
std::string unpack(const std::filesystem::path& path) {
  const auto source = open_unpacked(path);
  std::string text;
  do {
    if (!source->file_name().empty()) text += "<" + source->file_name() + ">";
    text += all_of(*source);
  } while (source->next_file());
  return text;
}

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

using test::Members;
using test::packings;
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
  if (packings().empty()) GTEST_SKIP() << "this build unpacks nothing";
  for (const std::string& kind : packings()) {
    write_packed(folder_ / "t.bin", kind, {{"t", text}});  // known by its content, not by its name
    EXPECT_EQ(unpack(folder_ / "t.bin"), text) << kind;
    for (const std::size_t at_once : {1U, 7U, 70'000U})
      EXPECT_EQ(all_of(*open_unpacked(folder_ / "t.bin"), at_once), text) << kind << " " << at_once;
  }
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
  if (packings().empty()) GTEST_SKIP() << "this build unpacks nothing";
  for (const std::string& kind : packings()) {
    write_packed(folder_ / "t", kind, {{"t", "a\nb\n"}});
    EXPECT_EQ(through_a_pipe(folder_ / "t"), kind == "zip" ? "<t>a\nb\n" : "a\nb\n") << kind;
  }
}

TEST_F(Unpacked, AnArchiveThatIsCutShortIsRefusedWhereverItIsCut) {
  if (packings().empty()) GTEST_SKIP() << "this build unpacks nothing";
  for (const std::string& kind : packings()) {
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

TEST_F(Unpacked, PackedBytesAreCounted) {
  if (packings().empty()) GTEST_SKIP() << "this build unpacks nothing";
  for (const std::string& kind : packings()) {
    if (kind == "zip") continue;  // its directory lies behind the files
    write_packed(folder_ / "t", kind, {{"t", noise(2000)}});
    const auto source = open_unpacked(folder_ / "t");
    all_of(*source);
    EXPECT_EQ(source->packed_bytes(), std::filesystem::file_size(folder_ / "t")) << kind;
  }
}

#if DETENTE_GZIP

using test::gzip_of;

TEST_F(Unpacked, MembersOfAGzipAreOneText) {
  EXPECT_EQ(unpack(write("t.gz", gzip_of("a\n") + gzip_of("") + gzip_of("b\n"))), "a\nb\n");
  EXPECT_EQ(unpack(write("t.gz", gzip_of("a\n") + std::string(100'000, '\0'))), "a\n") << "as tapes fill a block";
}

/// A bit that flips in the packed text may give another text that is as well-formed: only the checksum tells. A few
/// bits behind the text fill its last byte and mean nothing.
TEST_F(Unpacked, NoFlippedBitOfAGzipChangesTheText) {
  const std::string text = "date,source,target,event\n2025-10-01,USA,COL,sanction_imposed\n";
  const std::string whole = gzip_of(text);
  int silent = 0;
  for (std::size_t i = 10; i < whole.size(); ++i)  // before it are the file's time and system
    for (int bit = 0; bit < 8; ++bit) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
      const std::string why = refusal(write("t.gz", bytes));
      if (why == "nothing was thrown" && unpack(folder_ / "t.gz") == text)
        ++silent;
      else
        ASSERT_NE(why.find("t.gz: cannot be unpacked: at byte "), std::string::npos) << i << " " << bit << why;
    }
  EXPECT_LT(silent, 8);
}

TEST_F(Unpacked, AGzipSaysWhatDoesNotMatch) {
  const std::string whole = gzip_of(noise(100));
  std::string bytes = whole;
  bytes[bytes.size() - 8] ^= 1;
  EXPECT_NE(refusal(write("t.gz", bytes)).find("the checksum does not match"), std::string::npos);
  bytes = whole;
  bytes[bytes.size() - 1] ^= 1;
  EXPECT_NE(refusal(write("t.gz", bytes)).find("the length does not match"), std::string::npos);
}

TEST_F(Unpacked, ABadSecondMemberOfAGzipIsRefused) {
  std::string second = gzip_of("b\n");
  second[second.size() - 5] ^= 1;
  EXPECT_NE(refusal(write("t.gz", gzip_of("a\n") + second)).find("cannot be unpacked"), std::string::npos);
  EXPECT_NE(refusal(write("t.gz", gzip_of("a\n") + "\x1F" + second.substr(2))).find("cannot be unpacked"),
            std::string::npos);
}

TEST_F(Unpacked, WhatFollowsAGzipIsRefusedWithItsByte) {
  const std::string whole = gzip_of("a\n");
  for (const std::string& garbage :
       {std::string("x"), std::string("\n2025-01-01,USA,COL,a\n"), std::string("\0\0x", 3)}) {
    const std::string why = refusal(write("t.gz", whole + garbage));
    const std::size_t byte = whole.size() + (garbage[0] == '\0' ? 2 : 0);
    EXPECT_NE(why.find("t.gz: cannot be unpacked: at byte " + std::to_string(byte) + ": what follows is no gzip"),
              std::string::npos)
        << why;
  }
}

#else

TEST_F(Unpacked, WithoutZlibThePackageIsNamed) {
  EXPECT_NE(refusal(write("t.gz", "\x1F\x8B...")).find("zlib1g-dev"), std::string::npos);
}

#endif

#if DETENTE_ARCHIVES

const Members several{
    {"b.csv", "3\n4"}, {"folder/", ""}, {"c.csv", "5\n"}, {"a.csv", "1\n2"}, {"__MACOSX/._a.csv", "x"}};

TEST_F(Unpacked, FilesOfAZipComeOneByOneAsTheyLie) {
  write_packed(folder_ / "t.zip", "zip", several);
  const std::string wanted = "<b.csv>3\n4<c.csv>5\n<a.csv>1\n2";
  EXPECT_EQ(unpack(folder_ / "t.zip"), wanted);
  EXPECT_EQ(through_a_pipe(folder_ / "t.zip"), wanted);
}

TEST_F(Unpacked, AFlippedBitInAZipIsFoundByItsChecksum) {
  write_packed(folder_ / "whole", "stored", {{"t", "2025-10-01"}, {"u", "2025-10-02"}});
  std::string bytes = read_all(folder_ / "whole");
  bytes[bytes.find("2025-10-02") + 6] ^= 2;
  const std::string why = refusal(write("bad", bytes));
  EXPECT_NE(why.find("bad/u: cannot be unpacked: "), std::string::npos) << why;
}

TEST_F(Unpacked, AnArchiveThatIsDamagedIsRefused) {
  write_packed(folder_ / "whole", "zip", {{"t", noise(2000)}});
  std::string bytes = read_all(folder_ / "whole");
  for (std::size_t i = 0; i < 20; ++i) bytes[bytes.size() / 2 + i] ^= 0x55;
  EXPECT_NE(refusal(write("bad", bytes)).find("cannot be unpacked"), std::string::npos);
}

TEST_F(Unpacked, FramesOfAZstdAreOneTextAndWhatFollowsIsRefused) {
  write_packed(folder_ / "t.zst", "zst", {{"t", "a\nb\n"}});
  const std::string frame = read_all(folder_ / "t.zst");
  EXPECT_EQ(unpack(write("two.zst", frame + frame)), "a\nb\na\nb\n");
  for (const char* garbage : {"x", "\n2025-01-01,USA,COL,a\n"})
    EXPECT_NE(refusal(write("t.zst", frame + garbage)).find("t.zst: cannot be unpacked: "), std::string::npos)
        << garbage;
}

/// Of a .zip within, libarchive would give the first file and no word of the others.
TEST_F(Unpacked, WhatIsInAZstdIsGivenAsItIs) {
  write_packed(folder_ / "in.zip", "zip", several);
  const std::string zip = read_all(folder_ / "in.zip");
  write_packed(folder_ / "t.zst", "zst", {{"t", zip}});
  EXPECT_EQ(unpack(folder_ / "t.zst"), zip);
}

/// "2025-10-01\n" with a checksum behind it, as the program zstd writes it.
TEST_F(Unpacked, AFlippedBitInAZstdWithAChecksumIsFound) {
  const std::string whole(
      "\x28\xB5\x2F\xFD\x24\x0B\x59\x00\x00"
      "2025-10-01\n"
      "\x50\xD0\xA9\x1A",
      24);
  EXPECT_EQ(unpack(write("t.zst", whole)), "2025-10-01\n");
  std::string bytes = whole;
  bytes[whole.find("10-01")] ^= 2;
  EXPECT_NE(refusal(write("t.zst", bytes)).find("cannot be unpacked"), std::string::npos);
}

TEST_F(Unpacked, AnArchiveWithoutFilesIsRefused) {
  write_packed(folder_ / "t.zip", "zip", {{"folder/", ""}});
  EXPECT_NE(refusal(folder_ / "t.zip").find("t.zip: the archive holds no file"), std::string::npos);
  write_packed(folder_ / "t.zip", "zip", {});
  EXPECT_NE(refusal(folder_ / "t.zip").find("t.zip: the archive holds no file"), std::string::npos);
}

TEST_F(Unpacked, WorkbooksAndSecretsAreNamedForWhatTheyAre) {
  write_packed(folder_ / "t.xlsx", "zip", {{"[Content_Types].xml", "<"}, {"xl/workbook.xml", "<"}});
  EXPECT_NE(refusal(folder_ / "t.xlsx").find("t.xlsx: is an Excel workbook"), std::string::npos);
  write_packed(folder_ / "t.ods", "zip", {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"c", "<"}});
  EXPECT_NE(refusal(folder_ / "t.ods").find("t.ods: is an OpenDocument file"), std::string::npos);
  write_packed(folder_ / "t.zip", "stored", {{"t", "a\n"}});
  std::string bytes = read_all(folder_ / "t.zip");
  bytes[6] |= 1;  // "encrypted", in the file's header and in the directory
  bytes[bytes.find("PK\x01\x02") + 8] |= 1;
  EXPECT_NE(refusal(write("t.zip", bytes)).find("t.zip/t: is encrypted"), std::string::npos);
}

#else

TEST_F(Unpacked, WithoutLibarchiveThePackageIsNamed) {
  EXPECT_NE(refusal(write("t.gz", "\x1F\x8B...")).find("libarchive-dev"), std::string::npos);
}

#endif

}  // namespace
}  // namespace detente
