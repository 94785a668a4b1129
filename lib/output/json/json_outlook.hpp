#pragma once
/// \file
/// An outlook as a part of other JSON documents.

#include "detente/questions/ahead/outlook.hpp"
#include "output/json/json_value.hpp"

namespace detente::detail {

Json json_of(const CalibrationBin& bin);
Json json_of(const Outlook& outlook);

}  // namespace detente::detail
