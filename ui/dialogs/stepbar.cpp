#include "ui/dialogs/stepbar.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {
constexpr int disc = 22;
constexpr int gap = 8;
constexpr int bar = 28;
}

StepBar::StepBar(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&display, &Display::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StepBar::setSteps(const QStringList &names)
{
    m_names = names;
    renewAccessibleName();
    updateGeometry();
    update();
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    renewAccessibleName();
    update();
}

void StepBar::renewAccessibleName()
{
    if (m_current < m_names.size())
        //: a wizard's step: %1 its number, %2 how many there are, %3 its name
        setAccessibleName(tr("Step %1 of %2: %3")
                              .arg(m_display.format().integer(m_current + 1),
                                   m_display.format().integer(m_names.size()), m_names[m_current]));
}

QSize StepBar::sizeHint() const
{
    QFont font = m_display.font(Theme::TextRole::Button);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    int width = 0;
    for (const QString &name : m_names)
        width += disc + gap + metrics.horizontalAdvance(name) + gap + bar + gap;
    return {width, 30};
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    const auto place = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    for (int i = 0; i < m_names.size(); ++i) {
        const QRect circle = place({x, (height() - disc) / 2, disc, disc});
        const bool done = i < m_current;
        const bool now = i == m_current;
        painter.setPen(done ? QPen(Qt::NoPen) : QPen(m_display.color(now ? "primary" : "borderStrong")));
        painter.setBrush(m_display.color(now ? "primary" : done ? "tint" : "surface"));
        painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        QFont font = m_display.font(Theme::TextRole::Button);
        font.setWeight(now ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        if (done) {
            Icons::icon(u"check"_s, m_display, "primary").paint(&painter, circle.adjusted(4, 4, -4, -4));
        } else {
            painter.setPen(m_display.color(now ? "onPrimary" : "text2"));
            painter.drawText(circle, Qt::AlignCenter, m_display.format().integer(i + 1));
        }
        x += disc + gap;
        const int wide = painter.fontMetrics().horizontalAdvance(m_names[i]);
        painter.setPen(m_display.color(now ? "text" : "text2"));
        painter.drawText(place({x, 0, wide + 2, height()}), Qt::AlignVCenter | Qt::AlignHCenter, m_names[i]);
        x += wide + gap;
        if (i + 1 < m_names.size()) {
            const QRect line = place({x, height() / 2, bar, 1});
            painter.fillRect(line, m_display.color("borderStrong"));
            x += bar + gap;
        }
    }
}
