#include "ui/pages/lifecycle/handoffstab.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/handoffcharts.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/handoffcard.h"
#include "ui/pages/lifecycle/meddicpanel.h"
#include "ui/style/display.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/kpigraphic.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"


#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int surveyedCompanies = 750;

} // namespace

HandOffsTab::HandOffsTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_handOffs(new HandOffCard(shownBy, cards().content()))
    , m_meddic(new MeddicPanel(shownBy, cards().content()))
{
    makeTiles();
    cards().place(m_handOffs, 1, 0, CardGrid::columns);
    connect(m_handOffs, &HandOffCard::contactsRequested, this, &LifecycleTab::contactsRequested);
    connect(m_handOffs, &HandOffCard::serviceEdited, this,
            [this](const Lifecycle::ServiceLevel &service) {
                if (!analysis())
                    return;
                Lifecycle::LifecycleModel lifecycle = analysis()->query.lifecycle;
                lifecycle.service = service;
                if (lifecycle != analysis()->query.lifecycle)
                    emit lifecycleEdited(lifecycle);
            });
    makeCharts();
    cards().place(m_meddic, 4, 0, CardGrid::columns);
    connect(m_meddic, &MeddicPanel::dealActivated, this, [this](const Lifecycle::Deal &deal) {
        if (analysis() && analysis()->snapshot)
            emit customerActivated(analysis()->snapshot->id(deal.customer));
    });
    connect(m_meddic, &MeddicPanel::notesEdited, this,
            [this](const Lifecycle::MeddicNotes &notes, const QString &deal) {
                emit meddicNotesEdited(
                    notes, tr("Write down MEDDIC of deal %1").arg(NumberFormat::isolate(deal)));
            });
    retranslate();
}

void HandOffsTab::makeTiles()
{
    KpiCard **tiles[]{&m_acceptance, &m_inTime, &m_velocity, &m_share};
    const QString names[]{u"acceptanceTile"_s, u"inTimeTile"_s, u"velocityTile"_s,
                          u"acquisitionShareTile"_s};
    for (int i = 0; i < 4; ++i) {
        *tiles[i] = new KpiCard(display(), cards().content());
        (*tiles[i])->setObjectName(names[i]);
        cards().place(*tiles[i], 0, 3 * i, 3);
    }
}

Card *HandOffsTab::chartCard(RankedBarsChart *chart, int row, int column, int span)
{
    auto *card = new ChartCard(display(), chart, cards().content());
    cards().place(card, row, column, span);
    return card;
}

void HandOffsTab::makeCharts()
{
    m_qualification = new QualificationChart(display());
    chartCard(m_qualification, 2, 0, 6);
    m_reasons = new ReasonsChart(display());
    Card *reasons = chartCard(m_reasons, 2, 6, 6);
    m_reasonKind = new SegmentedControl(display());
    m_reasonKind->setObjectName(u"reasonKind"_s);
    reasons->addHeaderWidget(m_reasonKind);
    connect(m_reasonKind, &SegmentedControl::chosen, this, &HandOffsTab::showReasons);
    m_scores = new MeddicScoreChart(display());
    chartCard(m_scores, 3, 0, 6);
    m_missing = new MeddicMissingChart(display());
    chartCard(m_missing, 3, 6, 6);
    connectBars();
    m_spend = new StageSpendChart(display());
    Card *spend = chartCard(m_spend, 5, 0, CardGrid::columns);
    m_spendNote = new TextLabel(display(), Theme::TextRole::Table, "text2");
    m_spendNote->setObjectName(u"spendNote"_s);
    m_spendNote->setWordWrap(true);
    m_spendNote->setContentsMargins(12, 8, 12, 8);
    spend->setFooter(m_spendNote);
}

void HandOffsTab::setDealSource(DealSource source)
{
    m_dealSource = std::move(source);
    if (m_dealSource) {
        recompute();
    } else {
        cancelComputing();
        m_numbers.reset();
    }
}

void HandOffsTab::setMeddicNotes(const Lifecycle::MeddicNotes &notes)
{
    m_notes = notes;
    recompute();
}

QString HandOffsTab::title() const { return tr("Hand-offs"); }

std::pair<QString, QString> HandOffsTab::emptyTexts() const
{
    return {tr("Nothing was handed over yet"),
            tr("Hand-offs are read from deals with their changes of stage, and from customers who go "
               "from one department's stage to another's. Import deals or events.")};
}

bool HandOffsTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot && analysis.snapshot->customers() > 0
           && analysis.query.filter.period.isValid();
}

