#include "ui/pages/data/customercard.h"

#include "ui/dialogs/counted.h"
#include "ui/dialogs/latestjob.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QListWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using Kind = Customers::TimelineEntry::Kind;

namespace {
constexpr int stageKind = 100;  // beside the kinds of entries
constexpr int titleWidth = 108; // of a fact: an address beside it fits in one line
}

CustomerCardPanel::CustomerCardPanel(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_loading(new LatestJob(this))
    , m_segmenting(new LatestJob(this))
    , m_telling(new LatestJob(this))
    , m_name(new TextLabel(display, Theme::TextRole::PageTitle, "text", this))
    , m_reference(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_timelineTitle(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_kind(new QComboBox(this))
    , m_timeline(new QListWidget(this))
    , m_nobody(new TextLabel(display, Theme::TextRole::Body, "text2", this))
{
    setObjectName(u"customerCard"_s);
    m_name->setObjectName(u"cardName"_s);
    m_name->setWordWrap(true);
    m_kind->setObjectName(u"timelineKind"_s);
    m_timeline->setObjectName(u"cardTimeline"_s);
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_timeline->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_nobody->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_nobody);
    layout->addWidget(m_name);
    layout->addWidget(m_reference);
    layout->addWidget(m_timelineTitle);
    layout->addWidget(m_kind);
    layout->addWidget(m_timeline, 1);
    connect(m_kind, &QComboBox::activated, this, &CustomerCardPanel::addTimeline);
    connect(m_timeline, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        QToolTip::showText(m_timeline->viewport()->mapToGlobal(m_timeline->visualItemRect(item).bottomLeft()), item->toolTip(), m_timeline);
    });
    connect(&display, &Display::changed, this, [this] {
        tellStages();
        renew();
    });
    fillKinds();
    renew();
}

void CustomerCardPanel::setWorkspace(const std::shared_ptr<const Workspace> &workspace)
{
    m_loading->cancel();
    m_segmenting->cancel();
    m_telling->cancel();
    m_receipts.clear();
    m_workspace = workspace;
    m_snapshot.reset();
    m_analysis.reset();
    m_memberships.reset();
    m_customer = {};
    m_card.reset();
    renew();
}

void CustomerCardPanel::setSnapshot(const Customers::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_analysis.reset();
    m_segmenting->cancel();
    m_memberships.reset();
    load();
}

void CustomerCardPanel::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis && analysis->snapshot == m_snapshot ? analysis : nullptr;
    m_stage.reset();
    m_segmenting->cancel();
    m_memberships.reset();
    if (m_card) {
        findSegments();
        tellStages();
    }
    if (m_analysis && m_customer.isValid()) {
        if (const Customers::CustomerIndex at = m_snapshot->indexOf(m_customer); at < m_snapshot->customers())
            m_stage = Lifecycle::furthestStage(*m_snapshot, m_analysis->query.lifecycle, at);
    }
    renew();
}

void CustomerCardPanel::showCustomer(CustomerId customer)
{
    if (customer == m_customer)
        return;
    m_customer = customer;
    load();
}

void CustomerCardPanel::load()
{
    if (!m_workspace || !m_snapshot || !m_customer.isValid())
        return;
    const Customers::CustomerIndex at = m_snapshot->indexOf(m_customer);
    if (at >= m_snapshot->customers()) {
        m_card.reset();
        renew();
        return;
    }
    m_stage = m_analysis ? Lifecycle::furthestStage(*m_snapshot, m_analysis->query.lifecycle, at) : std::nullopt;
    m_loading->start(
        [workspace = m_workspace, snapshot = m_snapshot, at](const Progress &) -> Result<Customers::CustomerCard> {
            Result<Customers::CustomerStore> store = Customers::CustomerStore::open(*workspace);
            return store ? store->card(*snapshot, at) : store.error();
        },
        [this](const Result<Customers::CustomerCard> &card) {
            if (card)
                m_card = *card;
            else
                emit failed(card.error());
            findSegments();
            tellStages();
            renew();
        });
}

