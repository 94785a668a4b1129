// The built-in calibration. It was made with this command, and must be made again after a change of codebook, rules or
// fit:
//
//   detente calibrate keds_levant_cameo.tsv --actors examples/data/levant_actors.csv
//     --pairs examples/data/levant_pairs.csv --name 'KEDS Levant 1979–2011' --to-file keds_levant.csv
//
// from the KEDS Levant events of 1979-04-15 to 2011-11-30 (Kansas Event Data System; not part of this project). The 46
// pairs are those with Israel, Lebanon, Syria, Jordan, Egypt or the Palestinians on a side and 200 events or more.
// tests/questions/ahead/calibration_months_test.cpp makes it again if the events are available.

#include <memory>
#include <string_view>

#include "detente/questions/ahead/calibration.hpp"

namespace detente {
namespace {

constexpr std::string_view text = R"(# name: KEDS Levant 1979–2011
# codebook: gdelt
# codebook_hash: aeabb82ae0a7cff0
# rules: one-a-day on, mirrors once, mentions one, volume none, status confirmed=1,alleged=0.7,disputed=0.5,denied=0.5,scheduled=0,cancelled=0
# scores: codebook
# roll_up: cameo
# profile: keds
# profile_standing: chosen
# rho: 0.25
# kappa: 2
# half_life_acute: 14
# half_life_chronic: 120
# first: 1980-04-01
# last: 2011-11-30
# pairs: 46
# months: 17434
# severe_months: 1986
# chance: -4.682320262295913 0.2758999992834589 1.0251840827637646
# chance_errors: 0.13769928340569293 0.08293524377838832 0.061366732941032585
# chance_log_likelihood: -3915.7691625331004
# count: -4.245964584442172 0.20151148362648214 0.9789212535679246
# count_errors: 0.09168377072037892 0.05082215753441895 0.051284041403372345
# count_log_likelihood: -7707.704164965019
# dispersion: 1.4364453931802557
from,to,months,chance,share,pairs,lowest,highest,expected,counted
0,0.02,6538,0.01141982398099079,0.016059957173447537,36,0,0.12,0.017736910159904775,0.020342612419700215
0.02,0.05,3628,0.032742088052161965,0.04051819184123484,38,0,0.15217391304347827,0.049212164718203305,0.05705622932745314
0.05,0.1,2480,0.07114477050309197,0.06129032258064516,36,0,0.25,0.10568648355193104,0.09193548387096774
0.1,0.2,1981,0.14208307790265165,0.13679959616355375,26,0.037037037037037035,0.3018867924528302,0.2164277712010288,0.198889449772842
0.2,0.3,969,0.2457279453623048,0.21775025799793601,12,0.08823529411764706,0.39344262295081966,0.39905189341185177,0.4004127966976264
0.3,0.5,840,0.3841747943920944,0.33095238095238094,11,0.17073170731707318,0.5172413793103449,0.7291269924360644,0.7416666666666667
0.5,0.7,352,0.5886032550100043,0.5909090909090909,5,0.43333333333333335,0.7671232876712328,1.5923023028100454,1.5767045454545454
0.7,0.9,420,0.8115614818502558,0.9261904761904762,3,0.84,0.9484536082474226,5.2551406413415265,6.347619047619047
0.9,1,226,0.93657118233352,0.995575221238938,2,0.9736842105263158,1,20.29716187870248,17.292035398230087
)";

}  // namespace

const Calibration& built_in_calibration() {
  static const Calibration calibration = parse_calibration(*bytes_of(text), "built-in KEDS Levant");
  return calibration;
}

}  // namespace detente
