#include "readers/formats/icews.hpp"

#include "detente/readers/formats/intake.hpp"
#include "readers/formats/header_layout.hpp"
#include "readers/formats/lost_zeros.hpp"
#include "values/country_names.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_icews_date{"bad date", "Event Date is a day of the calendar, written yyyy-mm-dd", Field::date};
constexpr RowRule unknown_country{"unknown country name"};

constexpr std::array<FieldName, 7> icews_fields{{
    {Field::date, true, "Event Date"},
    {Field::source, true, "Source Country"},
    {Field::target, true, "Target Country"},
    {Field::code, true, "CAMEO Code"},
    {Field::id, false, "Event ID"},
    {Field::score, false, "Intensity"},
    {Field::note, false, "Event Text"},
}};

class IcewsRows : public CodedRows {
 public:
  using CodedRows::CodedRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_named_countries(row, event)) return rule;
    if (const Ruling rule = take_day(said(row, Field::date), event)) return rule;
    if (const Ruling rule = take_code(said(row, Field::code), event)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    if (const Ruling rule = take_id(said(row, Field::id), event)) return rule;
    take_texts(row, event, made);
    return nullptr;
  }

  void tell_unknown_names(const FieldRow& row, const RowRule& rule, Intake& into) const override {
    if (&rule != &unknown_country) return;
    const std::string_view source = said(row, Field::source), target = said(row, Field::target);
    if (country_of(source).empty()) into.unknown_name(source);
    if (source != target && country_of(target).empty()) into.unknown_name(target);
  }

 private:
  Ruling take_named_countries(const FieldRow& row, BriefEvent& event) const {
    const std::string_view source = said(row, Field::source), target = said(row, Field::target);
    if (source.empty() || target.empty()) return &rules::one_side;
    event.source = country_of(source);
    event.target = country_of(target);
    if (event.source.empty() || event.target.empty()) return &unknown_country;
    return event.source == event.target ? &rules::same_country : nullptr;
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = either_day(text);
    if (!day) return &bad_icews_date;
    event.day = *day;
    return nullptr;
  }

  static Ruling take_code(std::string_view text, BriefEvent& event) {
    if (const Ruling rule = take_act_code(text, event)) return rule;
    return with_zeros(text, {}, {}, {}).empty() ? &rules::lost_zero : nullptr;
  }
};

}  // namespace

std::unique_ptr<const RowReader> Icews::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<RowLayout> layout = layout_by_header(head, icews_fields, options, miss);
  return layout ? std::make_unique<IcewsRows>(std::move(*layout)) : nullptr;
}

}  // namespace detente::detail
