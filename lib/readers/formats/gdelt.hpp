#pragma once
/// \file
/// GDELT's event tables, version 2 (a file every fifteen minutes since 2015) and version 1 (daily, back to 1979). Both
/// are tab-separated, without a header and without quotes: 61 columns, or 58, or 57 before 2013-04-01, when links were
/// not recorded yet; 57 and 58 can be mixed in one file. A row is an act of one actor toward another, machine-coded in
/// CAMEO from the news.
///
/// Source and target are Actor1CountryCode and Actor2CountryCode, which are CAMEO's: countries as three letters, and
/// regions such as EUR and AFR, which are kept as actors. The countries of places are FIPS 10-4, where CH is China and
/// not Switzerland; actors are never taken from them. Nearly three rows in four lack a country on one side and are set
/// aside. The day is SQLDATE and the reported day is DATEADDED; they may differ by a year or more where a phrase such
/// as "last year" was taken for a date.
///
/// *The backfile* is what GDELT entered in early 2013 for the years from 1979 on: 57 columns, DATEADDED the day of that
/// entry. It may be read together with the daily files and with version 2, in one file (57 and 58 columns) or in
/// several, in any order; it covers the days of its events (see reported_days.hpp). Its events were reported when they
/// were entered, so nothing of them is known as of a day before 2013.
///
/// People rewrite these tables with R, pandas and spreadsheets: with a header, commas or semicolons, quotes, "NA", a
/// column of row numbers in front, or numbers where there was text. Such a copy is recognised by the names in its
/// header and read like the original. What a spreadsheet destroys is not guessed: see lost_zeros.hpp; a DATEADDED that
/// has become "2.02E+13" is an unknown day.
///
/// Mentions are NumMentions. NumArticles is never more, because every article mentions its event, and is not kept.
///
/// An id is GLOBALEVENTID and belongs to GDELT: the same event in overlapping downloads is one event.

#include "readers/formats/published_format.hpp"

namespace detente::detail {

class Gdelt : public PublishedFormat {
 public:
  IdSource ids() const override { return {"gdelt", IdScope::report}; }

 protected:
  /// `version` is 1 or 2.
  explicit Gdelt(int version) : version_(version) {}
  std::unique_ptr<const RowReader> rows(std::string_view head, const ReadOptions& options, Miss& miss) const override;

 private:
  int version_;
};

class Gdelt1 : public Gdelt {
 public:
  Gdelt1() : Gdelt(1) {}
  const FormatInfo& info() const override { return *find_format("gdelt1"); }
};

class Gdelt2 : public Gdelt {
 public:
  Gdelt2() : Gdelt(2) {}
  const FormatInfo& info() const override { return *find_format("gdelt2"); }
};

}  // namespace detente::detail
