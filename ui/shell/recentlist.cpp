#include "ui/shell/recentlist.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 52;
constexpr int headHeight = 30;
// Distances from the far edge of the list to the near edge of each column.
constexpr int openedWidth = 110;
constexpr int sparkWidth = 100;
constexpr int equityWidth = 140;
constexpr int customersWidth = 110;

struct Columns
{
    QRect name, customers, equity, spark, opened;
};

Columns columnsOf(const QRect &row, Qt::LayoutDirection direction)
{
    Columns columns;
    int right = row.right() - 14;
    const auto take = [&](int width) {
        const QRect cell(right - width, row.top(), width, row.height());
        right -= width + 16;
        return QStyle::visualRect(direction, row, cell);
    };
    columns.opened = take(openedWidth);
    columns.spark = take(sparkWidth);
    columns.equity = take(equityWidth);
    columns.customers = take(customersWidth);
    columns.name = QStyle::visualRect(direction, row, QRect(row.left() + 56, row.top(), right - row.left() - 56, row.height()));
    return columns;
}

QString place(const QString &file)
{
    QString path = QDir::toNativeSeparators(file);
    const QString home = QDir::homePath();
    if (path.startsWith(home))
        path = u"~"_s + path.mid(home.size());
    return path;
}

} // namespace

class RecentList::Row final : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(RecentList::Row)

public:
    Row(Display &display, RecentFile entry, RecentList *list)
        : QWidget(list)
        , m_display(display)
        , m_entry(std::move(entry))
        , m_list(list)
        , m_missing(!QFileInfo::exists(m_entry.file))
    {
        setObjectName(u"recentRow"_s);
        setFixedHeight(rowHeight);
        setAttribute(Qt::WA_Hover);
        if (m_missing) {
            addButtons();
        } else {
            setFocusPolicy(Qt::StrongFocus);
            setCursor(Qt::PointingHandCursor);
        }
        setAccessibleName(m_missing ? tr("%1: the file was not found").arg(name()) : tr("Open %1").arg(name()));
        setToolTip(QDir::toNativeSeparators(m_entry.file));
    }

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!m_missing && rect().contains(event->pos()) && event->button() == Qt::LeftButton)
            emit m_list->openRequested(m_entry.file);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (!m_missing)
                emit m_list->openRequested(m_entry.file);
            break;
        case Qt::Key_Down: focusNextChild(); break;
        case Qt::Key_Up: focusPreviousChild(); break;
        case Qt::Key_Delete: emit m_list->removeRequested(m_entry.file); break;
        default: QWidget::keyPressEvent(event);
        }
    }

private:
    [[nodiscard]] QString name() const
    {
        const QString &own = m_display.isArabic() && !m_entry.nameArabic.isEmpty() ? m_entry.nameArabic
                                                                                   : m_entry.nameEnglish;
        return own.isEmpty() ? QFileInfo(m_entry.file).completeBaseName() : own;
    }
    [[nodiscard]] QString openedText() const
    {
        const QDate day = m_entry.opened.date();
        const qint64 ago = day.daysTo(QDate::currentDate());
        if (ago == 0)
            return tr("today");
        if (ago == 1)
            return tr("yesterday");
        return m_display.format().date(day);
    }
    void addButtons();
    void paintSpark(QPainter &painter, const QRect &box) const;

    Display &m_display;
    RecentFile m_entry;
    RecentList *m_list;
    bool m_missing;
};

