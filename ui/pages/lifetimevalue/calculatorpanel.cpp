#include "ui/pages/lifetimevalue/calculatorpanel.h"

#include "ui/dialogs/latestjob.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

using namespace Qt::StringLiterals;

CalculatorPanel::CalculatorPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_result(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_origin(new TextLabel(display, Theme::TextRole::Axis, "text3", this))
    , m_difference(new TextLabel(display, Theme::TextRole::Axis, "text2", this))
    , m_reset(new Button(display, Button::Kind::Link, {}, this))
    , m_job(new LatestJob(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const char *const names[FieldCount] = {"simpleOrderValue", "simpleOrdersPerYear",
                                           "simpleYears", "simpleMargin"};
    const double most[FieldCount] = {1e9, 1e4, 100, 100};
    for (int field = 0; field < FieldCount; ++field) {
        m_labels[field] = new TextLabel(display, Theme::TextRole::Axis, "text2", this);
        m_fields[field] = new NumberField(display, this);
        m_fields[field]->setObjectName(QString::fromLatin1(names[field]));
        m_fields[field]->setRange(0, most[field]);
        m_fields[field]->setDecimals(field == Margin ? 1 : 2);
        m_labels[field]->setBuddy(m_fields[field]);
        const int row = 2 * (field / 2);
        grid->addWidget(m_labels[field], row, field % 2);
        grid->addWidget(m_fields[field], row + 1, field % 2);
        connect(m_fields[field], &NumberField::valueChanged, this, [this] {
            m_isEdited = true;
            readFields();
        });
    }
    layout->addLayout(grid);
    auto *row = new QHBoxLayout;
    row->addWidget(m_result, 1);
    row->addWidget(m_reset);
    layout->addLayout(row);
    layout->addWidget(m_origin);
    layout->addWidget(m_difference);
    layout->addStretch(1);
    m_result->setObjectName(u"simpleResult"_s);
    m_difference->setObjectName(u"simpleDifference"_s);
    m_reset->setObjectName(u"simpleReset"_s);
    m_reset->setSmall(true);
    m_origin->setWordWrap(true);
    m_difference->setWordWrap(true);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_reset, &Button::clicked, this, &CalculatorPanel::prefill);
    connect(&display, &Display::changed, this, &CalculatorPanel::showResult);
    renewTexts();
}

void CalculatorPanel::renewTexts()
{
    //: %1 is a currency
    m_labels[OrderValue]->setText(
        m_analysis ? tr("Order value, %1")
                         .arg(m_display.format().currencyName(
                             m_analysis->query.settings.currency.code))
                   : tr("Order value"));
    m_labels[OrdersPerYear]->setText(tr("× orders a year"));
    m_labels[Years]->setText(tr("× years as a customer"));
    m_labels[Margin]->setText(tr("× margin, %"));
    const QString spoken[FieldCount] = {tr("Order value"), tr("Orders a year"),
                                        tr("Years as a customer"), tr("Margin, percent")};
    for (int field = 0; field < FieldCount; ++field)
        m_fields[field]->setAccessibleName(spoken[field]);
    m_reset->setText(tr("From own data"));
    m_reset->setToolTip(tr("Put back the numbers of your own data"));
    showSource();
    showResult();
}

void CalculatorPanel::showNumbers(const Insights::AnalysisPtr &analysis)
{
    if (m_analysis != analysis) {
        m_analysis = analysis;
        m_isStale = true;
    }
    renewTexts();
    prefillIfNeeded();
}

void CalculatorPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    prefillIfNeeded();
}

/// Going through all purchases takes its time with millions of them.
void CalculatorPanel::prefillIfNeeded()
{
    if (!m_isStale || !m_analysis || !isVisible())
        return;
    m_isStale = false;
    m_job->start(
        [analysis = m_analysis](const Progress &) {
            return Clv::simpleValueFrom(*analysis->snapshot, analysis->clv);
        },
        [this](const Clv::SimpleValueSource &source) {
            m_source = source;
            if (!m_isEdited)
                prefill();
            showSource();
            showResult();
        });
}

void CalculatorPanel::prefill()
{
    const double values[FieldCount] = {m_source.value.orderValue, m_source.value.ordersPerYear,
                                       m_source.value.lifetimeYears, 100 * m_source.value.margin};
    for (int field = 0; field < FieldCount; ++field) {
        const QSignalBlocker blocker(m_fields[field]);
        m_fields[field]->setValue(values[field]);
    }
    m_isEdited = false;
    readFields();
}

void CalculatorPanel::readFields()
{
    m_value = {m_fields[OrderValue]->value(), m_fields[OrdersPerYear]->value(),
               m_fields[Years]->value(), m_fields[Margin]->value() / 100};
    showResult();
}

void CalculatorPanel::showSource()
{
    const NumberFormat &format = m_display.format();
    m_origin->setVisible(!m_isStale);
    if (m_source.orders == 0) {
        m_origin->setText(
            tr("There were no orders in the last 12 months: type numbers of your own."));
        return;
    }
    QStringList sentences;
    //: %1 and %2 are numbers
    sentences.append(tr("From the last 12 months: %1 orders of %2 customers.")
                         .arg(format.integer(m_source.orders), format.integer(m_source.buyers)));
    if (std::isfinite(m_source.retention)) {
        //: %1 and %2 are percentages
        sentences.append(tr("%1 of the year before's buyers came back, so that %2 leave each year; "
                            "years = 1 ÷ that.")
                             .arg(format.percent(m_source.retention),
                                  format.percent(1 - m_source.retention)));
    } else {
        sentences.append(tr("There is no year before to see who came back: the horizon stands for "
                            "the years."));
    }
    m_origin->setText(sentences.join(u' '));
}

void CalculatorPanel::showResult()
{
    m_reset->setVisible(m_isEdited);
    if (!m_analysis) {
        m_result->setText({});
        m_difference->setText({});
        return;
    }
    const NumberFormat &format = m_display.format();
    const Currency &currency = m_analysis->query.settings.currency;
    m_result->setText(tr("= %1 per customer").arg(format.money(m_value.value(), currency.code, 0)));
    const QStringList sentences =
        Clv::explainDifference(Clv::compareWithModel(m_value, m_analysis->clv), m_analysis->clv,
                               currency, format);
    m_difference->setText(sentences.join(u'\n'));
    m_difference->setVisible(!sentences.isEmpty());
}
