#pragma once
/// \file
/// A small file of every format.

#include <map>
#include <string>
#include <vector>

#include "readers/gdelt_rows.hpp"

namespace detente::test {

/// Good rows, rows that are set aside, and rows that are rejected, for each format.
inline std::map<std::string, std::string> samples() {
  std::map<std::string, std::string> texts;
  const auto repeat = [](const std::vector<std::string>& lines) {
    std::string text;
    for (int turn = 0; turn < 5; ++turn)
      for (const std::string& line : lines) text += line;
    return text;
  };
  const auto gdelt = [&](std::size_t width) {
    const Fields row = gdelt_row(width);
    return repeat({line_of(row), line_of(with(row, gdelt_id, "7")), "\n", line_of(with(row, gdelt_country_1, "")),
                   line_of(with(row, gdelt_date, "20191341")), line_of(with(row, gdelt_mentions, "1000")), "?\n",
                   line_of(with(row, 6, "\"WASHINGTON"))});
  };
  texts["gdelt2"] = gdelt(61);
  texts["gdelt1"] = gdelt(58) + line_of(gdelt_row(57));
  texts["icews"] = "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\n" +
                   repeat({"1\t2018-06-01\tColombia\tUnited States\t040\r\n",
                           "2\t2018-06-02\tNULL\tUnited States\t040\n", "3\t2018-16-02\tColombia\tUnited States\t040\n",
                           "5\t2018-06-02\tRuritania\tKorea\t040\n", "4\t2018-06-03\tColombia\tUnited States\t13y\n"});
  texts["polecat"] = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country\n" +
                     repeat({"1\t2023-10-01\tSANCTION\texpel\tUSA\tCOL\n",
                             "2\t2023-10-02\tSANCTION\texpel\tNone\tCOL\n", "3\t2023-10\tSANCTION\texpel\tUSA\tCOL\n"});
  const std::string places(15, '\t');
  texts["phoenix"] =
      repeat({"0_v0\t20140620\t2014\t6\t20\tUSA\tUSA\t\t\tCOL\tCOL" + places + "\n",
              "1_v0\t20140621\t2014\t6\t21\tUSA\tUSA\t\t\tCOL\tCOL\t\t\t042\t04" + std::string(11, '\t') + "\n",
              "2_v0\t20140621\t2014\t6\t21\tUSA\tUSA\t\t\tUSA\tUSA\t\t\t042\t04" + std::string(11, '\t') + "\n"});
  texts["cline"] =
      "eid,story_date,source_root,target_root,code,root_code\n" +
      repeat({"1,1967-06-07,ISR,EGY,190,19\n", "2,6/8/1967,ISR,\"EGY\",190,19\n", "3,1967-06-08,ISR,EGY,,\n"});
  texts["keds"] = repeat({"1979-04-15\tISRMIL\tJOR\t190\n", "790415\tJOR\tISR\t112\n", "1979-04-15\tEGY\tJOR\t042\n",
                          "790416\tISR\tJOR\t[040]\n", "1979-04-17\tISR\t\t190\n"});
  texts["acled"] =
      "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,fatalities,timestamp\n" +
      repeat({"A1,2019-02-26,1,Battles,Armed clash,Military Forces of India (2014-),\"Rebels, other\",3,17\n",
              "A2,26 February 2019,2,Battles,Armed clash,Militia,Rebels,,18\n",
              "A3,2019-02-26,1,Protests,Peaceful protest,Protesters (India),,0,18\n",
              "A4,2019-02-30,1,Battles,Armed clash,Militia,Rebels,0,18\n"});
  texts["ucdp"] = "id,type_of_violence,conflict_name,side_a,side_b,event_clarity,date_start,date_end,best\n" +
                  repeat({"1,1,\"India: Kashmir\",Government of India,Rebels,1,2019-02-26 00:00:00.000,2019-02-27,5\n",
                          "2,3,x,Rebels,Civilians,2,2019-02-26,2019-03-26,0\n", "3,2,x,Rebels,Rebels,1,2019-02-26,,1\n",
                          "4,4,x,Rebels,Civilians,1,2019-02-26,2019-02-26,0\n"});
  texts["jsonl"] =
      "\xEF\xBB\xBF" +
      repeat({R"({"id":"1","date":"2025-01-26","source":"USA","target":"COL","event":"threat","mentions":3})"
              "\r\n",
              R"({"event":"denial","target":"USA","source":"COL","date":"2025-02","score":-2.5,"mood":"low"})"
              "\n",
              "\n",
              R"({"date":"2025-02-30","source":"USA","target":"COL","event":"threat"})"
              "\n",
              R"({"date":"2025-02-20","source":"USA","note":"a \"q\", \u00e9\nnext","target":"COL","event":"threat"})"
              "\n",
              "{\"date\":\n"}) +
      R"({"id":"1","date":"2025-01-26","source":"USA","target":"COL","event":"threat","note":"the last"})";
  texts["chronology"] =
      "\xEF\xBB\xBFid,date,source,target,event,issue,mentions,note\r\n"
      "1,2025-01-26,USA,COL,threat,trade,3,\"said \"\"no\"\",\nand left\"\r\n"
      "1,2025-01-26,USA,COL,threat,,3,the same id\n"
      "\n,2025-01-27,COL,USA,visa_revoked,,,\n"
      ",2025-01-27,COL,USA,visa_revoked,,,\n"
      ",2025-01,USA,COL,denial,,900,\n"
      ",2025-02-29,USA,COL,denial,,,no such day\n"
      "id,date,source,target,event,issue,mentions,note\n"
      "2,2025-01-28,\"USA,COL\",stray\n"
      "3,2025-01-28,USA,COL,threat,,,\"a stray quote\n"
      "4,2025-01-29,USA,COL,threat,,,last\n"
      ",,,,,,,\n"
      "1,2025-02-26,COL,USA,threat,,,\xC3\xA9 again\n"
      "1,2025-02-26,COL,USA,threat,,,and again";
  return texts;
}

}  // namespace detente::test
