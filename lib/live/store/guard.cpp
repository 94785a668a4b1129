#include "live/store/guard.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

[[noreturn]] void refuse(int error, const std::string& what) {
  throw std::system_error(error, std::generic_category(), what);
}

/// "; process 4711 has it", if the holder has noted its number.
std::string holder(int fd) {
  std::array<char, 24> text{};
  const ssize_t bytes = ::pread(fd, text.data(), text.size(), 0);
  const std::string_view number(text.data(), bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
  if (number.empty() || number.find_first_not_of("0123456789\n") != std::string_view::npos) return {};
  return "; process " + std::string(number.substr(0, number.find('\n'))) + " has it";
}

struct NumberedName {
  std::uint64_t type;
  std::string_view name;
};

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& store) : file_(store.string() + ".writer") {
  fd_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (fd_ < 0) refuse(errno, visible_path(file_.string()));
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(fd_, F_OFD_SETLK, &whole) != 0) {  // NOLINT(cppcoreguidelines-pro-type-vararg)
    const int error = errno == EACCES ? EAGAIN : errno;
    const std::string who = holder(fd_);
    ::close(fd_);
    refuse(error, visible_path(store.string()) + ": a store has one writer" + who);
  }
  note_process();
}

/// Only for the message of a second writer, so that nothing depends on whether it could be written.
void WriterLock::note_process() const {
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, text.data(), text.size(), 0);
}

WriterLock::~WriterLock() { ::close(fd_); }

std::vector<FileIdentity> files_named(const std::vector<std::filesystem::path>& paths) {
  std::vector<FileIdentity> out;
  for (const std::filesystem::path& path : paths) {
    struct stat is {};
    if (::stat(path.c_str(), &is) != 0) refuse(errno, visible_path(path.string()));
    out.push_back({path, is.st_dev, is.st_ino});
  }
  return out;
}

void require_unmoved(const std::vector<FileIdentity>& files) {
  for (const FileIdentity& file : files) {
    struct stat is {};
    const bool there = ::stat(file.path.c_str(), &is) == 0;
    if (there && is.st_dev == file.device && is.st_ino == file.inode) continue;
    refuse(there ? ESTALE : ENOENT, visible_path(file.path.string()) + ": the store was " +
                                        (there ? "replaced" : "deleted or moved") + " while open");
  }
}

std::string_view network_file_system(std::uint64_t type) noexcept {
  constexpr std::array<NumberedName, 9> known{{{0x6969, "NFS"},
                                               {0x517b, "SMB"},
                                               {0xff534d42, "CIFS"},
                                               {0xfe534d42, "SMB2"},
                                               {0x5346414f, "AFS"},
                                               {0x00c36400, "Ceph"},
                                               {0x01021997, "9P"},
                                               {0x0bd00bd0, "Lustre"},
                                               {0x47504653, "GPFS"}}};
  const auto at = std::find_if(known.begin(), known.end(), [&](const NumberedName& k) { return k.type == type; });
  return at == known.end() ? std::string_view() : at->name;
}

void require_local(const std::filesystem::path& file) {
  struct statfs is {};
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  if (::statfs(folder.c_str(), &is) != 0) refuse(errno, visible_path(folder.string()));
  const std::string_view name = network_file_system(static_cast<std::uint32_t>(is.f_type));
  if (!name.empty())
    refuse(ENOTSUP, visible_path(file.string()) + ": on " + std::string(name) +
                        ", a network file system; a store needs a local disk");
}

}  // namespace detente::detail
