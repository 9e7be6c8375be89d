#pragma once

#include "models/customers/snapshot.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

class Display;

/// What a customer did: purchases, events, beginnings and ends of contracts, newest first.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Show { All, Purchases, Events };
    enum Role { NoteRole = Qt::UserRole + 1, DateRole, IconRole, TokenRole };

    explicit TimelineModel(Display &display, QObject *parent = nullptr);

    void setCustomer(const Customers::SnapshotPtr &snapshot, Customers::CustomerIndex customer,
                     const QDate &until);
    void setShow(Show show);
    void renewTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    enum class Kind { Purchase, Event, Started, Ended };
    struct Entry
    {
        std::int64_t seconds = 0;
        std::size_t position = 0; ///< in the purchases, events or subscriptions of the snapshot
        Kind kind = Kind::Event;
    };
    void collect();
    void collectContracts();
    [[nodiscard]] QString note(const Entry &entry) const;
    [[nodiscard]] QString title(const Entry &entry) const;

    Display &m_display;
    Customers::SnapshotPtr m_snapshot;
    Customers::CustomerIndex m_customer = 0;
    QDate m_until;
    Show m_show = Show::All;
    QList<Entry> m_entries;
};

/// An entry of the timeline: icon, what happened, a note below, the day at the end.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TimelineDelegate(Display &display, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    Display &m_display;
};
