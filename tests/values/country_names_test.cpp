#include "values/country_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace detente {
using namespace detail;
namespace {

/// The 193 members of the United Nations, as their list writes them.
constexpr std::array<std::string_view, 193> members{"Afghanistan",
                                                    "Albania",
                                                    "Algeria",
                                                    "Andorra",
                                                    "Angola",
                                                    "Antigua and Barbuda",
                                                    "Argentina",
                                                    "Armenia",
                                                    "Australia",
                                                    "Austria",
                                                    "Azerbaijan",
                                                    "Bahamas",
                                                    "Bahrain",
                                                    "Bangladesh",
                                                    "Barbados",
                                                    "Belarus",
                                                    "Belgium",
                                                    "Belize",
                                                    "Benin",
                                                    "Bhutan",
                                                    "Bolivia (Plurinational State of)",
                                                    "Bosnia and Herzegovina",
                                                    "Botswana",
                                                    "Brazil",
                                                    "Brunei Darussalam",
                                                    "Bulgaria",
                                                    "Burkina Faso",
                                                    "Burundi",
                                                    "Cabo Verde",
                                                    "Cambodia",
                                                    "Cameroon",
                                                    "Canada",
                                                    "Central African Republic",
                                                    "Chad",
                                                    "Chile",
                                                    "China",
                                                    "Colombia",
                                                    "Comoros",
                                                    "Congo",
                                                    "Costa Rica",
                                                    "Côte d'Ivoire",
                                                    "Croatia",
                                                    "Cuba",
                                                    "Cyprus",
                                                    "Czechia",
                                                    "Democratic People's Republic of Korea",
                                                    "Democratic Republic of the Congo",
                                                    "Denmark",
                                                    "Djibouti",
                                                    "Dominica",
                                                    "Dominican Republic",
                                                    "Ecuador",
                                                    "Egypt",
                                                    "El Salvador",
                                                    "Equatorial Guinea",
                                                    "Eritrea",
                                                    "Estonia",
                                                    "Eswatini",
                                                    "Ethiopia",
                                                    "Fiji",
                                                    "Finland",
                                                    "France",
                                                    "Gabon",
                                                    "Gambia",
                                                    "Georgia",
                                                    "Germany",
                                                    "Ghana",
                                                    "Greece",
                                                    "Grenada",
                                                    "Guatemala",
                                                    "Guinea",
                                                    "Guinea-Bissau",
                                                    "Guyana",
                                                    "Haiti",
                                                    "Honduras",
                                                    "Hungary",
                                                    "Iceland",
                                                    "India",
                                                    "Indonesia",
                                                    "Iran (Islamic Republic of)",
                                                    "Iraq",
                                                    "Ireland",
                                                    "Israel",
                                                    "Italy",
                                                    "Jamaica",
                                                    "Japan",
                                                    "Jordan",
                                                    "Kazakhstan",
                                                    "Kenya",
                                                    "Kiribati",
                                                    "Kuwait",
                                                    "Kyrgyzstan",
                                                    "Lao People's Democratic Republic",
                                                    "Latvia",
                                                    "Lebanon",
                                                    "Lesotho",
                                                    "Liberia",
                                                    "Libya",
                                                    "Liechtenstein",
                                                    "Lithuania",
                                                    "Luxembourg",
                                                    "Madagascar",
                                                    "Malawi",
                                                    "Malaysia",
                                                    "Maldives",
                                                    "Mali",
                                                    "Malta",
                                                    "Marshall Islands",
                                                    "Mauritania",
                                                    "Mauritius",
                                                    "Mexico",
                                                    "Micronesia (Federated States of)",
                                                    "Monaco",
                                                    "Mongolia",
                                                    "Montenegro",
                                                    "Morocco",
                                                    "Mozambique",
                                                    "Myanmar",
                                                    "Namibia",
                                                    "Nauru",
                                                    "Nepal",
                                                    "Netherlands (Kingdom of the)",
                                                    "New Zealand",
                                                    "Nicaragua",
                                                    "Niger",
                                                    "Nigeria",
                                                    "North Macedonia",
                                                    "Norway",
                                                    "Oman",
                                                    "Pakistan",
                                                    "Palau",
                                                    "Panama",
                                                    "Papua New Guinea",
                                                    "Paraguay",
                                                    "Peru",
                                                    "Philippines",
                                                    "Poland",
                                                    "Portugal",
                                                    "Qatar",
                                                    "Republic of Korea",
                                                    "Republic of Moldova",
                                                    "Romania",
                                                    "Russian Federation",
                                                    "Rwanda",
                                                    "Saint Kitts and Nevis",
                                                    "Saint Lucia",
                                                    "Saint Vincent and the Grenadines",
                                                    "Samoa",
                                                    "San Marino",
                                                    "Sao Tome and Principe",
                                                    "Saudi Arabia",
                                                    "Senegal",
                                                    "Serbia",
                                                    "Seychelles",
                                                    "Sierra Leone",
                                                    "Singapore",
                                                    "Slovakia",
                                                    "Slovenia",
                                                    "Solomon Islands",
                                                    "Somalia",
                                                    "South Africa",
                                                    "South Sudan",
                                                    "Spain",
                                                    "Sri Lanka",
                                                    "Sudan",
                                                    "Suriname",
                                                    "Sweden",
                                                    "Switzerland",
                                                    "Syrian Arab Republic",
                                                    "Tajikistan",
                                                    "Thailand",
                                                    "Timor-Leste",
                                                    "Togo",
                                                    "Tonga",
                                                    "Trinidad and Tobago",
                                                    "Tunisia",
                                                    "Türkiye",
                                                    "Turkmenistan",
                                                    "Tuvalu",
                                                    "Uganda",
                                                    "Ukraine",
                                                    "United Arab Emirates",
                                                    "United Kingdom of Great Britain and Northern Ireland",
                                                    "United Republic of Tanzania",
                                                    "United States of America",
                                                    "Uruguay",
                                                    "Uzbekistan",
                                                    "Vanuatu",
                                                    "Venezuela (Bolivarian Republic of)",
                                                    "Viet Nam",
                                                    "Yemen",
                                                    "Zambia",
                                                    "Zimbabwe"};

TEST(CountryNames, EveryMemberOfTheUnitedNationsIsKnown) {
  std::vector<std::string_view> codes;
  for (const std::string_view name : members) {
    const std::string_view code = country_of(name);
    EXPECT_EQ(code.size(), 3U) << name;
    codes.push_back(code);
  }
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(std::unique(codes.begin(), codes.end()), codes.end());
}

TEST(CountryNames, AsIcewsWritesThem) {
  const std::vector<std::pair<const char*, const char*>> written{{"Occupied Palestinian Territory", "PSE"},
                                                                 {"Kosovo", "XKX"},
                                                                 {"Taiwan", "TWN"},
                                                                 {"Hong Kong", "HKG"},
                                                                 {"Macao", "MAC"},
                                                                 {"Western Sahara", "ESH"},
                                                                 {"the former Yugoslav Republic of Macedonia", "MKD"},
                                                                 {"Moldova, Republic of", "MDA"},
                                                                 {"Democratic Republic of Congo", "COD"},
                                                                 {"Congo", "COG"},
                                                                 {"Cote d'Ivoire", "CIV"},
                                                                 {"Czech Republic", "CZE"},
                                                                 {"Russian Federation", "RUS"},
                                                                 {"North Korea", "PRK"},
                                                                 {"South Korea", "KOR"},
                                                                 {"Swaziland", "SWZ"},
                                                                 {"Timor-Leste", "TLS"},
                                                                 {"Holy See (Vatican City State)", "VAT"},
                                                                 {"Laos", "LAO"},
                                                                 {"Syria", "SYR"},
                                                                 {"Iran", "IRN"},
                                                                 {"Vietnam", "VNM"},
                                                                 {"Tanzania", "TZA"}};
  for (const auto& [name, code] : written) EXPECT_EQ(country_of(name), code) << name;
}

TEST(CountryNames, OfThePast) {
  EXPECT_EQ(country_of("Soviet Union"), "SUN");
  EXPECT_EQ(country_of("Yugoslavia"), "YUG");
  EXPECT_EQ(country_of("Serbia and Montenegro"), "SCG");
  EXPECT_EQ(country_of("Czechoslovakia"), "CSK");
  EXPECT_EQ(country_of("East Germany"), "DDR");
  EXPECT_EQ(country_of("Burma"), country_of("Myanmar"));
  EXPECT_EQ(country_of("Zaire"), "COD");
}

TEST(CountryNames, AreNeverGuessed) {
  for (const char* name : {"", "Korea", "Guinee", "Niger ia", "Atlantis", "Asia", "European Union", "NULL"})
    EXPECT_EQ(country_of(name), "") << name;
  EXPECT_NE(country_of("Niger"), country_of("Nigeria"));
  EXPECT_EQ(country_of(std::string(1000, 'x')), "");
  EXPECT_EQ(country_of("RUSSIAN federation"), "RUS");
  EXPECT_EQ(country_of("Türkiye"), "TUR");
}

TEST(CountryMeant, TakesTheCodeToo) {
  EXPECT_EQ(country_meant("China"), "CHN");
  EXPECT_EQ(country_meant("CHN"), "CHN");
  EXPECT_EQ(country_meant("chn"), "") << "codes are capitals";
  EXPECT_EQ(country_meant("CHNGOV"), "");
}

}  // namespace
}  // namespace detente
