#pragma once

#include "models/core/numberformat.h"
#include "models/segments/fields.h"

namespace Segments {

/// What fields and stages are called in either language.
struct Titles
{
    QHash<QString, Field> fields;
    StageFacts stages;
    QString currency;
};
Titles titles(const Facts &facts);

/// A rule in plain words of \a format's language, ready to stand in a sentence: "city is Riyadh and
/// number of purchases is at least 3". An empty rule: "all customers".
[[nodiscard]] QString describe(const Rule &rule, const Titles &titles, const NumberFormat &format);
/// The whole segment as a sentence.
[[nodiscard]] QString describe(const Segment &segment, const Titles &titles,
                               const NumberFormat &format);

} // namespace Segments
