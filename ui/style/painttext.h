#pragma once

#include "ui/style/theme.h"

#include <QRectF>

class Display;
class QPainter;

/// Painted words and marks. Alignments are physical (left is left); the paragraph runs in the
/// display's direction, so that signs, percents and units stand where the language wants them.
namespace PaintText {

void draw(QPainter &painter, const Display &display, const QRectF &rect, Qt::Alignment alignment,
          const QString &text);
/// Shortened with "…" to \a width; in the painter's font.
[[nodiscard]] QString elided(const QFont &font, const QString &text, double width);
[[nodiscard]] double width(const QFont &font, const QString &text);
/// For text drawn by others without a direction: isolated right-to-left where Arabic needs it.
[[nodiscard]] QString marked(const Display &display, const QString &text);
/// The triangle of a change, which no font has, within a square of \a side around \a center.
void drawTriangle(QPainter &painter, const QPointF &center, double side, bool up,
                  const QColor &color);

} // namespace PaintText
