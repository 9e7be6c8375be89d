#pragma once

#include "models/core/numberformat.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QTextLayout>

#include <memory>

/// The paper and the way words are set on it. One unit is a point (1/72 inch) from the top left
/// corner of the sheet.
namespace Print {

inline constexpr qreal millimetre = 72.0 / 25.4;
inline constexpr qreal sheetWidth = 210 * millimetre;
inline constexpr qreal sheetHeight = 297 * millimetre;
inline constexpr qreal margin = 15 * millimetre;
inline constexpr qreal contentWidth = sheetWidth - 2 * margin;

enum class Weight { Regular, Medium, SemiBold };

/// One style of text. \a size is in points.
struct TextStyle
{
    qreal size = 9.5;
    Weight weight = Weight::Regular;
    QColor color;
    qreal lineHeight = 1.4; ///< times the size
};

/// Text without the marks that steer direction: fonts have no glyph for them, so that a foreign
/// font would end up in the file; the paragraph's direction does their work.
[[nodiscard]] QString printable(QString text);

/// Sets text in the direction of the report's language.
class Typesetter
{
public:
    explicit Typesetter(Language language);

    [[nodiscard]] bool isRightToLeft() const { return m_language == Language::Arabic; }
    [[nodiscard]] QFont font(const TextStyle &style) const;
    /// Width of \a text on one line.
    [[nodiscard]] qreal width(const QString &text, const TextStyle &style) const;
    /// Breaks \a text into lines of at most \a width; the layout can be drawn line by line.
    [[nodiscard]] std::shared_ptr<QTextLayout>
    layOut(const QString &text, const TextStyle &style, qreal width,
           Qt::Alignment alignment = Qt::AlignLeading) const;
    [[nodiscard]] qreal height(const QTextLayout &layout) const;
    /// Draws \a text into \a box, breaking lines.
    void draw(QPainter &painter, const QString &text, const TextStyle &style, const QRectF &box,
              Qt::Alignment alignment = Qt::AlignLeading) const;
    /// Draws one line, shortened with "…" where it does not fit; \a top is the line's upper edge.
    void drawLine(QPainter &painter, const QString &text, const TextStyle &style, const QRectF &box,
                  Qt::Alignment alignment = Qt::AlignLeading) const;
    /// \a box, which was measured from the left, at its mirrored place within the sheet.
    [[nodiscard]] QRectF mirrored(const QRectF &box) const;

private:
    Language m_language;
};

} // namespace Print
