#pragma once

#include "models/insights/analysis.h"
#include "models/lifecycle/handoffs.h"
#include "ui/pages/lifecycle/customerchoice.h"

#include <QWidget>

class Card;
class CellTable;
class Display;
class NumberField;
class QComboBox;
class QTableView;
class TextLabel;

/// The hand-offs between departments, one a row, and what the departments promise each other:
/// weekend, hours, and after how many days somebody counts as lost.
class HandOffCard final : public QWidget
{
    Q_OBJECT

public:
    explicit HandOffCard(Display &display, QWidget *parent = nullptr);

    void setData(const Lifecycle::HandOffView &handOffs, const Insights::Analysis &analysis);
    void renewTexts();

signals:
    void serviceEdited(const Lifecycle::ServiceLevel &service);
    /// The customers behind a number are wanted.
    void contactsRequested(const CustomerChoice &choice);

private:
    void build();
    void showService(const Lifecycle::ServiceLevel &service);
    void editService();
    void showRows();
    void showMembers(int row, int column);
    void renewHeight();
    [[nodiscard]] QString stageName(const QString &id) const;

    Display &m_display;
    Lifecycle::HandOffView m_data;
    Lifecycle::LifecycleModel m_lifecycle;
    Customers::SnapshotPtr m_snapshot;
    bool m_filling = false;

    Card *m_card;
    TextLabel *m_weekendLabel;
    QComboBox *m_weekend;
    TextLabel *m_hoursLabel;
    NumberField *m_hours;
    TextLabel *m_patienceLabel;
    NumberField *m_patience;
    TextLabel *m_definition;
    CellTable *m_rows;
    QTableView *m_view;
};
