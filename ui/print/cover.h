#pragma once

#include "models/insights/analysis.h"
#include "models/report/report.h"
#include "ui/print/pdffinish.h"
#include "ui/print/sheet.h"

namespace Print {

/// Draws the whole first page: title, client, period, the customers by lifetime value as a
/// silhouette, the equity, what it rests on, and the contents with page numbers.
void paintCover(QPainter &painter, const Typesetter &typesetter,
                const Report::ReportContent &content, const Insights::Analysis &analysis,
                const QList<OutlineEntry> &contents);

} // namespace Print
