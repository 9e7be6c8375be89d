#pragma once

#include "models/clv/simplevalue.h"
#include "models/insights/analysis.h"

#include <QWidget>

class Button;
class Display;
class LatestJob;
class NumberField;
class TextLabel;

/// The transparent calculation: order value × orders a year × years × margin, each editable and
/// prefilled from the company's own data, with the way from there to the model's mean in words.
class CalculatorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CalculatorPanel(Display &display, QWidget *parent = nullptr);

    void renewTexts();
    void showNumbers(const Insights::AnalysisPtr &analysis);
    [[nodiscard]] const Clv::SimpleValue &value() const { return m_value; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Field { OrderValue, OrdersPerYear, Years, Margin, FieldCount };

    void prefillIfNeeded();
    void prefill();
    void readFields();
    void showResult();
    void showSource();

    Display &m_display;
    Insights::AnalysisPtr m_analysis;
    Clv::SimpleValueSource m_source;
    Clv::SimpleValue m_value;
    bool m_isEdited = false;
    bool m_isStale = true;
    TextLabel *m_labels[FieldCount];
    NumberField *m_fields[FieldCount];
    TextLabel *m_result;
    TextLabel *m_origin;
    TextLabel *m_difference;
    Button *m_reset;
    LatestJob *m_job;
};
