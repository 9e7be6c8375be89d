#include "ui/style/icons.h"

#include "ui/style/display.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPointer>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

/// Icons that point somewhere along the reading direction.
const QStringList &mirroredNames()
{
    static const QStringList names{u"chevron-start"_s, u"chevron-end"_s, u"undo"_s,
                                   u"redo"_s,          u"inspector"_s,   u"sidebar"_s,
                                   u"list"_s,          u"back"_s,        u"columns"_s};
    return names;
}

QString fileOf(const QString &name) { return u":/icons/"_s + name + u".svg"_s; }

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, const Display *display, QByteArray token)
        : m_name(std::move(name)), m_display(display), m_token(std::move(token))
    {
        QFile file(fileOf(m_name));
        if (file.open(QIODevice::ReadOnly))
            m_source = file.readAll();
        Q_ASSERT_X(!m_source.isEmpty(), "Icons::icon", qPrintable(m_name));
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        if (m_source.isEmpty())
            return;
        QSvgRenderer renderer(QByteArray(m_source).replace("currentColor", colorFor(mode, state)));
        painter->save();
        if (m_display && m_display->direction() == Qt::RightToLeft && Icons::isMirrored(m_name)) {
            painter->translate(2 * rect.x() + rect.width(), 0);
            painter->scale(-1, 1);
        }
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    [[nodiscard]] QString key() const override { return u"qeema-tinted"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_source.isEmpty(); }

private:
    [[nodiscard]] QByteArray colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (!m_display)
            return "#808080";
        const char *token = mode == QIcon::Disabled                        ? "disabled"
                            : state == QIcon::On && m_token != "onPrimary" ? "primary"
                                                                           : m_token.constData();
        return m_display->color(token).name().toLatin1();
    }

    QString m_name;
    QPointer<const Display> m_display;
    QByteArray m_token;
    QByteArray m_source;
};

} // namespace

QIcon Icons::icon(const QString &name, const Display &display, const char *token)
{
    return QIcon(new TintedIconEngine(name, &display, token));
}

QIcon Icons::logo() { return QIcon(fileOf(u"logo"_s)); }

QStringList Icons::names()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    names.removeAll(u"logo.svg"_s);
    for (QString &name : names)
        name.chop(4);
    return names;
}

bool Icons::isMirrored(const QString &name) { return mirroredNames().contains(name); }