/// The kept changes of stage with their receipts, in the words of the moment.
void CustomerCardPanel::tellStages()
{
    m_receipts.clear();
    if (!m_analysis || !m_workspace || !m_customer.isValid()) {
        m_telling->cancel();
        return;
    }
    m_telling->start(
        [workspace = m_workspace, analysis = m_analysis, customer = m_customer,
         format = m_display.format()](const Progress &) -> Result<QList<Lifecycle::StageReceipt>> {
            Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
            if (!database)
                return database.error();
            return Lifecycle::stageReceipts(*database, *analysis->snapshot, analysis->query.lifecycle, customer, format);
        },
        [this](const Result<QList<Lifecycle::StageReceipt>> &receipts) {
            if (receipts)
                m_receipts = *receipts;
            else
                emit failed(receipts.error());
            addTimeline();
        });
}

/// Judges all segments once for an analysis, when the first card asks for it.
void CustomerCardPanel::findSegments()
{
    if (!m_analysis || !m_workspace || m_memberships || m_segmenting->isRunning())
        return;
    m_segmenting->start(
        [workspace = m_workspace, analysis = m_analysis](const Progress &progress) {
            return Insights::segmentMemberships(*workspace, *analysis, progress);
        },
        [this](const Result<Insights::Memberships> &memberships) {
            if (memberships)
                m_memberships = *memberships;
            else
                emit failed(memberships.error());
            renew();
        });
}

void CustomerCardPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fillKinds();
        tellStages();
        renew();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        renew();
    }
}

