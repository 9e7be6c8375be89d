#include "ui/widgets/copiedtext.h"

namespace CopiedText {

QString withoutMarks(QString text)
{
    return text.removeIf([](QChar c) {
        return (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) || c.unicode() == 0x200E
               || c.unicode() == 0x200F;
    });
}

QString table(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row) {
            // A tab or line end within a cell would begin another one.
            QString clean = withoutMarks(cell);
            clean.replace(u'\t', u' ').replace(u'\n', u' ');
            cells.append(clean);
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace CopiedText
