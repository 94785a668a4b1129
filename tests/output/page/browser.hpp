#pragma once
/// \file
/// A real browser for tests: serves one page from this machine, lets headless Chromium open it, and hands back what the
/// browser made of it and every request that it made.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace detente::test {

/// Skips where there is no browser; in CI that is a failure, so that nobody overlooks it.
class NeedsBrowser : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string chromium = DETENTE_CHROMIUM;
    if (!chromium.empty()) return;
    const char* ci = std::getenv("CI");
    if (ci != nullptr && std::string_view(ci) == "true") FAIL() << "no Chromium was found, and CI=true needs one";
    GTEST_SKIP() << "no Chromium was found (chromium, chromium-browser, google-chrome)";
  }
};

struct Visit {
  /// The document after the browser has read it, as HTML.
  std::string dom;
  /// What was asked of the server, in order: "GET /page.html".
  std::vector<std::string> requests;
};

/// Answers every request with the one page and writes down what was asked.
class OnePageServer {
 public:
  explicit OnePageServer(std::string html) : html_(std::move(html)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, any, size) != 0 || ::listen(socket_, 8) != 0 || ::getsockname(socket_, any, &size) != 0)
      throw std::runtime_error("no local port");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  OnePageServer(const OnePageServer&) = delete;
  OnePageServer& operator=(const OnePageServer&) = delete;
  ~OnePageServer() { stop(); }

  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/page.html"; }
  std::vector<std::string> stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    return requests_;
  }

 private:
  static bool readable(int fd, int milliseconds) {
    pollfd wait{fd, POLLIN, 0};
    return ::poll(&wait, 1, milliseconds) > 0;
  }

  void serve() {
    while (!stopped_)
      if (readable(socket_, 50)) answer(::accept(socket_, nullptr, nullptr));
  }

  /// A browser also opens connections that it never uses; those ask for nothing.
  void answer(int client) {
    std::array<char, 4096> buffer;
    std::string request;
    while (request.find("\r\n\r\n") == std::string::npos && readable(client, 2000)) {
      const ssize_t n = ::recv(client, buffer.data(), buffer.size(), 0);
      if (n <= 0) break;
      request.append(buffer.data(), static_cast<std::size_t>(n));
    }
    if (!request.empty()) {
      requests_.push_back(request.substr(0, request.find(" HTTP/")));
      send_all(client,
               "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: " +
                   std::to_string(html_.size()) + "\r\n\r\n" + html_);
    }
    ::close(client);
  }

  static void send_all(int client, std::string_view text) {
    while (!text.empty()) {
      const ssize_t n = ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
      if (n <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(n));
    }
  }

  std::string html_;
  int socket_;
  int port_ = 0;
  std::atomic<bool> stopped_ = false;
  std::vector<std::string> requests_;
  std::thread thread_;
};

/// An empty folder for the browser's profile, removed at the end.
class Folder {
 public:
  Folder() : path_((std::filesystem::temp_directory_path() / "detente-browser-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string output_of(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start " + command);
  std::string out;
  std::array<char, 65536> buffer;
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), n);
  ::pclose(pipe);
  return out;
}

inline std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// Throws `std::runtime_error` if nothing can be started here.
inline Visit visit_page(const std::string& chromium, const std::string& html, const std::string& flags = {}) {
  OnePageServer server(html);
  const Folder profile;
  Visit visit;
  visit.dom = output_of(quoted(chromium) +
                        " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
                        "--disable-background-networking --disable-component-update --disable-sync --user-data-dir=" +
                        quoted(profile.path()) + " " + flags + " --timeout=20000 --dump-dom " + server.address() +
                        " 2>/dev/null");
  visit.requests = server.stop();
  return visit;
}

}  // namespace detente::test
