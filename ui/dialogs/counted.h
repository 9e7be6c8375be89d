#pragma once

#include "models/core/numberformat.h"

/// A translated text with a count, "12480 customers", with the count written as \a format does.
[[nodiscard]] inline QString counted(QString text, qint64 count, const NumberFormat &format)
{
    return format.counted(std::move(text), count);
}
