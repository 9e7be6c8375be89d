#pragma once

#include "models/insights/analysis.h"
#include "models/lifecycle/members.h"

#include <QAbstractTableModel>

class Display;

/// Step conversion by the values of an attribute: all customers in the first row, then one row a
/// value. Columns: value, entrants, conversion into each further stage, customers at the turning
/// point.
class BreakdownModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        PositionRole = Qt::UserRole + 1, ///< double −1 to 1: below or above all; absent: not shaded
        StrongRole                       ///< bool: the row of all
    };

    explicit BreakdownModel(Display &display, QObject *parent = nullptr);

    void setView(const Lifecycle::LifecycleView &view, const QString &attributeTitle);
    void renewTexts();
    /// Whom a cell counts; nothing where it names a value.
    [[nodiscard]] std::optional<Lifecycle::FunnelPlace> place(const QModelIndex &index) const;
    /// What such customers are called: "Hospitality, Convert".
    [[nodiscard]] QString placeName(const Lifecycle::FunnelPlace &place,
                                    const Lifecycle::LifecycleFunnel &funnel) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] int stages() const { return int(m_view.funnel.lifecycle.stages.size()); }
    [[nodiscard]] const Lifecycle::BreakdownRow &row(int index) const;
    [[nodiscard]] int turnStage() const; ///< the last stage before the turning point
    [[nodiscard]] QString stageName(int stage) const
    {
        return stageName(m_view.funnel.lifecycle.stages[stage]);
    }
    [[nodiscard]] QString stageName(const Lifecycle::Stage &stage) const;
    [[nodiscard]] QVariant text(const Lifecycle::BreakdownRow &row, bool isAll, int column) const;
    [[nodiscard]] QVariant position(const Lifecycle::BreakdownRow &row, int column) const;

    Display &m_display;
    Lifecycle::LifecycleView m_view;
    Lifecycle::BreakdownRow m_all;
    QString m_attribute;
};
