#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <system_error>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "live/store/chain.hpp"
#include "live/store/inner.hpp"
#include "live/store/sha256.hpp"

namespace detente {
using namespace detail;
namespace {

using Part = StoreDamage::Part;

/// Calls `look`; what SQLite cannot read is damage of the file.
template <class Look>
void looked(std::vector<StoreDamage>& damage, const Look& look) {
  try {
    look();
  } catch (const InputError& error) {
    damage.push_back({Part::file, error.message()});
  }
}

/// Keeps writers away where that is possible: on a disk that cannot be written there are none.
std::unique_ptr<WriterLock> lock_of(const std::filesystem::path& store) {
  try {
    return std::make_unique<WriterLock>(store);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::resource_unavailable_try_again) throw;
    return nullptr;
  }
}

/// Recomputes the hashes one by one.
class Chain {
 public:
  explicit Chain(std::string first) : hash_(std::move(first)) {}
  /// What is wrong with the batch; "" if nothing.
  std::string add(std::uint64_t sequence, std::int64_t received, std::string_view content, std::string_view hash) {
    const std::uint64_t expected = sequence_ + 1;
    sequence_ = sequence;
    hash_ = next_hash(hash_, sequence, received, content);
    if (sequence != expected) return fmt::format("batch {}: is missing", expected);
    if (hash == hash_) return {};
    hash_ = hash;  // so that one damaged batch is one finding
    return fmt::format("batch {}: its hash is not that of its content", sequence);
  }
  StoreHead head() const { return {sequence_, hexadecimal(hash_)}; }

 private:
  std::uint64_t sequence_ = 0;
  std::string hash_;
};

}  // namespace

std::vector<StoreDamage> Store::Inner::damage_of_file() {
  std::vector<StoreDamage> out;
  looked(out, [&] {
    Statement rows(*database_, "PRAGMA integrity_check");
    while (rows.step())
      if (rows.bytes(0) != "ok") out.push_back({Part::file, std::string(rows.bytes(0))});
  });
  looked(out, [&] {
    Database fresh;
    create_schema(fresh, migrations_);
    if (schema_text(*database_) != schema_text(fresh))
      out.push_back({Part::file, "its tables are not those of a store"});
  });
  return out;
}

/// After the first damaged batch the head stays, and the others are still looked at.
void Store::Inner::check_batches(StoreCheck& found, Database& fresh) {
  Derived derived(fresh);
  Chain chain(first_hash(choices_));
  found.head = chain.head();
  bool sound = true;
  each_batch(0, INT64_MAX, [&](std::uint64_t sequence, std::int64_t received, auto content, auto hash) {
    std::string wrong = chain.add(sequence, received, content, hash);
    try {
      found.events += derived.add_batch(content, sequence);
    } catch (const InputError&) {
      if (wrong.empty()) wrong = fmt::format("batch {}: cannot be read", sequence);
    }
    if (!wrong.empty()) found.damage.push_back({Part::batches, wrong});
    sound &= wrong.empty();
    if (sound) found.head = chain.head();
  });
  if (const auto sequence = first_repeat(fresh))
    found.damage.push_back({Part::batches, fmt::format("batch {}: holds an event that is there already", *sequence)});
}

std::vector<StoreDamage> Store::Inner::damage_of_checkpoints() {
  std::vector<StoreDamage> out;
  Statement rows(*database_, "SELECT pair, place, basis, state, hash FROM checkpoints");
  while (rows.step())
    if (checkpoint_hash(rows.bytes(0), rows.number(1), rows.bytes(2), rows.bytes(3)) != rows.bytes(4))
      out.push_back({Part::derived, fmt::format("checkpoint {} of {}: its hash is not that of its content",
                                                rows.number(1), visible(rows.bytes(0)))});
  return out;
}

StoreCheck Store::Inner::check() {
  const auto alone = on_system() && !is_writer_ ? lock_of(database_->path()) : nullptr;
  Transaction one(*database_, Transaction::Kind::read);
  StoreCheck found;
  found.damage = damage_of_file();
  Database fresh;
  create_derived(fresh);
  looked(found.damage, [&] { check_batches(found, fresh); });
  looked(found.damage, [&] {
    for (const std::string& what : differences(*database_, fresh)) found.damage.push_back({Part::derived, what});
    for (StoreDamage& damage : damage_of_checkpoints()) found.damage.push_back(std::move(damage));
  });
  return found;
}

void Store::Inner::rebuild() {
  written("rebuild", [&] {
    rebuild_derived();
    return true;
  });
}

void Store::Inner::rebuild_derived() {
  Transaction all(*database_, Transaction::Kind::write);
  derived_.reset();
  known_.reset();
  drop_derived(*database_);
  create_derived(*database_);
  Chain chain(first_hash(choices_));
  each_batch(0, INT64_MAX, [&](std::uint64_t sequence, std::int64_t received, auto content, auto hash) {
    if (const std::string wrong = chain.add(sequence, received, content, hash); !wrong.empty())
      throw InputError(ErrorCode::damaged,
                       visible_path(database_->path().string()) + ": " + wrong + "; nothing was changed");
    derived().add_batch(content, sequence);
  });
  database_->run("DELETE FROM checkpoints");
  all.commit();
}

}  // namespace detente
