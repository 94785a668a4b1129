#pragma once
/// \file
/// An outlook as a part of other documents.

#include "detente/questions/outlook.hpp"
#include "output/json_value.hpp"

namespace detente {

Json json_of(const CalibrationBin& bin);
Json json_of(const Outlook& outlook);

}  // namespace detente
