// What the card of customers does with those that are chosen: by a tick, by name, by their value.

#include "ui/pages/lifetimevalue/chosenbar.h"
#include "ui/pages/lifetimevalue/customerscard.h"
#include "ui/pages/lifetimevalue/customertable.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// More rows than this would not be pasted anywhere; copying them would stall the window.
constexpr int mostCopied = 20'000;

} // namespace

/// What can be done with who has a tick takes the place of what can be done with who is shown.
void CustomersCard::showTicks()
{
    const bool hasTicks = m_customers->ticked() > 0;
    m_chosen->showCount(m_customers->ticked());
    m_chosen->setVisible(hasTicks);
    m_hint->setVisible(!hasTicks);
    m_segment->setVisible(!hasTicks && isNarrowed() && m_customers->rowCount() > 0);
}

QList<int> CustomersCard::shownColumns() const
{
    QList<int> columns;
    for (int column = CustomerValuesModel::Name; column < CustomerValuesModel::ColumnCount;
         ++column) {
        if (!m_table->isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void CustomersCard::copyTicked()
{
    if (m_customers->ticked() == 0) // Ctrl+C without ticks means the rows that are marked
        for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
            m_customers->setTicked(range.top(), range.bottom(), true);
    if (m_customers->ticked() == 0)
        return;
    QGuiApplication::clipboard()->setText(m_customers->tickedText(shownColumns(), mostCopied));
    m_chosen->showCopied(std::min<qint64>(m_customers->ticked(), mostCopied));
}

void CustomersCard::copyCustomer(std::size_t position) const
{
    QGuiApplication::clipboard()->setText(m_customers->textOf(position, shownColumns()));
}

Segments::Draft CustomersCard::draftOfTicked() const
{
    Segments::Draft draft;
    draft.customers = m_customers->tickedCustomers();
    //: name of a segment
    draft.name = tr("Selected customers");
    //: what a segment was made from
    draft.madeFrom = tr("Ticked in the table of lifetime values");
    return draft;
}

bool CustomersCard::saveSelection()
{
    if (m_customers->ticked() > 0)
        emit segmentWanted(draftOfTicked());
    else if (m_analysis && isNarrowed() && m_customers->rowCount() > 0)
        wantSegment();
    else
        return false;
    return true;
}

/// The range alone is a rule; who was searched for by name is a fixed list.
void CustomersCard::wantSegment()
{
    if (!m_analysis || !isNarrowed())
        return;
    if (searched().isEmpty()) {
        emit segmentWanted(segmentOfRange(*m_range, m_analysis->query.settings.currency,
                                          display().format()));
        return;
    }
    Segments::Draft draft;
    for (int row = 0; row < m_customers->rowCount(); ++row)
        draft.customers.append(m_analysis->snapshot->id(
            m_analysis->clv.values->customer[m_customers->position(row)]));
    //: name of a segment: customers whose name or number holds %1
    draft.name = tr("Customers with “%1”").arg(searched());
    draft.madeFrom = draft.name;
    emit segmentWanted(draft);
}

Segments::Draft segmentOfRange(const std::pair<double, double> &range, const Currency &currency,
                               const NumberFormat &format)
{
    using Segments::Rule;
    // Whole minor units, so that the rule reads as the amounts do; outwards, so that nobody is lost.
    const auto minor = double(currency.minorPerMajor());
    const double low = std::floor(range.first * minor) / minor;
    const double high = std::ceil(range.second * minor) / minor;
    Segments::Condition condition;
    condition.field = u"clv"_s;
    condition.op = Segments::Operator::Between;
    condition.value = QJsonArray{low, high};
    Segments::Draft draft;
    draft.rule = Rule::group(Rule::Kind::All, {Rule::of(condition)});
    //: name of a segment: %1 and %2 are amounts, %3 a currency
    draft.name = CustomersCard::tr("CLV %1 – %2 %3")
                       .arg(format.decimal(range.first, 0), format.decimal(range.second, 0),
                            format.currencyName(currency.code));
    draft.ruleWords = draft.name;
    return draft;
}
