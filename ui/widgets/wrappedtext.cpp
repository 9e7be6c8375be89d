#include "ui/widgets/wrappedtext.h"

#include <QFontMetrics>
#include <QLabel>

void wrapWithin(QLabel &label, int width)
{
    if (!label.wordWrap())
        label.setWordWrap(true);
    const QFontMetrics metrics(label.font());
    const QRect needed =
        metrics.boundingRect(QRect(0, 0, qMax(1, width), 10000), Qt::TextWordWrap, label.text());
    label.setFixedHeight(qMax(needed.height(), metrics.height()));
    QSizePolicy policy = label.sizePolicy();
    policy.setHeightForWidth(false); // which every new text turns on again
    label.setSizePolicy(policy);
}
