#pragma once

#include "ui/pages/lifecycle/customerchoice.h"
#include "ui/pages/lifecycle/funnelstudy.h"

#include <QWidget>

class Card;
class CellTable;
class ColumnsChart;
class CurvesChart;
class Display;
class QStackedWidget;
class QTableView;
class SegmentedControl;

/// The readings of a funnel beside its columns: breakdown, trend, time to convert, drivers. A cell or
/// a bar shows the customers behind it.
class FunnelReadings final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelReadings(Display &display, QWidget *parent = nullptr);

    void setStudy(const FunnelData &asked, const Funnel::FunnelQuery &query,
                  const FunnelStudy &study);
    void renewTexts();

signals:
    void contactsRequested(const CustomerChoice &choice);

private:
    void showReadings();
    void openCell(int row, int column);
    void openBin(int bin);
    /// Asks for the customers whom \a find(log, query, progress) finds on a worker.
    template <typename Find>
    void request(const QString &what, Find find);
    [[nodiscard]] QString stepName(int step) const;
    [[nodiscard]] QString driverName(const Funnel::Driver &driver) const;
    [[nodiscard]] QString breakdownTitle() const;
    [[nodiscard]] QString groupName(const QString &value) const;

    Display &m_display;
    FunnelData m_data;
    Funnel::FunnelQuery m_query;
    FunnelStudy m_study;

    Card *m_card;
    SegmentedControl *m_kind;
    QStackedWidget *m_stack;
    CellTable *m_rows;
    QTableView *m_rowView;
    CurvesChart *m_trend;
    ColumnsChart *m_times;
};
