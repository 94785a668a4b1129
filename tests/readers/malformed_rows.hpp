#pragma once
/// \file
/// How the malformed chronologies begin: all columns, and a good row of them.

#include <string>

namespace detente {

inline const std::string header =
    "id,date,until,source,target,event,object,count,issue,status,claim,affects,spill,mentions,reported,score,sd,quad,"
    "note\n";
inline const std::string before = "B,2025-01-01,,USA,COL,threat,,,,,,,,,,,,,good\n";

}  // namespace detente
