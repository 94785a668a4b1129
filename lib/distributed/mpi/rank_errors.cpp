#include <array>
#include <new>
#include <stdexcept>
#include <system_error>

#include "detente/ground/error.hpp"
#include "detente/ground/work_control.hpp"
#include "distributed/mpi/ranks.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {
namespace {

enum class Kind : std::uint8_t { input, system, stopped, memory, argument, other };

std::string made(Kind kind, std::uint64_t number, std::initializer_list<std::string_view> texts) {
  std::string out;
  put_number(out, static_cast<std::uint64_t>(kind));
  put_number(out, number);
  for (const std::string_view text : texts) put_text(out, text);
  return out;
}

/// What is counted, as a literal.
std::string_view unit_called(std::string_view name) {
  constexpr std::array<std::string_view, 5> units{"bytes", "files", "tasks", "parts", "events"};
  for (const std::string_view unit : units)
    if (unit == name) return unit;
  return "things";
}

/// `std::system_error` puts the words for its code behind the text again.
std::string without_code(std::string_view text, const std::error_code& code) {
  const std::string words = ": " + code.message();
  if (text.ends_with(words)) text.remove_suffix(words.size());
  return std::string(text);
}

}  // namespace

std::string bytes_of_error(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const InputError& e) {
    return made(Kind::input, static_cast<std::uint64_t>(e.code()), {e.message(), e.field()});
  } catch (const std::system_error& e) {
    return made(Kind::system, static_cast<std::uint64_t>(e.code().value()), {e.what(), ""});
  } catch (const Stopped& e) {
    return made(Kind::stopped, e.work().done, {e.work().what, e.work().of ? std::to_string(*e.work().of) : ""});
  } catch (const std::bad_alloc& e) {
    return made(Kind::memory, 0, {e.what(), ""});
  } catch (const std::invalid_argument& e) {
    return made(Kind::argument, 0, {e.what(), ""});
  } catch (const std::exception& e) {
    return made(Kind::other, 0, {e.what(), ""});
  } catch (...) {
    return made(Kind::other, 0, {"it threw what is no std::exception", ""});
  }
}

void throw_error(std::string_view bytes) {
  ByteReader from(bytes);
  const auto kind = static_cast<Kind>(from.number());
  const std::uint64_t number = from.number();
  const std::string text(from.text()), more(from.text());
  switch (kind) {
    case Kind::input: throw InputError(static_cast<ErrorCode>(number), text, more);
    case Kind::system: {
      const std::error_code code(static_cast<int>(number), std::generic_category());
      throw std::system_error(code, without_code(text, code));
    }
    case Kind::stopped:
      throw Stopped(
          {number, more.empty() ? std::nullopt : std::optional<std::uint64_t>(std::stoull(more)), unit_called(text)});
    case Kind::memory: throw std::bad_alloc();
    case Kind::argument: throw std::invalid_argument(text);
    case Kind::other: break;
  }
  throw std::runtime_error(text);
}

}  // namespace detente::detail
