#include "ui/print/sheet.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QTextOption>

namespace Print {

QString printable(QString text)
{
    text.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        return code == 0x061C || code == 0x200E || code == 0x200F
               || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    });
    // Narrow no-break space is missing in the Arabic font; the usual one looks the same on paper.
    text.replace(QChar(0x202F), QChar(0x00A0));
    return text;
}

Typesetter::Typesetter(Language language) : m_language(language) {}

QFont Typesetter::font(const TextStyle &style) const
{
    // Sizes in pixels only: the painter is scaled so that a pixel is a point, and a size in points
    // would be measured for the screen but drawn for the paper.
    QFont font = Theme::font(Theme::TextRole::Body, m_language == Language::Arabic);
    font.setPixelSize(qMax(6, qRound(style.size)));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Readers take the gap that kerning leaves after ر and its like for a space between words.
    font.setKerning(m_language != Language::Arabic);
    font.setWeight(style.weight == Weight::SemiBold ? QFont::DemiBold
                   : style.weight == Weight::Medium ? QFont::Medium
                                                    : QFont::Normal);
    return font;
}

qreal Typesetter::width(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(font(style)).horizontalAdvance(printable(text));
}

std::shared_ptr<QTextLayout> Typesetter::layOut(const QString &text, const TextStyle &style,
                                                qreal width, Qt::Alignment alignment) const
{
    auto layout = std::make_shared<QTextLayout>(printable(text), font(style));
    QTextOption option;
    option.setTextDirection(isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    // A text layout takes left and right as they are; only leading and trailing follow the
    // language.
    const bool mirrors = isRightToLeft() && !(alignment & Qt::AlignAbsolute);
    const bool atRight = mirrors != bool(alignment & Qt::AlignRight);
    option.setAlignment((atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    const qreal step = style.size * style.lineHeight;
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(qMax<qreal>(width, 1));
        line.setPosition({0, y + (step - line.height()) / 2});
        y += step;
    }
    layout->endLayout();
    return layout;
}

qreal Typesetter::height(const QTextLayout &layout) const
{
    if (layout.lineCount() == 0)
        return 0;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    const QTextLine first = layout.lineAt(0);
    // The lead above the first line equals the one below the last.
    return last.y() + last.height() + first.y();
}

void Typesetter::draw(QPainter &painter, const QString &text, const TextStyle &style,
                      const QRectF &box, Qt::Alignment alignment) const
{
    painter.setPen(style.color);
    layOut(text, style, box.width(), alignment)->draw(&painter, box.topLeft());
}

void Typesetter::drawLine(QPainter &painter, const QString &text, const TextStyle &style,
                          const QRectF &box, Qt::Alignment alignment) const
{
    QString fitting = printable(text);
    const QFontMetricsF metrics(font(style));
    if (metrics.horizontalAdvance(fitting) > box.width() + 0.5)
        fitting = metrics.elidedText(fitting, Qt::ElideRight, box.width());
    draw(painter, fitting, style, box.adjusted(-0.5, 0, 0.5, 0), alignment);
}

QRectF Typesetter::mirrored(const QRectF &box) const
{
    return isRightToLeft() ? QRectF(sheetWidth - box.right(), box.top(), box.width(), box.height())
                           : box;
}

} // namespace Print