void RecentList::Row::addButtons()
{
    auto *note = new TextLabel(m_display, Theme::TextRole::Table, "text2", this);
    note->setText(tr("File not found at this place."));
    auto *locate = new Button(m_display, Button::Kind::Link, {}, this);
    locate->setText(tr("Locate"));
    locate->setObjectName(u"locateButton"_s);
    auto *remove = new Button(m_display, Button::Kind::Quiet, {}, this);
    remove->setText(tr("Remove"));
    remove->setObjectName(u"removeRecentButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 0, openedWidth + 30, 0);
    layout->setSpacing(4);
    layout->addStretch();
    layout->addWidget(note);
    layout->addWidget(locate);
    layout->addWidget(remove);
    connect(locate, &Button::clicked, m_list, [this] { emit m_list->locateRequested(m_entry.file); });
    connect(remove, &Button::clicked, m_list, [this] { emit m_list->removeRequested(m_entry.file); });
}

void RecentList::Row::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && !m_missing)
        painter.fillRect(rect().adjusted(1, 1, -1, 0), m_display.color("hover"));
    painter.setPen(m_display.color("border"));
    painter.drawLine(0, 0, width(), 0);
    const Columns columns = columnsOf(rect(), layoutDirection());

    const QRect tile = QStyle::visualRect(layoutDirection(), rect(), QRect(14, 11, 30, 30));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_display.color("hover"));
    painter.drawRoundedRect(tile, 5, 5);
    Icons::icon(m_missing ? u"warning"_s : u"file"_s, m_display, m_missing ? "text2" : "primary")
        .paint(&painter, tile.adjusted(7, 7, -7, -7));

    const auto words = [&](const QRect &cell, Theme::TextRole role, const char *token, const QString &text,
                           int flags) {
        painter.setFont(m_display.font(role));
        painter.setPen(m_display.color(token));
        painter.drawText(cell, flags, painter.fontMetrics().elidedText(text, Qt::ElideMiddle, cell.width()));
    };
    const int start = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    words(columns.name.adjusted(0, 8, 0, 0), Theme::TextRole::CardTitle, m_missing ? "text2" : "text", name(),
          start | Qt::AlignTop);
    words(columns.name.adjusted(0, 0, 0, -8), Theme::TextRole::Axis, "text2",
          u"\u2066"_s + place(m_entry.file) + u"\u2069"_s, start | Qt::AlignBottom);
    words(columns.opened, Theme::TextRole::Table, "text2", openedText(),
          (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (!m_missing && m_entry.customers >= 0) {
        painter.setFont(m_display.font(Theme::TextRole::Table));
        NumberDelegate::paintNumber(painter, columns.customers, m_display.format().integer(m_entry.customers),
                                    m_display.color("text"));
        QFont strong = painter.font();
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        NumberDelegate::paintNumber(painter, columns.equity,
                                    m_display.format().moneyShort(m_entry.equity, m_entry.currency),
                                    m_display.color("text"));
        paintSpark(painter, columns.spark.adjusted(8, 12, -14, -12));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_display.color("focus"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

void RecentList::Row::paintSpark(QPainter &painter, const QRect &box) const
{
    if (m_entry.trend.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(m_entry.trend.cbegin(), m_entry.trend.cend());
    const double span = *high > *low ? *high - *low : 1;
    QPolygonF line;
    for (qsizetype i = 0; i < m_entry.trend.size(); ++i) {
        line.append({box.left() + box.width() * double(i) / double(m_entry.trend.size() - 1),
                     box.bottom() - box.height() * (m_entry.trend[i] - *low) / span});
    }
    const QColor teal = m_display.theme().category(Theme::Teal);
    painter.setPen(QPen(teal, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(teal);
    painter.drawEllipse(line.last(), 2.5, 2.5);
}

RecentList::RecentList(Display &display, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"recentList"_s);
    m_layout->setContentsMargins(1, headHeight, 1, 1);
    m_layout->setSpacing(0);
    connect(&display, &Display::changed, this, [this] { update(); });
}

void RecentList::setEntries(const QList<RecentFile> &entries)
{
    m_entries = entries;
    rebuild();
}

void RecentList::setFilter(const QString &words)
{
    m_words = words.trimmed();
    rebuild();
}

void RecentList::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            // Later, because the row's own button may have asked for this.
            row->hide();
            row->setParent(nullptr);
            row->deleteLater();
        }
        delete item;
    }
    int shown = 0;
    for (const RecentFile &entry : std::as_const(m_entries)) {
        const QString words = entry.nameEnglish + u' ' + entry.nameArabic + u' ' + entry.file;
        if (!words.contains(m_words, Qt::CaseInsensitive) || shown == 5)
            continue;
        m_layout->addWidget(new Row(m_display, entry, this));
        ++shown;
    }
    if (shown == 0) {
        auto *none = new TextLabel(m_display, Theme::TextRole::Table, "text2", this);
        none->setText(m_entries.isEmpty() ? tr("Workspaces that you open are listed here.")
                                          : tr("No recent workspace has these words."));
        none->setFixedHeight(rowHeight);
        none->setContentsMargins(14, 0, 14, 0);
        m_layout->addWidget(none);
    }
    update();
}

void RecentList::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void RecentList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_display.color("border"));
    painter.setBrush(m_display.color("surface"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRect head(1, 1, width() - 2, headHeight - 2);
    painter.fillRect(head.adjusted(5, 0, -5, 0), m_display.color("surface2"));
    const Columns columns = columnsOf(head, layoutDirection());
    QFont font = m_display.font(Theme::TextRole::Table);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_display.color("text2"));
    const int start = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const int end = (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const int number = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
    const QRect name = QStyle::visualRect(layoutDirection(), head, head.adjusted(14, 0, -14, 0));
    painter.drawText(name, start, tr("Name"));
    painter.drawText(columns.customers, number, tr("Customers"));
    painter.drawText(columns.equity, number, tr("Equity"));
    painter.drawText(columns.spark, Qt::AlignCenter, tr("8 quarters"));
    painter.drawText(columns.opened, end, tr("Opened"));
}
