#include "readers/country_names.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <unordered_map>

namespace detente {
namespace {

struct CountryNames {
  std::string_view code;
  /// Parted by bars.
  std::string_view names;
};

// Names as ISO 3166-1 and the United Nations write them, with and without accents, then those that data sets and old
// reports use.
constexpr std::array country_table{
    CountryNames{"ABW", "Aruba"},
    CountryNames{"AFG", "Afghanistan|Islamic Republic of Afghanistan"},
    CountryNames{"AGO", "Angola|Republic of Angola"},
    CountryNames{"AIA", "Anguilla"},
    CountryNames{"ALA", "Åland Islands|Aland Islands"},
    CountryNames{"ALB", "Albania|Republic of Albania"},
    CountryNames{"AND", "Andorra|Principality of Andorra"},
    CountryNames{"ARE", "United Arab Emirates|UAE"},
    CountryNames{"ARG", "Argentina|Argentine Republic"},
    CountryNames{"ARM", "Armenia|Republic of Armenia"},
    CountryNames{"ASM", "American Samoa"},
    CountryNames{"ATA", "Antarctica"},
    CountryNames{"ATF", "French Southern Territories"},
    CountryNames{"ATG", "Antigua and Barbuda|Antigua & Barbuda"},
    CountryNames{"AUS", "Australia"},
    CountryNames{"AUT", "Austria|Republic of Austria"},
    CountryNames{"AZE", "Azerbaijan|Republic of Azerbaijan"},
    CountryNames{"BDI", "Burundi|Republic of Burundi"},
    CountryNames{"BEL", "Belgium|Kingdom of Belgium"},
    CountryNames{"BEN", "Benin|Republic of Benin|Dahomey"},
    CountryNames{"BES", "Bonaire, Sint Eustatius and Saba"},
    CountryNames{"BFA", "Burkina Faso|Burkina|Upper Volta"},
    CountryNames{"BGD", "Bangladesh|People's Republic of Bangladesh"},
    CountryNames{"BGR", "Bulgaria|Republic of Bulgaria"},
    CountryNames{"BHR", "Bahrain|Kingdom of Bahrain"},
    CountryNames{"BHS", "Bahamas|Commonwealth of the Bahamas|The Bahamas"},
    CountryNames{
        "BIH",
        "Bosnia and Herzegovina|Republic of Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina"},
    CountryNames{"BLM", "Saint Barthélemy|Saint Barthelemy"},
    CountryNames{"BLR", "Belarus|Republic of Belarus|Byelorussia|Belorussia"},
    CountryNames{"BLZ", "Belize|British Honduras"},
    CountryNames{"BMU", "Bermuda"},
    CountryNames{
        "BOL",
        "Bolivia|Bolivia, Plurinational State of|Plurinational State of Bolivia|Bolivia (Plurinational State of)"},
    CountryNames{"BRA", "Brazil|Federative Republic of Brazil"},
    CountryNames{"BRB", "Barbados"},
    CountryNames{"BRN", "Brunei Darussalam|Brunei"},
    CountryNames{"BTN", "Bhutan|Kingdom of Bhutan"},
    CountryNames{"BVT", "Bouvet Island"},
    CountryNames{"BWA", "Botswana|Republic of Botswana|Bechuanaland"},
    CountryNames{"CAF", "Central African Republic|CAR"},
    CountryNames{"CAN", "Canada"},
    CountryNames{"CCK", "Cocos (Keeling) Islands"},
    CountryNames{"CHE", "Switzerland|Swiss Confederation"},
    CountryNames{"CHL", "Chile|Republic of Chile"},
    CountryNames{"CHN", "China|People's Republic of China|China, People's Republic of|Mainland China|PRC"},
    CountryNames{"CIV",
                 "Côte d'Ivoire|Cote d'Ivoire|Republic of Côte d'Ivoire|Republic of Cote d'Ivoire|Ivory Coast|Republic "
                 "of Ivory Coast"},
    CountryNames{"CMR", "Cameroon|Republic of Cameroon"},
    CountryNames{"COD",
                 "Congo, The Democratic Republic of the|Democratic Republic of Congo|Democratic Republic of the "
                 "Congo|Congo-Kinshasa|Congo, Democratic Republic of|Congo, Democratic Republic of the|Congo "
                 "(Kinshasa)|DR Congo|DRC|Zaire"},
    CountryNames{"COG",
                 "Congo|Republic of the Congo|Congo-Brazzaville|Republic of Congo|Congo, Republic of the|Congo, "
                 "Republic of|Congo (Brazzaville)"},
    CountryNames{"COK", "Cook Islands"},
    CountryNames{"COL", "Colombia|Republic of Colombia"},
    CountryNames{"COM", "Comoros|Union of the Comoros|The Comoros"},
    CountryNames{"CPV", "Cabo Verde|Republic of Cabo Verde|Cape Verde"},
    CountryNames{"CRI", "Costa Rica|Republic of Costa Rica"},
    CountryNames{"CUB", "Cuba|Republic of Cuba"},
    CountryNames{"CUW", "Curaçao|Curacao"},
    CountryNames{"CXR", "Christmas Island"},
    CountryNames{"CYM", "Cayman Islands"},
    CountryNames{"CYP", "Cyprus|Republic of Cyprus"},
    CountryNames{"CZE", "Czechia|Czech Republic"},
    CountryNames{
        "DEU", "Germany|Federal Republic of Germany|West Germany|German Federal Republic|Germany, Federal Republic of"},
    CountryNames{"DJI", "Djibouti|Republic of Djibouti|French Somaliland|Afars and Issas"},
    CountryNames{"DMA", "Dominica|Commonwealth of Dominica"},
    CountryNames{"DNK", "Denmark|Kingdom of Denmark"},
    CountryNames{"DOM", "Dominican Republic|Dominican Rep."},
    CountryNames{"DZA", "Algeria|People's Democratic Republic of Algeria"},
    CountryNames{"ECU", "Ecuador|Republic of Ecuador"},
    CountryNames{"EGY", "Egypt|Arab Republic of Egypt|United Arab Republic"},
    CountryNames{"ERI", "Eritrea|the State of Eritrea|State of Eritrea"},
    CountryNames{"ESH", "Western Sahara|Sahrawi Arab Democratic Republic|Spanish Sahara"},
    CountryNames{"ESP", "Spain|Kingdom of Spain"},
    CountryNames{"EST", "Estonia|Republic of Estonia"},
    CountryNames{"ETH", "Ethiopia|Federal Democratic Republic of Ethiopia|Abyssinia"},
    CountryNames{"FIN", "Finland|Republic of Finland"},
    CountryNames{"FJI", "Fiji|Republic of Fiji"},
    CountryNames{"FLK", "Falkland Islands (Malvinas)|Falkland Islands|Malvinas"},
    CountryNames{"FRA", "France|French Republic"},
    CountryNames{"FRO", "Faroe Islands"},
    CountryNames{
        "FSM",
        "Micronesia, Federated States of|Federated States of Micronesia|Micronesia|Micronesia (Federated States of)"},
    CountryNames{"GAB", "Gabon|Gabonese Republic"},
    CountryNames{"GBR", "United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|Britain"},
    CountryNames{"GEO", "Georgia"},
    CountryNames{"GGY", "Guernsey"},
    CountryNames{"GHA", "Ghana|Republic of Ghana|Gold Coast"},
    CountryNames{"GIB", "Gibraltar"},
    CountryNames{"GIN", "Guinea|Republic of Guinea"},
    CountryNames{"GLP", "Guadeloupe"},
    CountryNames{"GMB", "Gambia|Republic of the Gambia|The Gambia|Gambia, The"},
    CountryNames{"GNB", "Guinea-Bissau|Republic of Guinea-Bissau|Guinea Bissau"},
    CountryNames{"GNQ", "Equatorial Guinea|Republic of Equatorial Guinea|Spanish Guinea"},
    CountryNames{"GRC", "Greece|Hellenic Republic"},
    CountryNames{"GRD", "Grenada"},
    CountryNames{"GRL", "Greenland"},
    CountryNames{"GTM", "Guatemala|Republic of Guatemala"},
    CountryNames{"GUF", "French Guiana"},
    CountryNames{"GUM", "Guam"},
    CountryNames{"GUY", "Guyana|Republic of Guyana|British Guiana"},
    CountryNames{"HKG", "Hong Kong|Hong Kong Special Administrative Region of China|Hong Kong SAR|Hong Kong, China"},
    CountryNames{"HMD", "Heard Island and McDonald Islands"},
    CountryNames{"HND", "Honduras|Republic of Honduras"},
    CountryNames{"HRV", "Croatia|Republic of Croatia"},
    CountryNames{"HTI", "Haiti|Republic of Haiti"},
    CountryNames{"HUN", "Hungary"},
    CountryNames{"IDN", "Indonesia|Republic of Indonesia"},
    CountryNames{"IMN", "Isle of Man"},
    CountryNames{"IND", "India|Republic of India"},
    CountryNames{"IOT", "British Indian Ocean Territory"},
    CountryNames{"IRL", "Ireland|Republic of Ireland|Eire"},
    CountryNames{"IRN", "Iran|Iran, Islamic Republic of|Islamic Republic of Iran|Iran (Islamic Republic of)|Persia"},
    CountryNames{"IRQ", "Iraq|Republic of Iraq"},
    CountryNames{"ISL", "Iceland|Republic of Iceland"},
    CountryNames{"ISR", "Israel|State of Israel"},
    CountryNames{"ITA", "Italy|Italian Republic"},
    CountryNames{"JAM", "Jamaica"},
    CountryNames{"JEY", "Jersey"},
    CountryNames{"JOR", "Jordan|Hashemite Kingdom of Jordan|Transjordan"},
    CountryNames{"JPN", "Japan"},
    CountryNames{"KAZ", "Kazakhstan|Republic of Kazakhstan|Kazakstan"},
    CountryNames{"KEN", "Kenya|Republic of Kenya"},
    CountryNames{"KGZ", "Kyrgyzstan|Kyrgyz Republic|Kirgizia"},
    CountryNames{"KHM", "Cambodia|Kingdom of Cambodia|Kampuchea"},
    CountryNames{"KIR", "Kiribati|Republic of Kiribati"},
    CountryNames{"KNA", "Saint Kitts and Nevis|St. Kitts and Nevis|Saint Kitts & Nevis"},
    CountryNames{"KOR", "South Korea|Korea, Republic of|Republic of Korea|ROK|Korea, South"},
    CountryNames{"KWT", "Kuwait|State of Kuwait"},
    CountryNames{"LAO", "Laos|Lao People's Democratic Republic|Lao PDR"},
    CountryNames{"LBN", "Lebanon|Lebanese Republic"},
    CountryNames{"LBR", "Liberia|Republic of Liberia"},
    CountryNames{"LBY", "Libya|Libyan Arab Jamahiriya|Socialist People's Libyan Arab Jamahiriya"},
    CountryNames{"LCA", "Saint Lucia|St. Lucia"},
    CountryNames{"LIE", "Liechtenstein|Principality of Liechtenstein"},
    CountryNames{"LKA", "Sri Lanka|Democratic Socialist Republic of Sri Lanka|Ceylon"},
    CountryNames{"LSO", "Lesotho|Kingdom of Lesotho|Basutoland"},
    CountryNames{"LTU", "Lithuania|Republic of Lithuania"},
    CountryNames{"LUX", "Luxembourg|Grand Duchy of Luxembourg"},
    CountryNames{"LVA", "Latvia|Republic of Latvia"},
    CountryNames{"MAC", "Macao|Macao Special Administrative Region of China|Macau"},
    CountryNames{"MAF", "Saint Martin (French part)|Saint Martin"},
    CountryNames{"MAR", "Morocco|Kingdom of Morocco"},
    CountryNames{"MCO", "Monaco|Principality of Monaco"},
    CountryNames{"MDA", "Moldova|Moldova, Republic of|Republic of Moldova|Moldavia"},
    CountryNames{"MDG", "Madagascar|Republic of Madagascar|Malagasy Republic"},
    CountryNames{"MDV", "Maldives|Republic of Maldives|Maldive Islands"},
    CountryNames{"MEX", "Mexico|United Mexican States"},
    CountryNames{"MHL", "Marshall Islands|Republic of the Marshall Islands|The Marshall Islands"},
    CountryNames{"MKD",
                 "North Macedonia|Republic of North Macedonia|Macedonia|the former Yugoslav Republic of "
                 "Macedonia|former Yugoslav Republic of Macedonia|Macedonia, the former Yugoslav Republic of|FYROM"},
    CountryNames{"MLI", "Mali|Republic of Mali"},
    CountryNames{"MLT", "Malta|Republic of Malta"},
    CountryNames{"MMR", "Myanmar|Republic of Myanmar|Burma|Union of Myanmar|Republic of the Union of Myanmar"},
    CountryNames{"MNE", "Montenegro"},
    CountryNames{"MNG", "Mongolia"},
    CountryNames{"MNP", "Northern Mariana Islands|Commonwealth of the Northern Mariana Islands"},
    CountryNames{"MOZ", "Mozambique|Republic of Mozambique"},
    CountryNames{"MRT", "Mauritania|Islamic Republic of Mauritania"},
    CountryNames{"MSR", "Montserrat"},
    CountryNames{"MTQ", "Martinique"},
    CountryNames{"MUS", "Mauritius|Republic of Mauritius"},
    CountryNames{"MWI", "Malawi|Republic of Malawi|Nyasaland"},
    CountryNames{"MYS", "Malaysia|Malaya"},
    CountryNames{"MYT", "Mayotte"},
    CountryNames{"NAM", "Namibia|Republic of Namibia|South West Africa"},
    CountryNames{"NCL", "New Caledonia"},
    CountryNames{"NER", "Niger|Republic of the Niger"},
    CountryNames{"NFK", "Norfolk Island"},
    CountryNames{"NGA", "Nigeria|Federal Republic of Nigeria"},
    CountryNames{"NIC", "Nicaragua|Republic of Nicaragua"},
    CountryNames{"NIU", "Niue"},
    CountryNames{"NLD",
                 "Netherlands|Kingdom of the Netherlands|Holland|The Netherlands|Netherlands (Kingdom of "
                 "the)|Netherlands, Kingdom of the"},
    CountryNames{"NOR", "Norway|Kingdom of Norway"},
    CountryNames{"NPL", "Nepal|Federal Democratic Republic of Nepal"},
    CountryNames{"NRU", "Nauru|Republic of Nauru"},
    CountryNames{"NZL", "New Zealand"},
    CountryNames{"OMN", "Oman|Sultanate of Oman"},
    CountryNames{"PAK", "Pakistan|Islamic Republic of Pakistan"},
    CountryNames{"PAN", "Panama|Republic of Panama"},
    CountryNames{"PCN", "Pitcairn"},
    CountryNames{"PER", "Peru|Republic of Peru"},
    CountryNames{"PHL", "Philippines|Republic of the Philippines|The Philippines"},
    CountryNames{"PLW", "Palau|Republic of Palau"},
    CountryNames{"PNG", "Papua New Guinea|Independent State of Papua New Guinea|Papua-New Guinea"},
    CountryNames{"POL", "Poland|Republic of Poland"},
    CountryNames{"PRI", "Puerto Rico"},
    CountryNames{
        "PRK",
        "North Korea|Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK|Korea, North"},
    CountryNames{"PRT", "Portugal|Portuguese Republic"},
    CountryNames{"PRY", "Paraguay|Republic of Paraguay"},
    CountryNames{"PSE",
                 "Palestine, State of|the State of Palestine|State of Palestine|Occupied Palestinian "
                 "Territory|Palestine|Palestinian Territory|Palestinian Territories|Palestinian Territory, "
                 "Occupied|Palestinian Authority|West Bank and Gaza|Gaza Strip|West Bank"},
    CountryNames{"PYF", "French Polynesia"},
    CountryNames{"QAT", "Qatar|State of Qatar"},
    CountryNames{"REU", "Réunion|Reunion"},
    CountryNames{"ROU", "Romania"},
    CountryNames{"RUS", "Russian Federation|Russia"},
    CountryNames{"RWA", "Rwanda|Rwandese Republic"},
    CountryNames{"SAU", "Saudi Arabia|Kingdom of Saudi Arabia"},
    CountryNames{"SDN", "Sudan|Republic of the Sudan"},
    CountryNames{"SEN", "Senegal|Republic of Senegal"},
    CountryNames{"SGP", "Singapore|Republic of Singapore"},
    CountryNames{"SGS", "South Georgia and the South Sandwich Islands"},
    CountryNames{"SHN", "Saint Helena, Ascension and Tristan da Cunha|Saint Helena"},
    CountryNames{"SJM", "Svalbard and Jan Mayen"},
    CountryNames{"SLB", "Solomon Islands|The Solomon Islands"},
    CountryNames{"SLE", "Sierra Leone|Republic of Sierra Leone"},
    CountryNames{"SLV", "El Salvador|Republic of El Salvador"},
    CountryNames{"SMR", "San Marino|Republic of San Marino"},
    CountryNames{"SOM", "Somalia|Federal Republic of Somalia|Somali Democratic Republic"},
    CountryNames{"SPM", "Saint Pierre and Miquelon"},
    CountryNames{"SRB", "Serbia|Republic of Serbia"},
    CountryNames{"SSD", "South Sudan|Republic of South Sudan"},
    CountryNames{"STP", "Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|Sao Tome & Principe"},
    CountryNames{"SUR", "Suriname|Republic of Suriname|Dutch Guiana"},
    CountryNames{"SVK", "Slovakia|Slovak Republic"},
    CountryNames{"SVN", "Slovenia|Republic of Slovenia"},
    CountryNames{"SWE", "Sweden|Kingdom of Sweden"},
    CountryNames{"SWZ", "Eswatini|Kingdom of Eswatini|Swaziland|Kingdom of Swaziland"},
    CountryNames{"SXM", "Sint Maarten (Dutch part)|Sint Maarten"},
    CountryNames{"SYC", "Seychelles|Republic of Seychelles"},
    CountryNames{"SYR", "Syria|Syrian Arab Republic"},
    CountryNames{"TCA", "Turks and Caicos Islands"},
    CountryNames{"TCD", "Chad|Republic of Chad"},
    CountryNames{"TGO", "Togo|Togolese Republic"},
    CountryNames{"THA", "Thailand|Kingdom of Thailand|Siam"},
    CountryNames{"TJK", "Tajikistan|Republic of Tajikistan"},
    CountryNames{"TKL", "Tokelau"},
    CountryNames{"TKM", "Turkmenistan"},
    CountryNames{"TLS", "Timor-Leste|Democratic Republic of Timor-Leste|East Timor"},
    CountryNames{"TON", "Tonga|Kingdom of Tonga"},
    CountryNames{"TTO", "Trinidad and Tobago|Republic of Trinidad and Tobago|Trinidad & Tobago|Trinidad"},
    CountryNames{"TUN", "Tunisia|Republic of Tunisia"},
    CountryNames{"TUR", "Türkiye|Turkiye|Republic of Türkiye|Republic of Turkiye|Turkey"},
    CountryNames{"TUV", "Tuvalu"},
    CountryNames{"TWN", "Taiwan|Taiwan, Province of China|Republic of China|Chinese Taipei|Taiwan, Republic of China"},
    CountryNames{"TZA", "Tanzania|Tanzania, United Republic of|United Republic of Tanzania"},
    CountryNames{"UGA", "Uganda|Republic of Uganda"},
    CountryNames{"UKR", "Ukraine"},
    CountryNames{"UMI", "United States Minor Outlying Islands"},
    CountryNames{"URY", "Uruguay|Eastern Republic of Uruguay"},
    CountryNames{"USA", "United States|United States of America|US|USA|U.S.|U.S.A.|America"},
    CountryNames{"UZB", "Uzbekistan|Republic of Uzbekistan"},
    CountryNames{"VAT", "Holy See (Vatican City State)|Holy See|Vatican|Vatican City"},
    CountryNames{
        "VCT",
        "Saint Vincent and the Grenadines|Saint Vincent|St. Vincent and the Grenadines|Saint Vincent & the Grenadines"},
    CountryNames{"VEN",
                 "Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela|Venezuela (Bolivarian "
                 "Republic of)"},
    CountryNames{"VGB", "Virgin Islands, British|British Virgin Islands"},
    CountryNames{"VIR",
                 "Virgin Islands, U.S.|Virgin Islands of the United States|United States Virgin Islands|US Virgin "
                 "Islands|Virgin Islands"},
    CountryNames{"VNM", "Vietnam|Viet Nam|Socialist Republic of Viet Nam|Socialist Republic of Vietnam"},
    CountryNames{"VUT", "Vanuatu|Republic of Vanuatu|New Hebrides"},
    CountryNames{"WLF", "Wallis and Futuna"},
    CountryNames{"WSM", "Samoa|Independent State of Samoa|Western Samoa"},
    CountryNames{"YEM", "Yemen|Republic of Yemen|Yemen Arab Republic|North Yemen"},
    CountryNames{"ZAF", "South Africa|Republic of South Africa"},
    CountryNames{"ZMB", "Zambia|Republic of Zambia|Northern Rhodesia"},
    CountryNames{"ZWE", "Zimbabwe|Republic of Zimbabwe|Rhodesia|Southern Rhodesia"},
    CountryNames{"XKX", "Kosovo|Republic of Kosovo"},
    CountryNames{"SUN",
                 "Soviet Union|USSR|Union of Soviet Socialist Republics|USSR, Union of Soviet Socialist Republics"},
    CountryNames{"YUG",
                 "Yugoslavia|Socialist Federal Republic of Yugoslavia|Federal Republic of Yugoslavia|Yugoslavia, "
                 "Socialist Federal Republic of"},
    CountryNames{"SCG", "Serbia and Montenegro|Serbia & Montenegro"},
    CountryNames{"CSK",
                 "Czechoslovakia|Czechoslovak Socialist Republic|Czechoslovakia, Czechoslovak Socialist Republic"},
    CountryNames{"DDR", "East Germany|German Democratic Republic"},
    CountryNames{"YMD", "South Yemen|People's Democratic Republic of Yemen|Yemen, Democratic|Democratic Yemen"},
    CountryNames{"VDR", "North Vietnam|Democratic Republic of Vietnam|Viet-Nam, Democratic Republic of"},
    CountryNames{"ANT", "Netherlands Antilles"},
};

constexpr std::size_t longest_name = 64;
using Folded = std::array<char, longest_name>;

/// ASCII letters in lower case; other bytes, those of accents, as they are.
std::string_view fold(std::string_view name, Folded& into) {
  std::transform(name.begin(), name.end(), into.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return {into.data(), name.size()};
}

/// Names in lower case and their codes.
class Names {
 public:
  Names() {
    for (const CountryNames& country : country_table) add(country);
  }
  std::string_view find(std::string_view folded) const {
    const auto at = codes_.find(folded);
    return at == codes_.end() ? std::string_view() : at->second;
  }

 private:
  void add(const CountryNames& country) {
    for (std::string_view rest = country.names; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find('|'));
      Folded folded;
      codes_.emplace(own(fold(name, folded)), country.code);
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
  }
  std::string_view own(std::string_view name) { return texts_.emplace_back(name); }

  std::deque<std::string> texts_;  // a deque: the keys below point into it
  std::unordered_map<std::string_view, std::string_view> codes_;
};

}  // namespace

std::string_view country_of(std::string_view name) {
  static const Names names;
  Folded folded;
  return name.size() > longest_name ? std::string_view() : names.find(fold(name, folded));
}

}  // namespace detente
