#pragma once
/// \file
/// Rows of GDELT tables for tests.

#include <string>
#include <vector>

#include "readers/machine_files.hpp"

namespace detente::test {

/// Columns of both versions.
enum GdeltColumn : std::size_t {
  gdelt_id = 0,
  gdelt_date = 1,
  gdelt_actor_1 = 5,
  gdelt_country_1 = 7,
  gdelt_actor_2 = 15,
  gdelt_country_2 = 17,
  gdelt_code = 26,
  gdelt_base = 27,
  gdelt_root = 28,
  gdelt_score = 30,
  gdelt_mentions = 31,
};

/// A good row of 61 columns, or of 58 or 57, with a value of its own in every field that is read and FIPS codes of
/// other countries in those that are not.
inline Fields gdelt_row(std::size_t width = 61) {
  Fields row(width);
  row[gdelt_id] = "881990832";
  row[gdelt_date] = "20191023";
  row[2] = "201910", row[3] = "2019", row[4] = "2019.8027";
  row[gdelt_actor_1] = "USAGOV", row[6] = "WASHINGTON", row[gdelt_country_1] = "USA";
  row[gdelt_actor_2] = "COL", row[16] = "BOGOTA", row[gdelt_country_2] = "COL";
  row[25] = "1";
  row[gdelt_code] = "0871", row[gdelt_base] = "087", row[gdelt_root] = "08", row[29] = "2";
  row[gdelt_score] = "9.0", row[gdelt_mentions] = "300", row[32] = "7", row[33] = "8", row[34] = "-1.9691";
  row[37] = "CH", row[width == 61 ? 45 : 44] = "SZ";
  if (width > 57) row[width - 2] = width == 61 ? "20191024143000" : "20191024";
  if (width == 57) row[56] = "20191024";
  if (width > 57) row[width - 1] = "https://example.org/a?b=\"c\"";
  return row;
}

/// Another event.
inline Fields another_gdelt_row(std::size_t width = 61) { return with(gdelt_row(width), gdelt_id, "2"); }

}  // namespace detente::test
