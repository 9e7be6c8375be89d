#pragma once

#include "models/core/numberformat.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Print {

/// An entry of the document's outline (the reader's list of contents).
struct OutlineEntry
{
    QString title;
    int page = 0; ///< 0-based
};

/// What Qt cannot write into a PDF: the document's language, its reading direction, that the title
/// stands in the reader's title bar, and the outline. Returns the finished file.
Result<QByteArray> finishPdf(const QByteArray &pdf, Language language,
                             const QList<OutlineEntry> &outline);

/// Writes \a content as a whole: into a file beside \a file that then takes its place.
Result<void> writeWhole(const QString &file, const QByteArray &content);

} // namespace Print
