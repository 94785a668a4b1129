#include "detente/live/tables/store_table.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

StoreInfo info_of_two() {
  return {.head = {2, "beef"},
          .schema = 1,
          .events = 3,
          .alarms = 1,
          .bytes = 4096,
          .first_received = Milliseconds(0),
          .last_received = Milliseconds(1),
          .first_reported = Day{20000},
          .last_reported = Day{20001},
          .formats = {{"chronology", 3}},
          .choices = {{"codebook", "plain"}}};
}

TEST(StoreTable, says_what_a_store_holds) {
  EXPECT_EQ(store_info_table("a.db", info_of_two()),
            "a.db\n"
            "head                2:beef\n"
            "version             1\n"
            "events              3\n"
            "first reported      2024-10-04\n"
            "last reported       2024-10-05\n"
            "first received      1970-01-01T00:00:00.000Z\n"
            "last received       1970-01-01T00:00:00.001Z\n"
            "format chronology   3\n"
            "choice codebook     plain\n"
            "alarms              1\n"
            "readings            0\n"
            "checkpoints         0\n"
            "bytes               4096\n"
            "log bytes           0\n");
  EXPECT_EQ(store_info_csv({.head = {0, "0a"}, .schema = 1}),
            "what,value\nhead,0:0a\nversion,1\nevents,0\nalarms,0\nreadings,0\ncheckpoints,0\nbytes,0\nlog bytes,0\n");
}

TEST(StoreTable, says_what_is_damaged) {
  const StoreCheck damaged{{1, "0a"}, 5, {{StoreDamage::Part::batches, "batch 2: is \"missing\""}}};
  EXPECT_EQ(store_check_table("a.db", damaged),
            "a.db: damaged, 5 events in 1 batch\nhead  1:0a\nbatches  batch 2: is \"missing\"\n");
  EXPECT_EQ(store_check_csv(damaged), "part,what\nbatches,\"batch 2: is \"\"missing\"\"\"\n");
  EXPECT_EQ(store_check_table("a.db", {{2, "0b"}, 1, {}}), "a.db: sound, 1 event in 2 batches\nhead  2:0b\n");
}

}  // namespace
}  // namespace detente
