#include "ui/widgets/button.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/style/looks.h"
#include "ui/style/painttext.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const char *lookOf(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary:
        return "primary";
    case Button::Kind::Default:
        return "default";
    case Button::Kind::Quiet:
        return "quiet";
    case Button::Kind::Link:
        return "link";
    case Button::Kind::Icon:
        return "icon";
    case Button::Kind::Field:
        return "field";
    }
    return "default";
}

} // namespace

Button::Button(Display &display, Kind kind, const QString &iconName, QWidget *parent)
    : QToolButton(parent), m_display(display), m_kind(kind), m_iconName(iconName)
{
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({16, 16});
    setPopupMode(QToolButton::InstantPopup);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&display, &Display::changed, this, &Button::applyDisplay);
    applyDisplay();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    applyDisplay();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    applyDisplay();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

QSize Button::sizeHint() const
{
    const bool low = m_small || m_kind == Kind::Icon || m_kind == Kind::Link;
    const int height = int(std::lround((low ? 26 : 30) * std::max(1.0, m_display.textScale())));
    if (m_kind == Kind::Icon && text().isEmpty())
        return {height, height};
    const int side = m_kind == Kind::Link ? 6 : 12;
    int width = 2 * side + int(std::ceil(PaintText::width(font(), text())));
    if (!m_iconName.isEmpty())
        width += iconSize().width() + (text().isEmpty() ? 0 : 6);
    if (m_kind == Kind::Field)
        width += 20;
    return {width, height};
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (menu())
            showMenu();
        else
            click();
        return;
    }
    QToolButton::keyPressEvent(event);
}

/// The style paints the ground; icon and text are placed here, because styles put them apart in
/// right-to-left.
void Button::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QString words = option.text;
    option.text.clear();
    option.icon = {};
    option.toolButtonStyle = Qt::ToolButtonIconOnly;
    option.features &= ~QStyleOptionToolButton::HasMenu;
    QPainter painter(this);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);

    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool hasIcon = !icon().isNull();
    const bool hasWords = !words.isEmpty() && toolButtonStyle() != Qt::ToolButtonIconOnly;
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const bool isField = m_kind == Kind::Field;
    const int side = isField ? 10 : 0;
    const int chevron = isField ? 22 : 0;
    const int iconPart = hasIcon ? iconSize().width() + (hasWords ? 6 : 0) : 0;
    const int room = std::max(0, width() - 2 * side - chevron
                                     - (m_kind == Kind::Icon ? 0
                                        : isField            ? 0
                                                             : 8));
    const QString shown = hasWords ? PaintText::elided(font(), words, room - iconPart) : QString();
    const int textPart = hasWords ? int(std::ceil(PaintText::width(font(), shown))) : 0;
    // As if left-to-right, then mirrored as a whole.
    int x = isField ? side : (width() - iconPart - textPart) / 2;
    const auto place = [&](int partWidth) {
        const QRect rect(mirrored ? width() - x - partWidth : x, 0, partWidth, height());
        x += partWidth;
        return rect;
    };
    if (hasIcon) {
        QRect rect = place(iconSize().width());
        rect = QRect(rect.x(), (height() - iconSize().height()) / 2, iconSize().width(),
                     iconSize().height());
        icon().paint(&painter, rect, Qt::AlignCenter, mode, isChecked() ? QIcon::On : QIcon::Off);
        x += hasWords ? 6 : 0;
    }
    if (hasWords) {
        const char *token = !isEnabled()                                      ? "disabled"
                            : m_kind == Kind::Primary                         ? "onPrimary"
                            : m_kind == Kind::Link || isChecked() || isDown() ? "primary"
                                                                              : "text";
        painter.setFont(font());
        painter.setPen(m_display.color(token));
        PaintText::draw(painter, m_display, place(textPart), Qt::AlignCenter, shown);
    }
    if (isField) {
        const QRect rect(mirrored ? 8 : width() - 24, (height() - 16) / 2, 16, 16);
        Icons::icon(u"chevron-down"_s, m_display).paint(&painter, rect, Qt::AlignCenter, mode);
    }
}

bool Button::event(QEvent *event)
{
    // A bare icon has no other name for a screen reader.
    if (event->type() == QEvent::ToolTipChange && text().isEmpty())
        setAccessibleName(toolTip());
    return QToolButton::event(event);
}

void Button::applyDisplay()
{
    Looks::set(this, lookOf(m_kind));
    setFont(m_display.font(Theme::TextRole::Button));
    const char *token = m_kind == Kind::Primary ? "onPrimary"
                        : m_kind == Kind::Link  ? "primary"
                                                : "text2";
    setIcon(m_iconName.isEmpty() ? QIcon() : Icons::icon(m_iconName, m_display, token));
    setToolButtonStyle(m_kind == Kind::Icon   ? Qt::ToolButtonIconOnly
                       : m_iconName.isEmpty() ? Qt::ToolButtonTextOnly
                                              : Qt::ToolButtonTextBesideIcon);
    updateGeometry();
    update();
}