void HandOffsTab::startComputing(const Insights::AnalysisPtr &analysis)
{
    compute(
        [analysis, source = m_dealSource, notes = m_notes](const Progress &progress) {
            auto numbers = std::make_shared<Numbers>();
            const Customers::Snapshot &snapshot = *analysis->snapshot;
            const Lifecycle::LifecycleModel &lifecycle = analysis->query.lifecycle;
            const DateRange &period = analysis->query.filter.period;
            numbers->currency = snapshot.currency;
            if (source) {
                Result<std::vector<Lifecycle::Deal>> deals = source(snapshot, progress);
                if (deals)
                    numbers->deals = *std::move(deals);
                else
                    numbers->problem = deals.error().message;
            }
            const QDate until =
                snapshot.extent.isValid() ? snapshot.extent.until : period.until;
            numbers->handOffs = Lifecycle::computeHandOffs(snapshot, lifecycle, numbers->deals,
                                                           period, until);
            std::vector<Lifecycle::Deal> judged = numbers->deals;
            Lifecycle::applyNotes(judged, notes);
            numbers->meddic = Lifecycle::computeMeddic(judged, period);
            numbers->judged = std::move(judged);
            numbers->notes = notes;
            numbers->spend = Lifecycle::computeSpend(snapshot, lifecycle, period);
            return std::shared_ptr<const Numbers>(std::move(numbers));
        },
        [this](std::shared_ptr<const Numbers> numbers) { m_numbers = std::move(numbers); });
}

void HandOffsTab::renewTexts()
{
    m_acceptance->setTitle(tr("Leads accepted by sales"));
    m_acceptance->setExplanation(
        tr("Of the leads that marketing offered within the period and sales decided on, the share "
           "that sales accepted. An offer is a change of a deal to MQL; a lead that was given back "
           "and offered again counts twice."));
    m_inTime->setTitle(tr("Decided in time"));
    m_inTime->setExplanation(
        tr("The share of due offers that were decided within the promised hours of work. Offers that "
           "wait longer already count as late."));
    m_velocity->setTitle(tr("Sales velocity"));
    m_velocity->setExplanation(
        tr("Deals closed in the period × win rate × mean amount of the won ones ÷ median days from the "
           "first change to the win: what the pipeline earns a day."));
    m_share->setTitle(tr("Share spent on acquisition"));
    m_share->setExplanation(
        tr("Of the costs of the period, the share booked as acquisition. The mark is two thirds: "
           "average firms put more than that of their time and money into acquisition, by a survey of "
           "750 medium-sized B2B companies by Gleanster Research. A survey claim, not a result of "
           "your data."));
    m_handOffs->renewTexts();
    m_reasonKind->setSegments({tr("Rejected"), tr("Lost")});
    m_reasonKind->setAccessibleName(tr("Which reasons to show"));
    m_meddic->renewTexts();
}

void HandOffsTab::showNumbers(const Insights::Analysis &analysis)
{
    m_handOffs->setData(m_numbers->handOffs, analysis);
    showTiles();
    m_qualification->setData(m_numbers->handOffs.qualification);
    showReasons();
    m_scores->setData(m_numbers->meddic);
    m_missing->setData(m_numbers->meddic);
    m_spend->setData(m_numbers->spend, m_numbers->currency);
    for (RankedBarsChart *chart : std::initializer_list<RankedBarsChart *>{
             m_qualification, m_reasons, m_scores, m_missing, m_spend})
        chart->setMinimumHeight(qMax(chart->preferredHeight(), 150));
    m_spendNote->setText(
        tr("Two thirds and more for acquisition is a claim of a survey of %1 B2B companies by "
           "Gleanster Research; your share comes from the imported costs alone.")
            .arg(display().format().integer(surveyedCompanies)));
    m_meddic->setData(m_numbers->deals, m_numbers->meddic, m_numbers->notes, m_numbers->currency);
    m_meddic->setVisible(!m_meddic->isEmpty());
}

