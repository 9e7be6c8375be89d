#include "ui/pages/lifetimevalue/timeline.h"

#include "ui/style/display.h"
#include "ui/style/icons.h"

#include <QPainter>

#include <algorithm>

TimelineModel::TimelineModel(Display &display, QObject *parent)
    : QAbstractListModel(parent), m_display(display)
{}

void TimelineModel::setCustomer(const Customers::SnapshotPtr &snapshot,
                                Customers::CustomerIndex customer, const QDate &until)
{
    beginResetModel();
    m_snapshot = snapshot;
    m_customer = customer;
    m_until = until;
    collect();
    endResetModel();
}

void TimelineModel::setShow(Show show)
{
    beginResetModel();
    m_show = show;
    collect();
    endResetModel();
}

void TimelineModel::renewTexts()
{
    if (!m_entries.isEmpty())
        emit dataChanged(index(0), index(int(m_entries.size()) - 1));
}

void TimelineModel::collect()
{
    m_entries.clear();
    if (!m_snapshot || m_customer >= m_snapshot->customers())
        return;
    const auto take = [&](const auto &columns, Kind kind) {
        if (columns.first.size() <= std::size_t(m_customer) + 1)
            return;
        for (std::size_t p = columns.first[m_customer]; p < columns.first[m_customer + 1]; ++p) {
            const std::int64_t seconds = columns.seconds(p);
            if (!m_until.isValid() || dayOfEpoch(seconds) <= m_until)
                m_entries.append({seconds, p, kind});
        }
    };
    if (m_show != Show::Events)
        take(m_snapshot->purchases, Kind::Purchase);
    if (m_show != Show::Purchases)
        take(m_snapshot->events, Kind::Event);
    if (m_show == Show::All)
        collectContracts();
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.seconds > b.seconds; });
}

void TimelineModel::collectContracts()
{
    const Customers::SubscriptionColumns &contracts = m_snapshot->subscriptions;
    const auto take = [this](std::int32_t day, std::size_t position, Kind kind) {
        const QDate date = QDate(1970, 1, 1).addDays(day);
        if (!m_until.isValid() || date <= m_until)
            m_entries.append({epochSeconds(date), position, kind});
    };
    for (std::size_t i = 0; i < contracts.size(); ++i) {
        if (contracts.customer[i] != m_customer)
            continue;
        take(contracts.startedDay[i], i, Kind::Started);
        if (contracts.endedDay[i] != INT32_MIN)
            take(contracts.endedDay[i], i, Kind::Ended);
    }
}

QString TimelineModel::note(const Entry &entry) const
{
    const Customers::PurchaseColumns &purchases = m_snapshot->purchases;
    if (entry.kind == Kind::Purchase && !purchases.category.empty())
        return purchases.categories.value(purchases.category[entry.position]);
    if (entry.kind != Kind::Started)
        return {};
    const std::int64_t price = m_snapshot->subscriptions.price[entry.position];
    if (price == INT64_MIN)
        return {};
    const Currency &currency = m_snapshot->currency;
    //: of a contract: %1 is the price of a billing period
    return tr("%1 a period").arg(m_display.format().money(currency.toMajor(price), currency.code));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QString TimelineModel::title(const Entry &entry) const
{
    if (entry.kind == Kind::Started || entry.kind == Kind::Ended)
        return entry.kind == Kind::Started ? tr("Contract began") : tr("Contract ended");
    if (entry.kind == Kind::Event) {
        QString name = m_snapshot->events.names.value(m_snapshot->events.name[entry.position]);
        return NumberFormat::isolate(name.replace(u'_', u' '));
    }
    const Currency &currency = m_snapshot->currency;
    const double amount = currency.toMajor(m_snapshot->purchases.amount[entry.position]);
    const QString money = m_display.format().money(std::abs(amount), currency.code);
    //: a line of a customer's history: %1 is an amount of money
    return amount < 0 ? tr("Refund %1").arg(money) : tr("Order %1").arg(money);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[index.row()];
    const bool isPurchase = entry.kind == Kind::Purchase;
    const bool isContract = entry.kind == Kind::Started || entry.kind == Kind::Ended;
    const bool isRefund = isPurchase && m_snapshot->purchases.amount[entry.position] < 0;
    const QString day = m_display.format().date(dayOfEpoch(entry.seconds));
    switch (role) {
    case Qt::DisplayRole:
        return title(entry);
    case Qt::AccessibleTextRole:
        //: what happened, and when
        return tr("%1, %2").arg(title(entry), day);
    case NoteRole:
        return note(entry);
    case DateRole:
        return day;
    case IconRole:
        return isRefund     ? QStringLiteral("undo")
               : isPurchase ? QStringLiteral("cart")
               : isContract ? QStringLiteral("file")
                            : QStringLiteral("flag");
    case TokenRole:
        return QByteArray(isRefund || entry.kind == Kind::Ended                  ? "bad"
                          : isPurchase || entry.kind == Kind::Started ? "good"
                                                                      : "text2");
    default:
        return {};
    }
}

TimelineDelegate::TimelineDelegate(Display &display, QObject *parent)
    : QStyledItemDelegate(parent), m_display(display)
{}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int title = QFontMetrics(m_display.font(Theme::TextRole::Body)).height();
    const int note = index.data(TimelineModel::NoteRole).toString().isEmpty()
                         ? 0
                         : QFontMetrics(m_display.font(Theme::TextRole::Axis)).height();
    return {120, qMax(32, title + note + 12)};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const QRect row = option.rect;
    const auto place = [&](int x, int y, int width, int height) {
        return QRect(rightToLeft ? row.right() + 1 - x - width : row.left() + x, row.top() + y,
                     width, height);
    };
    const QRect circle = place(0, 5, 22, 22);
    painter->setPen(m_display.color("border"));
    painter->setBrush(m_display.color("surface2"));
    painter->drawEllipse(circle);
    const QByteArray token = index.data(TimelineModel::TokenRole).toByteArray();
    Icons::icon(index.data(TimelineModel::IconRole).toString(), m_display, token.constData())
        .paint(painter, circle.adjusted(4, 4, -4, -4));

    const QString day = index.data(TimelineModel::DateRole).toString();
    const QFont small = m_display.font(Theme::TextRole::Axis);
    const QFont body = m_display.font(Theme::TextRole::Body);
    const int dayWidth = QFontMetrics(small).horizontalAdvance(day) + 4;
    const int titleHeight = QFontMetrics(body).height();
    const int titleWidth = qMax(20, row.width() - 32 - dayWidth - 6);
    painter->setFont(body);
    painter->setPen(m_display.color("text"));
    painter->drawText(
        place(32, 5, titleWidth, titleHeight), Qt::AlignLeading | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
    painter->setFont(small);
    painter->setPen(m_display.color("text3"));
    painter->drawText(place(row.width() - dayWidth, 5, dayWidth, titleHeight),
                      Qt::AlignTrailing | Qt::AlignVCenter, day);
    const QString note = index.data(TimelineModel::NoteRole).toString();
    if (!note.isEmpty())
        painter->drawText(place(32, 5 + titleHeight, titleWidth, QFontMetrics(small).height()),
                          Qt::AlignLeading | Qt::AlignVCenter, note);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_display.color("focus"), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -2, -2), 3, 3);
    }
    painter->restore();
}
