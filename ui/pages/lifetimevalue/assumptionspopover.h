#pragma once

#include "models/workspace/settings.h"

#include <QFrame>

class Button;
class Display;
class NumberField;
class QComboBox;
class QVBoxLayout;
class TextLabel;

/// Horizon, discount, margin, cost of retention and interval: what the lifetime values assume. Stays
/// open until applied or closed.
class AssumptionsPopover final : public QFrame
{
    Q_OBJECT

public:
    explicit AssumptionsPopover(Display &display, QWidget *parent = nullptr);

    void open(const WorkspaceSettings &settings, QWidget *anchor);

signals:
    void applied(const WorkspaceSettings &settings);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void apply();
    void addRow(QVBoxLayout *layout, TextLabel *label, QWidget *field);

    Display &m_display;
    WorkspaceSettings m_settings;
    TextLabel *m_horizonLabel;
    NumberField *m_horizon;
    TextLabel *m_horizonNote;
    TextLabel *m_discountLabel;
    NumberField *m_discount;
    TextLabel *m_discountingLabel;
    QComboBox *m_discounting;
    TextLabel *m_marginLabel;
    NumberField *m_margin;
    TextLabel *m_costLabel;
    NumberField *m_cost;
    TextLabel *m_intervalLabel;
    NumberField *m_interval;
    Button *m_apply;
};
