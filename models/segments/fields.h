#pragma once

#include "models/segments/facts.h"

namespace Segments {

enum class FieldType { Number, Money, Days, Share, Date, Text };

/// What a condition can be about.
struct Field
{
    QString id; ///< as in definitions: "city", "recency_days", "event.site_visit", "survey.nps"
    QString titleEnglish; ///< a noun that a sentence can begin with
    QString titleArabic;
    FieldType type = FieldType::Number;
    QStringList values;       ///< of a text
    bool takesPeriod = false; ///< a count or sum over a period
};

/// Every field that rules on these facts can name.
QList<Field> fields(const Facts &facts);
/// The field of a condition, or an error that names it with the nearest spelling. \a path is where
/// the condition stands; empty: not known.
Result<Field> findField(const Facts &facts, const QString &id);

/// The field's number per customer; NaN where there is none. Dates are days since 1970-01-01, money
/// is in major units. Not for text.
Result<std::vector<double>> numbers(const Facts &facts, const Condition &condition);

/// Codes of a text field.
struct Codes
{
    std::vector<std::uint16_t> ofCustomer; ///< 0: no value
    QStringList values;                    ///< [0] is empty
};
Result<Codes> codes(const Facts &facts, const QString &field);

} // namespace Segments
