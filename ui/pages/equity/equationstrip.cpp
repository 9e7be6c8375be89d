#include "ui/pages/equity/equationstrip.h"

#include "ui/style/display.h"
#include "ui/widgets/deltalabel.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

EquationStrip::EquationStrip(Display &display, QWidget *parent)
    : QWidget(parent), m_display(display)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(8);
    addTerm(layout, Mean);
    addOperator(layout, QStringLiteral("×"));
    addTerm(layout, Customers);
    addOperator(layout, QStringLiteral("="));
    addTerm(layout, Equity);
    auto *rule = new QFrame(this);
    rule->setProperty("look", QStringLiteral("verticalRule"));
    layout->addSpacing(6);
    layout->addWidget(rule);
    layout->addSpacing(6);
    addTerm(layout, Spend);
    addTerm(layout, EquityToSpend);
    addTerm(layout, Cost);
    layout->addStretch(1);
}

void EquationStrip::addTerm(QHBoxLayout *layout, Term term)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    Labels &labels = m_terms[term];
    labels.name = new TextLabel(m_display, Theme::TextRole::Table, "text2", this);
    labels.value = new TextLabel(m_display, Theme::TextRole::KpiValue,
                                 term == Equity ? "primary" : "text", this);
    labels.note = new TextLabel(m_display, Theme::TextRole::Axis, "text3", this);
    column->addWidget(labels.name);
    column->addWidget(labels.value);
    if (term == Equity) {
        m_change = new DeltaLabel(m_display, this);
        column->addWidget(m_change);
        labels.note->hide();
    } else {
        column->addWidget(labels.note);
    }
    layout->addLayout(column);
    layout->addStretch(1);
}

void EquationStrip::addOperator(QHBoxLayout *layout, const QString &sign)
{
    auto *label = new TextLabel(m_display, Theme::TextRole::KpiValue, "text3", this);
    label->setText(sign);
    layout->addWidget(label);
}

void EquationStrip::renewTexts()
{
    m_terms[Mean].name->setText(tr("Mean CLV"));
    m_terms[Customers].name->setText(tr("Customers"));
    m_terms[Equity].name->setText(tr("Customer equity"));
    m_terms[Spend].name->setText(tr("Spend, 12 months"));
    m_terms[EquityToSpend].name->setText(tr("Equity to spend"));
    m_terms[Cost].name->setText(tr("CAC · CRC"));
    m_terms[Cost].name->setToolTip(tr(
        "CAC: cost of acquiring a customer, acquisition spend ÷ new customers. CRC: cost to keep a "
        "customer for a year, retention spend ÷ active customers."));
}

void EquationStrip::showNumbers(const Insights::Analysis &analysis)
{
    const NumberFormat &format = m_display.format();
    const QString currency = analysis.query.settings.currency.code;
    const Clv::ClvResult &clv = analysis.clv;
    m_terms[Mean].value->setText(format.money(clv.meanClv, currency));
    const int decimals = clv.meanClv >= 100 ? 0 : 2;
    m_terms[Mean].note->setText(tr("%1 interval %2 – %3")
                                    .arg(format.percent(clv.query.intervalLevel),
                                         format.decimal(clv.meanClvLow, decimals),
                                         format.decimal(clv.meanClvHigh, decimals)));
    m_terms[Customers].value->setText(format.integer(clv.customers));
    //: %1 is a number of customers, %2 the number 0.5
    m_terms[Customers].note->setText(
        tr("%1 with P(alive) ≥ %2")
            .arg(format.integer(clv.activeCustomers), format.decimal(0.5, 1)));
    m_terms[Equity].value->setText(format.moneyShort(clv.totalClv, currency));
    const Insights::KeyFigures &figures = analysis.overview.figures;
    if (std::isfinite(figures.previousEquity) && figures.previousEquity > 0) {
        const double change = figures.equity / figures.previousEquity - 1;
        m_change->setChange(change, format.percent(std::abs(change), 1),
                            tr("vs %1").arg(format.quarter(figures.previousEquityDate)));
    } else {
        m_change->setNote(tr("at %1").arg(format.date(clv.until)));
    }
    showSpend(analysis);
}

void EquationStrip::showSpend(const Insights::Analysis &analysis)
{
    const NumberFormat &format = m_display.format();
    const QString currency = analysis.query.settings.currency.code;
    const Equity::SpendSummary &spend = analysis.spend;
    const double total = spend.acquisition + spend.retention;
    const QString none = QStringLiteral("–");
    if (!spend.hasCosts || !(total > 0)) {
        m_terms[Spend].value->setText(none);
        m_terms[Spend].note->setText(tr("no costs imported"));
        m_terms[EquityToSpend].value->setText(none);
        m_terms[EquityToSpend].note->setText(tr("equity ÷ 12-month spend"));
        m_terms[Cost].value->setText(none);
        m_terms[Cost].note->setText(
            tr("%1 per new · active customer").arg(format.currencyName(currency)));
        return;
    }
    m_terms[Spend].value->setText(format.moneyShort(total, currency));
    //: %1 and %2 are amounts without currency
    m_terms[Spend].note->setText(
        tr("acquisition %1 · retention %2")
            .arg(format.shortNumber(spend.acquisition), format.shortNumber(spend.retention)));
    m_terms[EquityToSpend].value->setText(format.multiple(analysis.clv.totalClv / total));
    m_terms[EquityToSpend].note->setText(tr("equity ÷ 12-month spend"));
    const auto amount = [&](double value) {
        return std::isfinite(value) ? format.decimal(value, value >= 100 ? 0 : 2)
                                    : QStringLiteral("–");
    };
    m_terms[Cost].value->setText(amount(spend.cac) + QStringLiteral(" · ") + amount(spend.crc));
    //: %1 is a currency
    m_terms[Cost].note->setText(
        tr("%1 per new · active customer").arg(format.currencyName(currency)));
}