void HandOffsTab::showTiles()
{
    const NumberFormat &format = display().format();
    const QList<Lifecycle::HandOff> &handOffs = m_numbers->handOffs.handOffs;
    const bool hasDeals = !handOffs.isEmpty() && handOffs.first().fromDeals;
    const Lifecycle::HandOff offers = hasDeals ? handOffs.first() : Lifecycle::HandOff();
    const QString noDeals =
        m_numbers->problem.isEmpty() ? tr("no deals in this period") : m_numbers->problem;
    const auto showShare = [&](KpiCard *tile, double share, const QString &note) {
        if (hasDeals && std::isfinite(share)) {
            tile->setValue(format.percent(share));
            tile->graphic()->setBullet(share);
            tile->delta()->setNote(note);
        } else {
            tile->setValue({});
            tile->graphic()->clear();
            tile->delta()->setNote(noDeals);
        }
    };
    showShare(m_acceptance, offers.acceptance(),
              tr("%1 rejected, %2 offered again")
                  .arg(format.integer(offers.rejected), format.integer(offers.recycled)));
    showShare(m_inTime, offers.withinPromise,
              tr("median %1 working hours").arg(format.decimal(offers.medianHours, 1)));
    const Lifecycle::SalesVelocity &velocity = m_numbers->handOffs.velocity;
    if (std::isfinite(velocity.perDay)) {
        m_velocity->setValue(format.moneyShort(velocity.perDay, m_numbers->currency.code), tr("a day"));
        m_velocity->delta()->setNote(tr("%1 won, median %2")
                                         .arg(format.percent(velocity.winRate),
                                              format.duration(velocity.medianDays)));
    } else {
        m_velocity->setValue({});
        m_velocity->delta()->setNote(noDeals);
    }
    m_velocity->graphic()->clear();
    const double acquisition = m_numbers->spend.acquisitionShare();
    if (std::isfinite(acquisition)) {
        m_share->setValue(format.percent(acquisition));
        m_share->graphic()->setBullet(acquisition, {Lifecycle::averageAcquisitionShare});
        m_share->delta()->setNote(tr("average firms: over two thirds (survey claim)"));
    } else {
        m_share->setValue({});
        m_share->graphic()->clear();
        m_share->delta()->setNote(tr("no costs in this period"));
    }
}

/// A click on a bar, or Enter, shows the customers of its deals.
void HandOffsTab::connectBars()
{
    using Lifecycle::DealPlace;
    const auto titleOf = [](const RankedBarsChart *chart, int bar) {
        return chart->marks().value(bar).title;
    };
    connect(m_qualification, &Chart::markActivated, this, [this, titleOf](int bar) {
        static constexpr Lifecycle::Milestone milestones[] = {
            Lifecycle::Milestone::Marketing, Lifecycle::Milestone::Accepted,
            Lifecycle::Milestone::Sales, Lifecycle::Milestone::Won};
        DealPlace place;
        place.milestone = milestones[std::clamp(bar, 0, 3)];
        showDealMembers(titleOf(m_qualification, bar), place);
    });
    connect(m_reasons, &Chart::markActivated, this, [this, titleOf](int bar) {
        if (!m_numbers)
            return;
        const QString what = titleOf(m_reasons, bar);
        if (m_reasonKind->current() == 1) {
            DealPlace place;
            place.kind = DealPlace::Kind::LossReason;
            place.reason = m_numbers->handOffs.losses.value(bar).reason;
            showDealMembers(tr("Lost: %1").arg(what), place);
            return;
        }
        const QString reason = m_numbers->handOffs.rejections.value(bar).reason;
        CustomerChoice::List customers;
        for (const Lifecycle::HandOff &handOff : m_numbers->handOffs.handOffs) {
            for (const Lifecycle::Offer &offer : handOff.offers) {
                if (offer.isRejected && offer.reason == reason)
                    customers.push_back(offer.member.customer);
            }
        }
        emit contactsRequested(
            CustomerChoice::of(tr("Rejected: %1").arg(what), std::move(customers)));
    });
    connect(m_scores, &Chart::markActivated, this, [this, titleOf](int bar) {
        if (!m_numbers || bar >= m_numbers->meddic.bands.size())
            return;
        DealPlace place;
        place.kind = DealPlace::Kind::Score;
        place.from = m_numbers->meddic.bands[bar].from;
        place.until = m_numbers->meddic.bands[bar].until;
        showDealMembers(tr("MEDDIC score %1").arg(titleOf(m_scores, bar)), place);
    });
    connect(m_missing, &Chart::markActivated, this, [this, titleOf](int bar) {
        DealPlace place;
        place.kind = DealPlace::Kind::Missing;
        if (!m_numbers || bar >= m_numbers->meddic.elements.size())
            return;
        place.element = m_numbers->meddic.elements[bar].element;
        showDealMembers(tr("Never answered: %1").arg(titleOf(m_missing, bar)), place);
    });
}

void HandOffsTab::showReasons()
{
    if (!m_numbers)
        return;
    const bool losses = m_reasonKind->current() == 1;
    m_reasons->setData(losses ? m_numbers->handOffs.losses : m_numbers->handOffs.rejections,
                       losses ? ReasonsChart::Kind::Losses : ReasonsChart::Kind::Rejections,
                       m_numbers->currency);
}

void HandOffsTab::showDealMembers(const QString &what, const Lifecycle::DealPlace &place)
{
    if (!m_numbers || !analysis())
        return;
    const bool isMeddic = place.kind == Lifecycle::DealPlace::Kind::Score
                          || place.kind == Lifecycle::DealPlace::Kind::Missing;
    emit contactsRequested(CustomerChoice::of(
        what, Lifecycle::dealCustomers(isMeddic ? m_numbers->judged : m_numbers->deals,
                                       m_numbers->handOffs.period, place)));
}
