#pragma once
/// \file
/// Where events come from while one waits for them: files that grow, a folder into which files fall, standard input. A
/// feed gives whole records only and says how far they reach, so that who commits both together (store.hpp) reads
/// nothing twice and loses nothing.
///
/// ```cpp
/// const auto feed = open_feed("gdelt/", reading, [&](std::string_view name) { return store.feed(name); });
/// while (std::optional<Delivery> delivery = feed->next()) watch.take(*delivery);   // all that is there now
/// ```
///
/// *Whole.* A .zip is whole when its directory is and its checksums are right, a .gz by its trailer, a .zst by its
/// frames; until then it is waited for. Text is read to the end of its last whole record, and on from there when it has
/// grown. In a folder, names that begin with a dot or end in .tmp, .part, .crdownload or ~ are files on their way: not
/// read.
///
/// *Going on.* A file is known by the bytes that were read: their number and their SHA-256. If its beginning is no
/// longer the one that was read, it is read anew if all its rows have ids, by which repeats are known, and refused
/// otherwise. At the start all of it is compared, and while the file is followed its last 4 KB. A packed file is a
/// delivery of its own; read again, it must be the same or have ids.
///
/// *Rows without ids* are known by (feed, delivery, position): of a file the delivery is the hash of its content up to
/// the last record read, and the position the record's line, or in a packed file its number. On standard input only the
/// line counts: the same text sent again is known again, and another without ids is refused.
///
/// Memory: a piece of text of about 16 MB, or one unpacked file, as events. Time: each byte is read twice, once for the
/// hash; at the start, what was read earlier is read once more for it.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/live/store/store_batch.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/read_options.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What was read in one go.
struct Delivery {
  /// The file, as it was named or found.
  std::string name = {};
  std::vector<ReceivedEvent> events = {};
  /// What became of the rows; an archive has a report for each of its files.
  std::vector<FileReport> files = {};
  /// How far the feed is read with it.
  std::optional<FeedOffset> offset = {};
};

/// Where deliveries come from. Threads: one at a time may use an object; different objects share nothing.
class Feed {
 public:
  virtual ~Feed() = default;
  /// The next delivery that is whole, or nothing for now. Throws as `read_events` does for a file that cannot be used;
  /// `InputError` for one whose beginning has changed and whose rows have no ids.
  virtual std::optional<Delivery> next() = 0;
  /// Whether nothing can follow: standard input at its end.
  virtual bool ended() const { return false; }
  /// What is waited for and why, and which quarter-hours are missing in a folder of GDELT's; each is said once.
  virtual std::vector<std::string> notes() = 0;
};

/// How far a feed was read by an earlier run.
using OffsetOf = std::function<std::optional<FeedOffset>(std::string_view feed)>;

/// A file, a folder, or "-" for standard input. Of `how`, `rejects_file`, `on_growth`, `brief` and `provenance_of` do
/// not count. Throws `std::system_error` with the path if it is not there.
std::unique_ptr<Feed> open_feed(const std::filesystem::path& path, const ReadOptions& how, const OffsetOf& offset_of);

/// The quarter-hours missing among GDELT's files of these names (20260101001500.export.CSV.zip), between the first and
/// the last of them: "20260101001500", or "20260101001500 to 20260101010000" for several in a row. Other names do not
/// count.
std::vector<std::string> missing_quarter_hours(const std::vector<std::string>& names);

}  // namespace detente
#pragma GCC visibility pop