/// Where lines begin, also those of a text in the other direction.
Qt::Alignment CustomerCardPanel::beginning() const
{
    return (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
}

void CustomerCardPanel::addFact(const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *name = new TextLabel(m_display, Theme::TextRole::Table, "text2", m_facts);
    name->setText(title);
    name->setWordWrap(true);
    name->setFixedWidth(titleWidth);
    name->setAlignment(beginning());
    auto *value = new TextLabel(m_display, Theme::TextRole::Table, "text", m_facts);
    value->setText(text);
    value->setWordWrap(true);
    value->setAlignment(beginning());
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(name, value);
}

void CustomerCardPanel::renew()
{
    delete m_facts;
    m_facts = new QWidget(this);
    m_form = new QFormLayout(m_facts);
    m_form->setContentsMargins(0, 4, 0, 8);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    static_cast<QVBoxLayout *>(layout())->insertWidget(3, m_facts);
    m_nobody->setText(tr("Choose a customer to see who they are and what they did."));
    m_nobody->setVisible(!m_card);
    for (QWidget *widget : QList<QWidget *>{m_name, m_reference, m_facts, m_timelineTitle, m_kind, m_timeline})
        widget->setVisible(m_card.has_value());
    m_timeline->setAccessibleName(tr("What happened with this customer"));
    m_kind->setAccessibleName(tr("What the timeline shows"));
    if (!m_card)
        return;
    const Customers::Customer &customer = m_card->customer;
    const auto own = [](const QString &text) { return text.isEmpty() ? text : NumberFormat::isolate(text); };
    m_name->setAlignment(beginning());
    m_name->setText(own(customer.name.isEmpty() ? customer.reference : customer.name));
    m_reference->setText(tr("Customer ID %1").arg(NumberFormat::isolate(customer.reference)));
    addValues();
    addFact(tr("Company"), own(customer.company));
    addFact(tr("City"), own(customer.city));
    addFact(tr("Country"), own(customer.country));
    addFact(tr("Channel"), own(customer.channel));
    addStage();
    addSegments();
    //: the stage that the imported data gave, beside the one Qeema derives
    addFact(m_analysis ? tr("Stage in the source") : tr("Stage"), own(customer.stage));
    if (customer.acquiredOn.isValid())
        addFact(tr("Acquired"), m_display.format().date(customer.acquiredOn));
    addFact(tr("E-mail"), own(customer.email));
    addFact(tr("Phone"), own(customer.phone));
    for (const Customers::CustomerCard::Attribute &attribute : m_card->attributes)
        addFact(own(attribute.title),
                attribute.number ? m_display.format().decimal(*attribute.number, *attribute.number == qint64(*attribute.number) ? 0 : 2)
                                 : own(attribute.text));
    addTimeline();
}

void CustomerCardPanel::addValues()
{
    if (!m_analysis || !m_analysis->clv.values)
        return;
    const Clv::CustomerValues &values = *m_analysis->clv.values;
    const Customers::CustomerIndex at = m_snapshot->indexOf(m_customer);
    const auto found = std::find(values.customer.begin(), values.customer.end(), at);
    if (found == values.customer.end()) {
        addFact(tr("Lifetime value"), tr("not known without a purchase"));
        return;
    }
    const auto i = std::size_t(found - values.customer.begin());
    const NumberFormat &format = m_display.format();
    const QString currency = m_analysis->query.settings.currency.code;
    addFact(tr("Lifetime value"), format.money(values.clv[i], currency));
    if (i < values.clvLow.size())
        //: an interval: %1 its lower end, %2 its upper end
        addFact(tr("90 % interval"), tr("%1 to %2").arg(format.money(values.clvLow[i], currency), format.money(values.clvHigh[i], currency)));
    const double risk = 1 - values.pAlive[i];
    addFact(tr("Risk of leaving"),
            //: a risk: %1 in percent, %2 "low", "medium" or "high"
            tr("%1, %2").arg(format.percent(risk), risk < 0.25 ? tr("low") : risk < 0.5 ? tr("medium") : tr("high")));
    addFact(tr("Probability of being active"), format.percent(values.pAlive[i]));
    addFact(tr("Repeat purchase days"), format.integer(values.x[i]));
}

void CustomerCardPanel::addSegments()
{
    if (!m_memberships)
        return;
    const Customers::CustomerIndex at = m_snapshot->indexOf(m_customer);
    QStringList names;
    for (const Insights::Membership &segment : *m_memberships) {
        if (at < segment.isMember.size() && segment.isMember[at])
            names.append(NumberFormat::isolate(m_display.isArabic() && !segment.nameArabic.isEmpty() ? segment.nameArabic : segment.name));
    }
    //: between the names of a list
    addFact(tr("Segments"), !names.isEmpty()         ? names.join(tr(", "))
                            : m_memberships->empty() ? tr("no segment is saved yet")
                                                     : tr("in none"));
}

void CustomerCardPanel::addStage()
{
    if (!m_analysis)
        return;
    if (!m_stage) {
        if (!m_analysis->query.lifecycle.stages.isEmpty())
            addFact(tr("Stage"), tr("none reached yet"));
        return;
    }
    const QList<Lifecycle::Stage> &stages = m_analysis->query.lifecycle.stages;
    if (m_stage->stage >= stages.size())
        return;
    const Lifecycle::Stage &stage = stages[m_stage->stage];
    const QString name = m_display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic : stage.nameEnglish;
    //: a stage of the lifecycle: %1 its name, %2 the day a customer entered it
    addFact(tr("Stage"), tr("%1, since %2").arg(NumberFormat::isolate(name), m_display.format().date(dayOfEpoch(m_stage->time))));
}

void CustomerCardPanel::fillKinds()
{
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    m_kind->addItem(tr("Everything"), -1);
    m_kind->addItem(tr("Purchases and refunds"), int(Kind::Purchase));
    m_kind->addItem(tr("Events"), int(Kind::Event));
    m_kind->addItem(tr("Surveys"), int(Kind::Survey));
    m_kind->addItem(tr("Contacts and tickets"), int(Kind::Interaction));
    m_kind->addItem(tr("Subscriptions"), int(Kind::SubscriptionStart));
    m_kind->addItem(tr("Deals"), int(Kind::Deal));
    m_kind->addItem(tr("Changes of stage"), stageKind);
    m_kind->setCurrentIndex(chosen);
}

QString CustomerCardPanel::entryText(const Customers::TimelineEntry &entry) const
{
    const NumberFormat &format = m_display.format();
    const QString subject = NumberFormat::isolate(entry.subject);
    const QString amount = entry.amount
        ? format.money(Currency{entry.currency}.toMajor(*entry.amount), entry.currency)
        : QString();
    switch (entry.kind) {
    //: timeline: %1 an amount of money, %2 a category of goods
    case Kind::Purchase: return entry.subject.isEmpty() ? tr("Purchase, %1").arg(amount) : tr("Purchase, %1, %2").arg(amount, subject);
    case Kind::Refund: return tr("Refund, %1").arg(amount);
    case Kind::Event: return subject;
    case Kind::Survey:
        //: timeline: %1 the kind of survey such as NPS, %2 the score
        return tr("Survey %1: %2").arg(subject, entry.value ? format.decimal(*entry.value, 0) : tr("no score"));
    case Kind::Interaction:
        //: timeline: %1 the channel of a contact such as phone, %2 the effort it cost the customer, 1 to 7
        return entry.value ? tr("Contact: %1, effort %2").arg(subject, format.decimal(*entry.value, 0)) : tr("Contact: %1").arg(subject);
    case Kind::SubscriptionStart:
        //: timeline: %1 a price
        return amount.isEmpty() ? tr("Subscription begins") : tr("Subscription begins, %1 for each period").arg(amount);
    case Kind::SubscriptionEnd: return tr("Subscription ends");
    case Kind::Deal: return dealText(entry, subject, amount);
    }
    return {};
}

QString CustomerCardPanel::dealText(const Customers::TimelineEntry &entry, const QString &stage, const QString &amount) const
{
    //: timeline: %1 the id of a deal, %2 the stage of sales that it enters, %3 its amount
    QString text = amount.isEmpty() ? tr("Deal %1: %2").arg(NumberFormat::isolate(entry.detail), stage)
                                    : tr("Deal %1: %2, %3").arg(NumberFormat::isolate(entry.detail), stage, amount);
    if (!entry.accepted)
        return text;
    if (*entry.accepted)
        //: timeline: %1 a change of a deal that the next department took over
        return tr("%1, accepted").arg(text);
    //: timeline: %1 a change of a deal that the next department sent back, %2 why
    return entry.reason.isEmpty() ? tr("%1, sent back").arg(text) : tr("%1, sent back: %2").arg(text, NumberFormat::isolate(entry.reason));
}

QString CustomerCardPanel::receiptText(const Lifecycle::StageReceipt &receipt)
{
    if (receipt.to.isEmpty())
        //: timeline: %1 the title of a stage
        return tr("Left the stage %1").arg(receipt.from);
    //: timeline: %1 and %2 the titles of stages
    return receipt.from.isEmpty() ? tr("Stage: %1").arg(receipt.to) : tr("Stage: from %1 to %2").arg(receipt.from, receipt.to);
}

void CustomerCardPanel::addTimeline()
{
    m_timeline->clear();
    if (!m_card)
        return;
    struct Line
    {
        QDate day;
        QString text;
        QString detail; ///< all of it, for a tool tip
        QString icon;
        const char *token = "text2";
    };
    const NumberFormat &format = m_display.format();
    m_timeline->setFont(m_display.font(Theme::TextRole::Table));
    const qint64 all = m_card->timelineEntries + m_receipts.size();
    m_timelineTitle->setText(counted(tr("Timeline: %n entry(s)", nullptr, int(all)), all, format));
    const int wanted = m_kind->currentData().toInt();
    QList<Line> lines;
    // A change of stage stands above what caused it on the same day.
    for (auto receipt = m_receipts.rbegin(); receipt != m_receipts.rend(); ++receipt) {
        if (wanted < 0 || wanted == stageKind)
            lines.append({receipt->day, receiptText(*receipt), Lifecycle::describe(*receipt, format), u"sliders"_s, "primary"});
    }
    for (const Customers::TimelineEntry &entry : std::as_const(m_card->timeline)) {
        const Kind group = entry.kind == Kind::Refund         ? Kind::Purchase
            : entry.kind == Kind::SubscriptionEnd ? Kind::SubscriptionStart
                                                  : entry.kind;
        if (wanted >= 0 && int(group) != wanted)
            continue;
        const QString icon = entry.kind == Kind::Purchase ? u"cart"_s
            : entry.kind == Kind::Refund                  ? u"undo"_s
            : entry.kind == Kind::Survey                  ? u"star"_s
            : entry.kind == Kind::Interaction             ? u"phone"_s
            : group == Kind::SubscriptionStart            ? u"calendar"_s
            : entry.kind == Kind::Deal                    ? u"lifecycle"_s
                                                          : u"flag"_s;
        const QString text = entryText(entry);
        lines.append({dayOfEpoch(entry.seconds), text, entry.detail.isEmpty() ? text : text + u'\n' + entry.detail, icon,
                      entry.kind == Kind::Refund ? "bad" : "text2"});
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &Line::day);
    for (const Line &line : std::as_const(lines)) {
        auto *item = new QListWidgetItem(m_timeline);
        //: timeline: %1 the day, %2 what happened
        item->setText(tr("%1 · %2").arg(format.date(line.day), line.text));
        item->setIcon(Icons::icon(line.icon, m_display, line.token));
        item->setToolTip(line.detail);
        item->setData(Qt::AccessibleDescriptionRole, line.detail);
    }
}
