#pragma once

#include "models/insights/analysis.h"

#include <QWidget>

class DeltaLabel;
class Display;
class QHBoxLayout;
class TextLabel;

/// Mean CLV × customers = customer equity, beside what is spent on customers.
class EquationStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit EquationStrip(Display &display, QWidget *parent = nullptr);

    void renewTexts();
    void showNumbers(const Insights::Analysis &analysis);

private:
    enum Term { Mean, Customers, Equity, Spend, EquityToSpend, Cost, TermCount };
    struct Labels
    {
        TextLabel *name = nullptr;
        TextLabel *value = nullptr;
        TextLabel *note = nullptr;
    };
    void addTerm(QHBoxLayout *layout, Term term);
    void addOperator(QHBoxLayout *layout, const QString &sign);
    void showSpend(const Insights::Analysis &analysis);

    Display &m_display;
    Labels m_terms[TermCount];
    DeltaLabel *m_change = nullptr;
};
