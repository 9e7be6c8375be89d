#include "ui/pages/lifecycle/segmentsdialog.h"

#include "models/segments/words.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

SegmentsDialog::SegmentsDialog(Display &shownBy, const Insights::AnalysisPtr &analysis,
                               const QList<Segments::Segment> &segments,
                               const SegmentSource &source, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_analysis(analysis)
    , m_segments(segments)
    , m_source(source)
    , m_job(new LatestJob(this))
    , m_search(new QLineEdit(this))
    , m_rows(new CellTable(this))
    , m_empty(new EmptyState(shownBy, u"segments"_s))
    , m_stack(new QStackedWidget(this))
    , m_remove(new Button(shownBy, Button::Kind::Default, u"trash"_s, this))
    , m_note(new TextLabel(shownBy, Theme::TextRole::Table, "text2", this))
{
    setObjectName(u"segmentsDialog"_s);
    m_search->setObjectName(u"segmentSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(190);
    m_remove->setObjectName(u"removeSegment"_s);
    m_note->setObjectName(u"segmentsNote"_s);
    m_note->setWordWrap(true);
    m_view = m_rows->makeView(shownBy, u"segments"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_search);
    head->addStretch();
    head->addWidget(m_remove);
    body()->addLayout(head);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
    body()->addWidget(m_note);
    resize(820, 480);
    connect(m_search, &QLineEdit::textChanged, m_rows, &CellTable::setFilter);
    connect(m_remove, &Button::clicked, this, &SegmentsDialog::removeChosen);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SegmentsDialog::renewButtons);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &SegmentsDialog::renewButtons);
    connect(m_rows, &CellTable::cellOpened, this, [this](int row, int) {
        const Segments::Segment &segment = m_segments[row];
        CustomerChoice choice;
        choice.what = nameOf(segment);
        choice.find = [judge = m_source, segment, snapshot = m_analysis->snapshot](
                          const Progress &progress) -> Result<CustomerChoice::List> {
            const Result<Segments::Mask> mask = judge(segment, snapshot, progress);
            if (!mask)
                return mask.error();
            CustomerChoice::List customers;
            for (Customers::CustomerIndex customer = 0; customer < mask->size(); ++customer) {
                if ((*mask)[customer])
                    customers.push_back(customer);
            }
            return customers;
        };
        emit contactsRequested(choice);
    });
    SegmentsDialog::retranslate();
    count();
}

void SegmentsDialog::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
    fill();
    count();
}

void SegmentsDialog::retranslate()
{
    setHeading(tr("Saved segments"));
    setButtons({}, tr("Close"));
    m_search->setPlaceholderText(tr("Search segments"));
    m_search->setAccessibleName(tr("Search segments"));
    m_remove->setText(tr("Remove"));
    m_view->setAccessibleName(tr("Saved segments"));
    m_empty->setTexts(tr("No segment is saved yet"),
                      tr("Open the customers of a bar, a link or a cell and choose \"Save as segment\". "
                         "Funnels can then be compared and broken down by it."));
    fill();
}

QString SegmentsDialog::nameOf(const Segments::Segment &segment) const
{
    return display().isArabic() && !segment.nameArabic.isEmpty() ? segment.nameArabic : segment.name;
}

void SegmentsDialog::count()
{
    if (!m_source || !m_analysis || m_segments.isEmpty())
        return;
    m_job->start(
        [judge = m_source, segments = m_segments,
         snapshot = m_analysis->snapshot](const Progress &progress) {
            QHash<QString, Result<qint64>> counts;
            for (const Segments::Segment &segment : segments) {
                const Result<Segments::Mask> mask = judge(segment, snapshot, progress);
                counts.insert(segment.name,
                              mask ? Result<qint64>(qint64(std::ranges::count(*mask, 1)))
                                   : Result<qint64>(mask.error()));
            }
            return counts;
        },
        [this](const QHash<QString, Result<qint64>> &counts) {
            m_counts = counts;
            fill();
        });
}

void SegmentsDialog::fill()
{
    const NumberFormat &format = display().format();
    Segments::Facts facts;
    facts.snapshot = m_analysis ? m_analysis->snapshot
                                : std::make_shared<const Customers::Snapshot>();
    const Segments::Titles titles = Segments::titles(facts);
    QList<CellTable::Row> rows;
    for (const Segments::Segment &segment : std::as_const(m_segments)) {
        CellTable::Cell customers{u"…"_s, -1};
        if (const auto found = m_counts.constFind(segment.name); found != m_counts.constEnd()) {
            customers = *found ? CellTable::Cell{format.integer(**found), **found}
                               : CellTable::Cell{u"–"_s, -1};
            customers.opens = *found && **found > 0;
            if (!*found)
                customers.tip = found->error().message;
        }
        const QString made = segment.isStatic() ? segment.madeFrom
                                                : Segments::describe(segment.rule, titles, format);
        rows.append({{NumberFormat::isolate(nameOf(segment)), nameOf(segment)},
                     {segment.isStatic() ? tr("fixed list") : tr("rule")},
                     customers,
                     {made, {}, false, made}});
    }
    m_rows->setTable({{tr("Segment")}, {tr("Keeps")}, {tr("Customers"), true}, {tr("Made from")}},
                     rows);
    m_rows->dressColumns(*m_view, display());
    renewButtons();
}

int SegmentsDialog::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() && current.row() < m_rows->rowCount() ? m_rows->given(current.row())
                                                                    : -1;
}

QString SegmentsDialog::userOf(const Segments::Segment &segment) const
{
    for (const Segments::Segment &other : m_segments) {
        if (other.name != segment.name
            && Segments::referredSegments(other.rule).contains(segment.name))
            return other.name;
    }
    return {};
}

void SegmentsDialog::renewButtons()
{
    const int row = chosen();
    const QString user = row >= 0 ? userOf(m_segments[row]) : QString();
    m_remove->setEnabled(row >= 0 && user.isEmpty());
    m_stack->setCurrentWidget(m_segments.isEmpty() ? static_cast<QWidget *>(m_empty) : m_view);
    m_note->setVisible(!m_segments.isEmpty());
    m_search->setEnabled(!m_segments.isEmpty());
    if (!user.isEmpty())
        m_note->setText(tr("The segment %1 uses this one in its rule. Change that rule first.")
                            .arg(NumberFormat::isolate(user)));
    else
        m_note->setText(tr("A count shows the customers. A fixed list keeps the customers it was made "
                           "of; a rule is judged anew with every change of the data."));
}

void SegmentsDialog::removeChosen()
{
    const int row = chosen();
    if (row < 0)
        return;
    const Segments::Segment segment = m_segments[row];
    QList<Segments::Segment> left = m_segments;
    left.removeAt(row);
    emit segmentsEdited(left, tr("Remove the segment %1").arg(NumberFormat::isolate(nameOf(segment))));
}
