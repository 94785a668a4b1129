#include "values/country_names.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <unordered_map>

namespace detente::detail {
namespace {

struct CountryNames {
  std::string_view code;
  /// Separated by bars.
  std::string_view names;
};

// Names as ISO 3166-1 and the United Nations write them, with and without accents, then those that data sets and old
// reports use.
constexpr CountryNames country_table[]{
    {"ABW", "Aruba"},
    {"AFG", "Afghanistan|Islamic Republic of Afghanistan"},
    {"AGO", "Angola|Republic of Angola"},
    {"AIA", "Anguilla"},
    {"ALA", "Åland Islands|Aland Islands"},
    {"ALB", "Albania|Republic of Albania"},
    {"AND", "Andorra|Principality of Andorra"},
    {"ARE", "United Arab Emirates|UAE"},
    {"ARG", "Argentina|Argentine Republic"},
    {"ARM", "Armenia|Republic of Armenia"},
    {"ASM", "American Samoa"},
    {"ATA", "Antarctica"},
    {"ATF", "French Southern Territories"},
    {"ATG", "Antigua and Barbuda|Antigua & Barbuda"},
    {"AUS", "Australia"},
    {"AUT", "Austria|Republic of Austria"},
    {"AZE", "Azerbaijan|Republic of Azerbaijan"},
    {"BDI", "Burundi|Republic of Burundi"},
    {"BEL", "Belgium|Kingdom of Belgium"},
    {"BEN", "Benin|Republic of Benin|Dahomey"},
    {"BES", "Bonaire, Sint Eustatius and Saba"},
    {"BFA", "Burkina Faso|Burkina|Upper Volta"},
    {"BGD", "Bangladesh|People's Republic of Bangladesh"},
    {"BGR", "Bulgaria|Republic of Bulgaria"},
    {"BHR", "Bahrain|Kingdom of Bahrain"},
    {"BHS", "Bahamas|Commonwealth of the Bahamas|The Bahamas"},
    {"BIH", "Bosnia and Herzegovina|Republic of Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina"},
    {"BLM", "Saint Barthélemy|Saint Barthelemy"},
    {"BLR", "Belarus|Republic of Belarus|Byelorussia|Belorussia"},
    {"BLZ", "Belize|British Honduras"},
    {"BMU", "Bermuda"},
    {"BOL", "Bolivia|Bolivia, Plurinational State of|Plurinational State of Bolivia|Bolivia (Plurinational State of)"},
    {"BRA", "Brazil|Federative Republic of Brazil"},
    {"BRB", "Barbados"},
    {"BRN", "Brunei Darussalam|Brunei"},
    {"BTN", "Bhutan|Kingdom of Bhutan"},
    {"BVT", "Bouvet Island"},
    {"BWA", "Botswana|Republic of Botswana|Bechuanaland"},
    {"CAF", "Central African Republic|CAR"},
    {"CAN", "Canada"},
    {"CCK", "Cocos (Keeling) Islands"},
    {"CHE", "Switzerland|Swiss Confederation"},
    {"CHL", "Chile|Republic of Chile"},
    {"CHN", "China|People's Republic of China|China, People's Republic of|Mainland China|PRC"},
    {"CIV",
     "Côte d'Ivoire|Cote d'Ivoire|Republic of Côte d'Ivoire|Republic of Cote d'Ivoire|Ivory Coast|Republic "
     "of Ivory Coast"},
    {"CMR", "Cameroon|Republic of Cameroon"},
    {"COD",
     "Congo, The Democratic Republic of the|Democratic Republic of Congo|Democratic Republic of the "
     "Congo|Congo-Kinshasa|Congo, Democratic Republic of|Congo, Democratic Republic of the|Congo "
     "(Kinshasa)|DR Congo|DRC|Zaire"},
    {"COG",
     "Congo|Republic of the Congo|Congo-Brazzaville|Republic of Congo|Congo, Republic of the|Congo, "
     "Republic of|Congo (Brazzaville)"},
    {"COK", "Cook Islands"},
    {"COL", "Colombia|Republic of Colombia"},
    {"COM", "Comoros|Union of the Comoros|The Comoros"},
    {"CPV", "Cabo Verde|Republic of Cabo Verde|Cape Verde"},
    {"CRI", "Costa Rica|Republic of Costa Rica"},
    {"CUB", "Cuba|Republic of Cuba"},
    {"CUW", "Curaçao|Curacao"},
    {"CXR", "Christmas Island"},
    {"CYM", "Cayman Islands"},
    {"CYP", "Cyprus|Republic of Cyprus"},
    {"CZE", "Czechia|Czech Republic"},
    {"DEU", "Germany|Federal Republic of Germany|West Germany|German Federal Republic|Germany, Federal Republic of"},
    {"DJI", "Djibouti|Republic of Djibouti|French Somaliland|Afars and Issas"},
    {"DMA", "Dominica|Commonwealth of Dominica"},
    {"DNK", "Denmark|Kingdom of Denmark"},
    {"DOM", "Dominican Republic|Dominican Rep."},
    {"DZA", "Algeria|People's Democratic Republic of Algeria"},
    {"ECU", "Ecuador|Republic of Ecuador"},
    {"EGY", "Egypt|Arab Republic of Egypt|United Arab Republic"},
    {"ERI", "Eritrea|the State of Eritrea|State of Eritrea"},
    {"ESH", "Western Sahara|Sahrawi Arab Democratic Republic|Spanish Sahara"},
    {"ESP", "Spain|Kingdom of Spain"},
    {"EST", "Estonia|Republic of Estonia"},
    {"ETH", "Ethiopia|Federal Democratic Republic of Ethiopia|Abyssinia"},
    {"FIN", "Finland|Republic of Finland"},
    {"FJI", "Fiji|Republic of Fiji"},
    {"FLK", "Falkland Islands (Malvinas)|Falkland Islands|Malvinas"},
    {"FRA", "France|French Republic"},
    {"FRO", "Faroe Islands"},
    {"FSM",
     "Micronesia, Federated States of|Federated States of Micronesia|Micronesia|Micronesia (Federated States of)"},
    {"GAB", "Gabon|Gabonese Republic"},
    {"GBR", "United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|Britain"},
    {"GEO", "Georgia"},
    {"GGY", "Guernsey"},
    {"GHA", "Ghana|Republic of Ghana|Gold Coast"},
    {"GIB", "Gibraltar"},
    {"GIN", "Guinea|Republic of Guinea"},
    {"GLP", "Guadeloupe"},
    {"GMB", "Gambia|Republic of the Gambia|The Gambia|Gambia, The"},
    {"GNB", "Guinea-Bissau|Republic of Guinea-Bissau|Guinea Bissau"},
    {"GNQ", "Equatorial Guinea|Republic of Equatorial Guinea|Spanish Guinea"},
    {"GRC", "Greece|Hellenic Republic"},
    {"GRD", "Grenada"},
    {"GRL", "Greenland"},
    {"GTM", "Guatemala|Republic of Guatemala"},
    {"GUF", "French Guiana"},
    {"GUM", "Guam"},
    {"GUY", "Guyana|Republic of Guyana|British Guiana"},
    {"HKG", "Hong Kong|Hong Kong Special Administrative Region of China|Hong Kong SAR|Hong Kong, China"},
    {"HMD", "Heard Island and McDonald Islands"},
    {"HND", "Honduras|Republic of Honduras"},
    {"HRV", "Croatia|Republic of Croatia"},
    {"HTI", "Haiti|Republic of Haiti"},
    {"HUN", "Hungary"},
    {"IDN", "Indonesia|Republic of Indonesia"},
    {"IMN", "Isle of Man"},
    {"IND", "India|Republic of India"},
    {"IOT", "British Indian Ocean Territory"},
    {"IRL", "Ireland|Republic of Ireland|Eire"},
    {"IRN", "Iran|Iran, Islamic Republic of|Islamic Republic of Iran|Iran (Islamic Republic of)|Persia"},
    {"IRQ", "Iraq|Republic of Iraq"},
    {"ISL", "Iceland|Republic of Iceland"},
    {"ISR", "Israel|State of Israel"},
    {"ITA", "Italy|Italian Republic"},
    {"JAM", "Jamaica"},
    {"JEY", "Jersey"},
    {"JOR", "Jordan|Hashemite Kingdom of Jordan|Transjordan"},
    {"JPN", "Japan"},
    {"KAZ", "Kazakhstan|Republic of Kazakhstan|Kazakstan"},
    {"KEN", "Kenya|Republic of Kenya"},
    {"KGZ", "Kyrgyzstan|Kyrgyz Republic|Kirgizia"},
    {"KHM", "Cambodia|Kingdom of Cambodia|Kampuchea"},
    {"KIR", "Kiribati|Republic of Kiribati"},
    {"KNA", "Saint Kitts and Nevis|St. Kitts and Nevis|Saint Kitts & Nevis"},
    {"KOR", "South Korea|Korea, Republic of|Republic of Korea|ROK|Korea, South"},
    {"KWT", "Kuwait|State of Kuwait"},
    {"LAO", "Laos|Lao People's Democratic Republic|Lao PDR"},
    {"LBN", "Lebanon|Lebanese Republic"},
    {"LBR", "Liberia|Republic of Liberia"},
    {"LBY", "Libya|Libyan Arab Jamahiriya|Socialist People's Libyan Arab Jamahiriya"},
    {"LCA", "Saint Lucia|St. Lucia"},
    {"LIE", "Liechtenstein|Principality of Liechtenstein"},
    {"LKA", "Sri Lanka|Democratic Socialist Republic of Sri Lanka|Ceylon"},
    {"LSO", "Lesotho|Kingdom of Lesotho|Basutoland"},
    {"LTU", "Lithuania|Republic of Lithuania"},
    {"LUX", "Luxembourg|Grand Duchy of Luxembourg"},
    {"LVA", "Latvia|Republic of Latvia"},
    {"MAC", "Macao|Macao Special Administrative Region of China|Macau"},
    {"MAF", "Saint Martin (French part)|Saint Martin"},
    {"MAR", "Morocco|Kingdom of Morocco"},
    {"MCO", "Monaco|Principality of Monaco"},
    {"MDA", "Moldova|Moldova, Republic of|Republic of Moldova|Moldavia"},
    {"MDG", "Madagascar|Republic of Madagascar|Malagasy Republic"},
    {"MDV", "Maldives|Republic of Maldives|Maldive Islands"},
    {"MEX", "Mexico|United Mexican States"},
    {"MHL", "Marshall Islands|Republic of the Marshall Islands|The Marshall Islands"},
    {"MKD",
     "North Macedonia|Republic of North Macedonia|Macedonia|the former Yugoslav Republic of "
     "Macedonia|former Yugoslav Republic of Macedonia|Macedonia, the former Yugoslav Republic of|FYROM"},
    {"MLI", "Mali|Republic of Mali"},
    {"MLT", "Malta|Republic of Malta"},
    {"MMR", "Myanmar|Republic of Myanmar|Burma|Union of Myanmar|Republic of the Union of Myanmar"},
    {"MNE", "Montenegro"},
    {"MNG", "Mongolia"},
    {"MNP", "Northern Mariana Islands|Commonwealth of the Northern Mariana Islands"},
    {"MOZ", "Mozambique|Republic of Mozambique"},
    {"MRT", "Mauritania|Islamic Republic of Mauritania"},
    {"MSR", "Montserrat"},
    {"MTQ", "Martinique"},
    {"MUS", "Mauritius|Republic of Mauritius"},
    {"MWI", "Malawi|Republic of Malawi|Nyasaland"},
    {"MYS", "Malaysia|Malaya"},
    {"MYT", "Mayotte"},
    {"NAM", "Namibia|Republic of Namibia|South West Africa"},
    {"NCL", "New Caledonia"},
    {"NER", "Niger|Republic of the Niger"},
    {"NFK", "Norfolk Island"},
    {"NGA", "Nigeria|Federal Republic of Nigeria"},
    {"NIC", "Nicaragua|Republic of Nicaragua"},
    {"NIU", "Niue"},
    {"NLD",
     "Netherlands|Kingdom of the Netherlands|Holland|The Netherlands|Netherlands (Kingdom of "
     "the)|Netherlands, Kingdom of the"},
    {"NOR", "Norway|Kingdom of Norway"},
    {"NPL", "Nepal|Federal Democratic Republic of Nepal"},
    {"NRU", "Nauru|Republic of Nauru"},
    {"NZL", "New Zealand"},
    {"OMN", "Oman|Sultanate of Oman"},
    {"PAK", "Pakistan|Islamic Republic of Pakistan"},
    {"PAN", "Panama|Republic of Panama"},
    {"PCN", "Pitcairn"},
    {"PER", "Peru|Republic of Peru"},
    {"PHL", "Philippines|Republic of the Philippines|The Philippines"},
    {"PLW", "Palau|Republic of Palau"},
    {"PNG", "Papua New Guinea|Independent State of Papua New Guinea|Papua-New Guinea"},
    {"POL", "Poland|Republic of Poland"},
    {"PRI", "Puerto Rico"},
    {"PRK",
     "North Korea|Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK|Korea, North"},
    {"PRT", "Portugal|Portuguese Republic"},
    {"PRY", "Paraguay|Republic of Paraguay"},
    {"PSE",
     "Palestine, State of|the State of Palestine|State of Palestine|Occupied Palestinian "
     "Territory|Palestine|Palestinian Territory|Palestinian Territories|Palestinian Territory, "
     "Occupied|Palestinian Authority|West Bank and Gaza|Gaza Strip|West Bank"},
    {"PYF", "French Polynesia"},
    {"QAT", "Qatar|State of Qatar"},
    {"REU", "Réunion|Reunion"},
    {"ROU", "Romania"},
    {"RUS", "Russian Federation|Russia"},
    {"RWA", "Rwanda|Rwandese Republic"},
    {"SAU", "Saudi Arabia|Kingdom of Saudi Arabia"},
    {"SDN", "Sudan|Republic of the Sudan"},
    {"SEN", "Senegal|Republic of Senegal"},
    {"SGP", "Singapore|Republic of Singapore"},
    {"SGS", "South Georgia and the South Sandwich Islands"},
    {"SHN", "Saint Helena, Ascension and Tristan da Cunha|Saint Helena"},
    {"SJM", "Svalbard and Jan Mayen"},
    {"SLB", "Solomon Islands|The Solomon Islands"},
    {"SLE", "Sierra Leone|Republic of Sierra Leone"},
    {"SLV", "El Salvador|Republic of El Salvador"},
    {"SMR", "San Marino|Republic of San Marino"},
    {"SOM", "Somalia|Federal Republic of Somalia|Somali Democratic Republic"},
    {"SPM", "Saint Pierre and Miquelon"},
    {"SRB", "Serbia|Republic of Serbia"},
    {"SSD", "South Sudan|Republic of South Sudan"},
    {"STP", "Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|Sao Tome & Principe"},
    {"SUR", "Suriname|Republic of Suriname|Dutch Guiana"},
    {"SVK", "Slovakia|Slovak Republic"},
    {"SVN", "Slovenia|Republic of Slovenia"},
    {"SWE", "Sweden|Kingdom of Sweden"},
    {"SWZ", "Eswatini|Kingdom of Eswatini|Swaziland|Kingdom of Swaziland"},
    {"SXM", "Sint Maarten (Dutch part)|Sint Maarten"},
    {"SYC", "Seychelles|Republic of Seychelles"},
    {"SYR", "Syria|Syrian Arab Republic"},
    {"TCA", "Turks and Caicos Islands"},
    {"TCD", "Chad|Republic of Chad"},
    {"TGO", "Togo|Togolese Republic"},
    {"THA", "Thailand|Kingdom of Thailand|Siam"},
    {"TJK", "Tajikistan|Republic of Tajikistan"},
    {"TKL", "Tokelau"},
    {"TKM", "Turkmenistan"},
    {"TLS", "Timor-Leste|Democratic Republic of Timor-Leste|East Timor"},
    {"TON", "Tonga|Kingdom of Tonga"},
    {"TTO", "Trinidad and Tobago|Republic of Trinidad and Tobago|Trinidad & Tobago|Trinidad"},
    {"TUN", "Tunisia|Republic of Tunisia"},
    {"TUR", "Türkiye|Turkiye|Republic of Türkiye|Republic of Turkiye|Turkey"},
    {"TUV", "Tuvalu"},
    {"TWN", "Taiwan|Taiwan, Province of China|Republic of China|Chinese Taipei|Taiwan, Republic of China"},
    {"TZA", "Tanzania|Tanzania, United Republic of|United Republic of Tanzania"},
    {"UGA", "Uganda|Republic of Uganda"},
    {"UKR", "Ukraine"},
    {"UMI", "United States Minor Outlying Islands"},
    {"URY", "Uruguay|Eastern Republic of Uruguay"},
    {"USA", "United States|United States of America|US|USA|U.S.|U.S.A.|America"},
    {"UZB", "Uzbekistan|Republic of Uzbekistan"},
    {"VAT", "Holy See (Vatican City State)|Holy See|Vatican|Vatican City"},
    {"VCT",
     "Saint Vincent and the Grenadines|Saint Vincent|St. Vincent and the Grenadines|Saint Vincent & the Grenadines"},
    {"VEN",
     "Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela|Venezuela (Bolivarian "
     "Republic of)"},
    {"VGB", "Virgin Islands, British|British Virgin Islands"},
    {"VIR",
     "Virgin Islands, U.S.|Virgin Islands of the United States|United States Virgin Islands|US Virgin "
     "Islands|Virgin Islands"},
    {"VNM", "Vietnam|Viet Nam|Socialist Republic of Viet Nam|Socialist Republic of Vietnam"},
    {"VUT", "Vanuatu|Republic of Vanuatu|New Hebrides"},
    {"WLF", "Wallis and Futuna"},
    {"WSM", "Samoa|Independent State of Samoa|Western Samoa"},
    {"YEM", "Yemen|Republic of Yemen|Yemen Arab Republic|North Yemen"},
    {"ZAF", "South Africa|Republic of South Africa"},
    {"ZMB", "Zambia|Republic of Zambia|Northern Rhodesia"},
    {"ZWE", "Zimbabwe|Republic of Zimbabwe|Rhodesia|Southern Rhodesia"},
    {"XKX", "Kosovo|Republic of Kosovo"},
    {"SUN", "Soviet Union|USSR|Union of Soviet Socialist Republics|USSR, Union of Soviet Socialist Republics"},
    {"YUG",
     "Yugoslavia|Socialist Federal Republic of Yugoslavia|Federal Republic of Yugoslavia|Yugoslavia, "
     "Socialist Federal Republic of"},
    {"SCG", "Serbia and Montenegro|Serbia & Montenegro"},
    {"CSK", "Czechoslovakia|Czechoslovak Socialist Republic|Czechoslovakia, Czechoslovak Socialist Republic"},
    {"DDR", "East Germany|German Democratic Republic"},
    {"YMD", "South Yemen|People's Democratic Republic of Yemen|Yemen, Democratic|Democratic Yemen"},
    {"VDR", "North Vietnam|Democratic Republic of Vietnam|Viet-Nam, Democratic Republic of"},
    {"ANT", "Netherlands Antilles"},
};

constexpr std::size_t longest_name = 64;
using Folded = std::array<char, longest_name>;

/// ASCII letters in lower case; other bytes, such as those of accents, unchanged.
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

std::string_view country_meant(std::string_view name) {
  const auto same = [&](const CountryNames& country) { return country.code == name; };
  const auto* const found = std::find_if(std::begin(country_table), std::end(country_table), same);
  return found != std::end(country_table) ? found->code : country_of(name);
}

}  // namespace detente::detail
