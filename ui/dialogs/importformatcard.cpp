#include "ui/dialogs/importformatcard.h"

#include "models/import/cellreading.h"
#include "ui/dialogs/importtexts.h"
#include "ui/dialogs/timezones.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

ImportFormatCard::ImportFormatCard(Display &display, QWidget *parent)
    : Card(display, parent)
    , m_change(new Button(display, Button::Kind::Link, {}, this))
{
    m_change->setObjectName(u"changeFormat"_s);
    m_change->setSmall(true);
    addHeaderWidget(m_change);
    connect(m_change, &Button::clicked, this, &ImportFormatCard::changeWanted);
    connect(&display, &Display::changed, this, &ImportFormatCard::renew);
    renew();
}

void ImportFormatCard::setPlan(const Import::ImportPlan &plan)
{
    m_plan = plan;
    renew();
}

void ImportFormatCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renew();
}

void ImportFormatCard::addLine(const QString &title, const QString &text, std::optional<double> confidence)
{
    const int row = m_grid->rowCount();
    auto *name = new TextLabel(display(), Theme::TextRole::Table, "text2", m_lines);
    name->setText(title);
    auto *value = new TextLabel(display(), Theme::TextRole::Table, "text", m_lines);
    value->setText(text);
    value->setElided(true);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value, row, 1);
    if (!confidence)
        return;
    auto *share = new TextLabel(display(), Theme::TextRole::Axis, *confidence < 0.8 ? "warn" : "good", m_lines);
    share->setText(display().format().percent(*confidence));
    share->setToolTip(tr("How sure the detection is"));
    m_grid->addWidget(share, row, 2);
}

void ImportFormatCard::renew()
{
    setTitle(tr("Format"));
    setSubtitle(tr("detected"));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change the format"));
    if (!m_plan)
        return;
    if (m_lines)
        m_lines->hide(); // the card lets go of it when the event loop runs
    m_lines = new QWidget(this);
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    const Import::SourceFormat &source = m_plan->format;
    if (source.type == Import::SourceType::Text) {
        addLine(tr("Encoding"), ImportTexts::encodingTitle(source.encoding), source.encodingConfidence);
        addLine(tr("Delimiter"), ImportTexts::delimiterTitle(source.delimiter), source.delimiterConfidence);
    } else {
        addLine(tr("File"), Import::sourceTypeTitle(source.type));
        if (!source.sheet.isEmpty())
            addLine(tr("Sheet"), NumberFormat::isolate(source.sheet));
    }
    if (const Import::ColumnPlan *dated = Import::dateColumn(*m_plan)) {
        const bool isHijri = dated->dates.calendar == Import::DateStyle::Calendar::UmmAlQura;
        const QString order = ImportTexts::dateOrderTitle(ImportTexts::shownDateOrder(*dated));
        //: the dates of a file: %1 "Day, month, year"
        addLine(tr("Dates"), isHijri ? tr("%1, Hijri").arg(order) : order);
    }
    if (Import::hasMoments(*m_plan) && !m_plan->timeZone.isEmpty())
        addLine(tr("Time zone"), TimeZones::title(m_plan->timeZone));
    const auto decimals = std::ranges::find(m_plan->columns, Import::FoundType::Decimal, &Import::ColumnPlan::found);
    if (decimals != m_plan->columns.end())
        addLine(tr("Numbers"), NumberFormat::isolate(decimals->numbers.decimal == ',' ? u"1.234,56"_s : u"1,234.56"_s));
    setBody(m_lines);
}
