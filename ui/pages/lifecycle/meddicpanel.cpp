#include "ui/pages/lifecycle/meddicpanel.h"

#include "ui/pages/lifecycle/celltable.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
/// More open deals than this are not listed; the largest come first.
constexpr qsizetype mostDeals = 2000;
constexpr int notAnswered = -1;

} // namespace

MeddicPanel::MeddicPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    makeDeals();
    makeElements();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_dealCard, 7);
    layout->addWidget(m_elementCard, 6);
}

void MeddicPanel::makeDeals()
{
    m_dealCard = new Card(m_display, this);
    m_search = new QLineEdit;
    m_search->setObjectName(u"dealSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(200);
    m_dealCard->addHeaderWidget(m_search);
    m_dealRows = new CellTable(this);
    connect(m_search, &QLineEdit::textChanged, m_dealRows, &CellTable::setFilter);
    m_dealTable = m_dealRows->makeView(m_display, u"openDeals"_s);
    m_dealTable->setMinimumHeight(8 * rowHeight);
    m_dealCard->setBody(m_dealTable);
    connect(m_dealTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MeddicPanel::showElements);
    connect(m_dealRows, &QAbstractItemModel::modelReset, this, &MeddicPanel::showElements);
    connect(m_dealTable, &QTableView::activated, this, [this] {
        if (const Lifecycle::Deal *deal = chosen())
            emit dealActivated(*deal);
    });
}

void MeddicPanel::makeElements()
{
    m_elementCard = new Card(m_display, this);
    m_elementForm = new QWidget;
    m_elementForm->setObjectName(u"meddicEvidence"_s);
    auto *grid = new QGridLayout(m_elementForm);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    for (int element = 0; element < Lifecycle::meddicElements; ++element) {
        ElementRow &row = m_elements[std::size_t(element)];
        row = {new TextLabel(m_display, Theme::TextRole::Table), new QComboBox, new QLineEdit};
        row.score->setObjectName(u"meddicScore%1"_s.arg(element));
        row.evidence->setObjectName(u"meddicEvidence%1"_s.arg(element));
        row.name->setBuddy(row.score);
        grid->addWidget(row.name, element, 0);
        grid->addWidget(row.score, element, 1);
        grid->addWidget(row.evidence, element, 2);
        connect(row.score, &QComboBox::activated, this, [this, element] { edit(element); });
        connect(row.evidence, &QLineEdit::editingFinished, this, [this, element] { edit(element); });
    }
    m_hint = new TextLabel(m_display, Theme::TextRole::Table, "text2");
    m_hint->setWordWrap(true);
    grid->addWidget(m_hint, Lifecycle::meddicElements, 0, 1, 3);
    grid->setRowStretch(Lifecycle::meddicElements + 1, 1);
    m_elementCard->setBody(m_elementForm);
}

void MeddicPanel::setData(const std::vector<Lifecycle::Deal> &deals,
                          const Lifecycle::MeddicView &view, const Lifecycle::MeddicNotes &notes,
                          const Currency &currency)
{
    m_deals = deals;
    m_view = view;
    m_notes = notes;
    m_currency = currency;
    showDeals();
}

void MeddicPanel::renewTexts()
{
    m_search->setPlaceholderText(tr("Search deals"));
    m_search->setAccessibleName(tr("Search deals"));
    m_dealTable->setAccessibleName(tr("Open deals"));
    m_dealCard->setTitle(tr("Open deals and what they lack"));
    m_hint->setText(tr("A score runs from %1, nothing is known, to %2, the customer has confirmed it. What "
                       "is written here is kept in the workspace and stands over imported scores; "
                       "choose \"as imported\" to take a score back.")
                        .arg(m_display.format().integer(0),
                             m_display.format().integer(Lifecycle::highestMeddicScore)));
    m_filling = true;
    for (int element = 0; element < Lifecycle::meddicElements; ++element) {
        const ElementRow &row = m_elements[std::size_t(element)];
        const QString title = Lifecycle::meddicElementTitle(element);
        row.name->setText(title);
        const int current = row.score->currentIndex();
        row.score->clear();
        row.score->addItem(tr("as imported"), notAnswered);
        for (int score = 0; score <= Lifecycle::highestMeddicScore; ++score)
            row.score->addItem(m_display.format().integer(score), score);
        row.score->setCurrentIndex(std::max(0, current));
        row.score->setAccessibleName(tr("Score of %1").arg(title));
        row.evidence->setAccessibleName(tr("Evidence for %1").arg(title));
    }
    m_filling = false;
    showElements();
}

void MeddicPanel::showDeals()
{
    const NumberFormat &format = m_display.format();
    const QString shown = chosen() ? chosen()->reference : QString();
    QList<CellTable::Row> rows;
    int select = 0;
    for (const Lifecycle::OpenDeal &open : m_view.openDeals.mid(0, mostDeals)) {
        const Lifecycle::Deal &deal = m_deals[open.deal];
        const double amount = deal.amount() ? m_currency.toMajor(*deal.amount())
                                            : Lifecycle::notAvailable;
        const Lifecycle::DealNotes own = m_notes.value(deal.reference);
        QStringList missing;
        for (int element = 0; element < Lifecycle::meddicElements; ++element) {
            if (!deal.meddic(element) && !own.value(element).score)
                missing.append(Lifecycle::meddicElementTitle(element));
        }
        if (deal.reference == shown)
            select = int(rows.size());
        CellTable::Cell lacks{format.integer(open.missing), open.missing};
        lacks.tip = missing.isEmpty() ? tr("Every element was answered.")
                                      : tr("Never answered: %1").arg(missing.join(u", "_s));
        rows.append({{NumberFormat::isolate(deal.reference), deal.reference},
                     {NumberFormat::isolate(deal.changes.back().stage), deal.changes.back().stage},
                     {NumberFormat::isolate(deal.owner()), deal.owner()},
                     {format.money(amount, m_currency.code), std::isfinite(amount) ? amount : -1},
                     {format.integer(open.total), open.total},
                     lacks});
    }
    m_dealCard->setSubtitle(format.counted(
        tr("%n open deal(s), largest first", nullptr, int(m_view.openDeals.size())),
        m_view.openDeals.size()));
    m_dealRows->setTable({{tr("Deal")},
                          {tr("Stage")},
                          {tr("Owner")},
                          {tr("Amount"), true},
                          {tr("MEDDIC score"), true, tr("Sum of the six scores, 18 at most")},
                          {tr("Missing"), true, tr("Elements that were never answered")}},
                         rows);
    m_dealRows->dressColumns(*m_dealTable, m_display);
    if (const int row = m_dealRows->rowOf(select); row >= 0)
        m_dealTable->selectRow(row);
}

const Lifecycle::Deal *MeddicPanel::chosen() const
{
    const QModelIndex current = m_dealTable->currentIndex();
    if (!current.isValid() || current.row() >= m_dealRows->rowCount())
        return nullptr;
    const int row = m_dealRows->given(current.row());
    return row < m_view.openDeals.size() ? &m_deals[m_view.openDeals[row].deal] : nullptr;
}

QString MeddicPanel::source(const Lifecycle::Deal &deal, int element) const
{
    const std::optional<Lifecycle::MeddicScore> score = deal.meddic(element);
    if (!score)
        return tr("never answered");
    const QString owner = score->owner.isEmpty() ? u"–"_s : score->owner;
    //: where a score comes from: %1 the score, %2 a deal's stage, %3 a date, %4 a person
    return tr("%1: %2, %3, %4")
        .arg(m_display.format().integer(score->score), NumberFormat::isolate(score->stage),
             m_display.format().date(dayOfEpoch(score->time)), NumberFormat::isolate(owner));
}

void MeddicPanel::showElements()
{
    const Lifecycle::Deal *deal = chosen();
    m_elementForm->setEnabled(deal != nullptr);
    m_elementCard->setTitle(
        deal ? //: %1 is the id of a deal
            tr("MEDDIC of deal %1").arg(NumberFormat::isolate(deal->reference))
             : tr("Choose a deal"));
    m_filling = true;
    for (int element = 0; element < Lifecycle::meddicElements; ++element) {
        const ElementRow &row = m_elements[std::size_t(element)];
        const Lifecycle::MeddicNote note =
            deal ? m_notes.value(deal->reference).value(element) : Lifecycle::MeddicNote();
        row.score->setCurrentIndex(note.score ? *note.score + 1 : 0);
        row.evidence->setText(note.evidence);
        row.evidence->setPlaceholderText(deal ? source(*deal, element) : QString());
        row.evidence->setToolTip(deal ? source(*deal, element) : QString());
    }
    m_filling = false;
}

void MeddicPanel::edit(int element)
{
    const Lifecycle::Deal *deal = chosen();
    if (m_filling || !deal)
        return;
    const ElementRow &row = m_elements[std::size_t(element)];
    const Lifecycle::MeddicNote before = m_notes.value(deal->reference).value(element);
    Lifecycle::MeddicNote note = before;
    const int score = row.score->currentData().toInt();
    note.score = score == notAnswered ? std::optional<int>() : score;
    note.evidence = row.evidence->text().trimmed();
    if (note == before)
        return;
    note.time = QDateTime::currentSecsSinceEpoch();
    m_notes = Lifecycle::withNote(m_notes, deal->reference, element, note);
    emit notesEdited(m_notes, deal->reference);
}
