#include "ui/dialogs/importformatpage.h"

#include "models/import/cellreading.h"
#include "ui/dialogs/importtexts.h"
#include "ui/dialogs/timezones.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QTableWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::array orders{Import::DateOrder::DayMonthYear, Import::DateOrder::MonthDayYear,
                            Import::DateOrder::YearMonthDay};
constexpr std::array currencies{"SAR", "AED", "KWD", "QAR", "BHD", "OMR", "EGP", "JOD", "IQD", "LBP", "MAD", "TND",
                                "DZD", "LYD", "SDG", "YER", "USD", "EUR", "GBP", "CHF", "TRY", "INR", "PKR", "IDR",
                                "MYR", "CNY", "JPY", "CAD", "AUD", "ZAR", "NGN"};
}

ImportFormatPage::ImportFormatPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_formatCard(new Card(display, this))
    , m_sampleCard(new Card(display, this))
{
    auto *form = new QWidget(m_formatCard);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    int row = 0;
    const auto add = [&](TextLabel *&label, QComboBox *&combo, const char *name, TextLabel **note) {
        label = new TextLabel(display, Theme::TextRole::Body, "text2", form);
        combo = new QComboBox(form);
        combo->setObjectName(QString::fromLatin1(name));
        label->setBuddy(combo);
        grid->addWidget(label, row, 0);
        grid->addWidget(combo, row, 1, 1, note ? 1 : 2);
        if (note) {
            *note = new TextLabel(display, Theme::TextRole::Table, "good", form);
            grid->addWidget(*note, row, 2);
        }
        ++row;
    };
    add(m_sheetLabel, m_sheet, "sheet", &m_sheetNote);
    add(m_encodingLabel, m_encoding, "encoding", &m_encodingShare);
    add(m_delimiterLabel, m_delimiter, "delimiter", &m_delimiterShare);
    add(m_datesLabel, m_dates, "dateOrder", nullptr);
    add(m_calendarLabel, m_calendar, "calendar", nullptr);
    add(m_periodsLabel, m_periods, "wholePeriods", nullptr);
    add(m_zoneLabel, m_zone, "timeZone", nullptr);
    add(m_decimalLabel, m_decimal, "decimal", nullptr);
    add(m_currencyLabel, m_currency, "currency", nullptr);
    m_zone->setMaxVisibleItems(16);
    m_reading = new TextLabel(display, Theme::TextRole::Table, "text2", form);
    m_reading->setObjectName(u"formatReading"_s);
    m_reading->setWordWrap(true);
    grid->addWidget(m_reading, row++, 0, 1, 3);
    m_header = new QCheckBox(form);
    m_header->setObjectName(u"header"_s);
    grid->addWidget(m_header, row++, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    m_formatCard->setBody(ImportTexts::scrolling(form, m_formatCard)); // a small window shows what fits
    m_formatCard->setFixedWidth(470);
    m_sample = new QTableWidget(m_sampleCard);
    m_sample->setObjectName(u"formatSample"_s);
    ImportTexts::prepareTable(*m_sample);
    m_sampleCard->setBody(m_sample);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_formatCard);
    layout->addWidget(m_sampleCard, 1);
    setFocusProxy(m_encoding);

    connect(m_sheet, &QComboBox::activated, this, [this](int at) { emit sheetChosen(m_sheet->itemData(at).toString()); });
    connect(m_encoding, &QComboBox::activated, this,
            [this](int at) { emit encodingChosen(m_encoding->itemData(at).toString()); });
    connect(m_delimiter, &QComboBox::activated, this,
            [this](int at) { emit delimiterChosen(char(m_delimiter->itemData(at).toInt())); });
    connect(m_dates, &QComboBox::activated, this, [this](int at) { emit dateOrderChosen(orders[std::size_t(at)]); });
    connect(m_calendar, &QComboBox::activated, this,
            [this](int at) { emit calendarChosen(Import::DateStyle::Calendar(m_calendar->itemData(at).toInt())); });
    connect(m_periods, &QComboBox::activated, this, [this](int at) { emit wholePeriodsChosen(m_periods->itemData(at).toBool()); });
    connect(m_zone, &QComboBox::activated, this, [this](int at) { emit timeZoneChosen(m_zone->itemData(at).toString()); });
    connect(m_decimal, &QComboBox::activated, this, [this](int at) { emit decimalChosen(at == 0 ? '.' : ','); });
    connect(m_currency, &QComboBox::activated, this, [this](int at) { emit currencyChosen(m_currency->itemData(at).toString()); });
    connect(m_header, &QCheckBox::clicked, this, &ImportFormatPage::headerChosen);
    retranslate();
}

void ImportFormatPage::setPlan(const Import::ImportPlan &plan)
{
    m_plan = plan;
    renewTexts();
}

void ImportFormatPage::setWorkspaceCurrency(const QString &code)
{
    m_workspaceCurrency = code;
    renewTexts();
}

void ImportFormatPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportFormatPage::retranslate()
{
    m_formatCard->setTitle(tr("Format"));
    m_formatCard->setSubtitle(tr("detected; change it if it is wrong"));
    m_sampleCard->setTitle(tr("First rows"));
    m_sampleCard->setSubtitle(tr("as they will be read"));
    const std::tuple<TextLabel *, QComboBox *, QString> rows[] = {
        {m_sheetLabel, m_sheet, tr("Sheet")},
        {m_encodingLabel, m_encoding, tr("Encoding")},
        {m_delimiterLabel, m_delimiter, tr("Delimiter")},
        {m_datesLabel, m_dates, tr("Order of dates")},
        {m_calendarLabel, m_calendar, tr("Calendar")},
        {m_periodsLabel, m_periods, tr("Months and quarters")},
        {m_zoneLabel, m_zone, tr("Times are those of")},
        {m_decimalLabel, m_decimal, tr("Decimal mark")},
        {m_currencyLabel, m_currency, tr("Currency of the amounts")}};
    for (const auto &[label, combo, text] : rows) {
        label->setText(text);
        combo->setAccessibleName(text);
    }
    m_header->setText(tr("First row holds column names"));
    m_sample->setAccessibleName(tr("First rows of the file"));
    fillZones();
    renewTexts();
}

void ImportFormatPage::fillZones()
{
    m_zone->clear();
    //: universal time, the one without a place
    m_zone->addItem(tr("Universal time (UTC)"), QString());
    for (const TimeZones::Zone &zone : TimeZones::all())
        m_zone->addItem(zone.title, zone.id);
}

void ImportFormatPage::renewTexts()
{
    if (!m_plan)
        return;
    renewBytes();
    renewDates();
    renewNumbers();
    ImportTexts::fillSample(*m_sample, *m_plan, m_display, 20);
}

/// What turns the bytes into cells.
void ImportFormatPage::renewBytes()
{
    const NumberFormat &format = m_display.format();
    const Import::SourceFormat &csv = m_plan->format;
    m_encoding->clear();
    QStringList encodings = Import::knownEncodings();
    if (!encodings.contains(csv.encoding))
        encodings.prepend(csv.encoding);
    for (const QString &encoding : std::as_const(encodings))
        m_encoding->addItem(ImportTexts::encodingTitle(encoding), encoding);
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(csv.encoding)));
    m_encodingShare->setText(tr("%1 sure").arg(format.percent(csv.encodingConfidence)));
    m_encodingShare->setToken(csv.encodingConfidence < 0.8 ? "warn" : "good");
    m_sheet->clear();
    for (const QString &sheet : csv.sheets)
        m_sheet->addItem(NumberFormat::isolate(sheet), sheet);
    m_sheet->setCurrentIndex(m_sheet->findData(csv.sheet));
    m_sheetNote->setText(Import::sourceTypeTitle(csv.type));
    const bool isText = csv.type == Import::SourceType::Text;
    for (QWidget *widget : QList<QWidget *>{m_sheetLabel, m_sheet, m_sheetNote})
        widget->setVisible(csv.type == Import::SourceType::Xlsx);
    for (QWidget *widget : QList<QWidget *>{m_encodingLabel, m_encoding, m_encodingShare, m_delimiterLabel, m_delimiter, m_delimiterShare})
        widget->setVisible(isText);
    m_header->setVisible(csv.type != Import::SourceType::Json);
    m_header->setChecked(csv.hasHeader);
    setFocusProxy(isText ? m_encoding : csv.type == Import::SourceType::Xlsx ? m_sheet : m_dates);
    m_delimiter->clear();
    for (const char delimiter : delimiters)
        m_delimiter->addItem(ImportTexts::delimiterTitle(delimiter), int(delimiter));
    if (m_delimiter->findData(int(csv.delimiter)) < 0)
        m_delimiter->addItem(ImportTexts::delimiterTitle(csv.delimiter), int(csv.delimiter));
    m_delimiter->setCurrentIndex(m_delimiter->findData(int(csv.delimiter)));
    m_delimiterShare->setText(tr("%1 sure").arg(format.percent(csv.delimiterConfidence)));
    m_delimiterShare->setToken(csv.delimiterConfidence < 0.8 ? "warn" : "good");
}

void ImportFormatPage::renewDates()
{
    const Import::ColumnPlan *dated = Import::dateColumn(*m_plan);
    const Import::DateOrder order = dated ? ImportTexts::shownDateOrder(*dated) : Import::DateOrder::YearMonthDay;
    const Import::DateStyle::Calendar calendar = dated ? dated->dates.calendar : Import::DateStyle::Calendar::Gregorian;
    const bool hasDates = Import::hasDates(*m_plan);
    m_dates->clear();
    for (const Import::DateOrder each : orders)
        m_dates->addItem(ImportTexts::dateOrderTitle(each));
    m_dates->setCurrentIndex(int(std::ranges::find(orders, order) - orders.begin()));
    m_dates->setEnabled(hasDates);
    m_calendar->clear();
    m_calendar->addItem(tr("Gregorian"), int(Import::DateStyle::Calendar::Gregorian));
    m_calendar->addItem(tr("Hijri (Umm al-Qura)"), int(Import::DateStyle::Calendar::UmmAlQura));
    m_calendar->setCurrentIndex(m_calendar->findData(int(calendar)));
    m_calendar->setEnabled(hasDates);
    m_periods->clear();
    m_periods->addItem(tr("Their rows are rejected"), false);
    m_periods->addItem(tr("Count as their first day"), true);
    m_periods->setCurrentIndex(dated && dated->dates.wholePeriods ? 1 : 0);
    // Costs are given for whole months and quarters: there they are no question.
    const bool isAsked = !dated || dated->field != u"period";
    m_periodsLabel->setVisible(isAsked);
    m_periods->setVisible(isAsked);
    m_periods->setEnabled(hasDates);
    m_periods->setToolTip(tr("What becomes of a month such as 2025-06 or a quarter such as Q2 2025 where a date should stand"));
    // A zone that is not in the list came from the command line or an earlier import.
    int zone = m_zone->findData(m_plan->timeZone);
    if (zone < 0) {
        m_zone->addItem(TimeZones::title(m_plan->timeZone), m_plan->timeZone);
        zone = m_zone->count() - 1;
    }
    m_zone->setCurrentIndex(zone);
    m_zone->setEnabled(Import::hasMoments(*m_plan));
    m_zone->setToolTip(tr("The place whose clock the file shows, where a time does not say its own"));
}

void ImportFormatPage::renewNumbers()
{
    const NumberFormat &format = m_display.format();
    char decimal = '.';
    const auto decimals = std::ranges::find(m_plan->columns, Import::FoundType::Decimal, &Import::ColumnPlan::found);
    if (decimals != m_plan->columns.end())
        decimal = decimals->numbers.decimal;
    m_decimal->clear();
    m_decimal->addItem(tr("Point: %1").arg(NumberFormat::isolate(u"1,234.56"_s)));
    m_decimal->addItem(tr("Comma: %1").arg(NumberFormat::isolate(u"1.234,56"_s)));
    m_decimal->setCurrentIndex(decimal == ',' ? 1 : 0);
    m_currency->clear();
    //: the currency of amounts: %1 that of the workspace
    m_currency->addItem(tr("As in the workspace: %1").arg(NumberFormat::isolate(m_workspaceCurrency)), QString());
    for (const char *code : currencies) // found by typing their first letters: no isolates
        m_currency->addItem(QLatin1StringView(code), QLatin1StringView(code));
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(m_plan->currency)));
    const bool hasMoney = std::ranges::any_of(Import::fieldsOf(m_plan->kind), [](const Import::Field &field) {
        return field.type == Import::FieldType::Money;
    });
    m_currencyLabel->setVisible(hasMoney);
    m_currency->setVisible(hasMoney);

    bool isDoubtful = !m_plan->ambiguousDateColumn.isEmpty();
    QStringList lines;
    if (isDoubtful)
        lines.append(tr("%1 fits day first and month first: choose one.").arg(NumberFormat::isolate(m_plan->ambiguousDateExample)));
    if (const std::optional<Import::DateReading> date = Import::dateReading(*m_plan)) {
        const QString cell = NumberFormat::isolate(date->cell);
        //: how a date of a file is understood: %1 as it is written, %2 the day
        lines.append(!date->seconds ? tr("%1 is no date in this order and calendar.").arg(cell)
                     //: how a period of a file is understood: %1 "2025-Q2", %2 from which day to which
                     : date->last ? tr("%1 is read as %2, first and last day included.")
                                        .arg(cell, format.dateRange({dayOfEpoch(*date->seconds), dayOfEpoch(*date->last)}))
                                  : tr("%1 is read as %2.").arg(cell, format.date(dayOfEpoch(*date->seconds))));
        if (date->isWholePeriod)
            lines.append(tr("A whole month or quarter counts as the first day of its period. Full dates beside it keep their day."));
        isDoubtful = isDoubtful || !date->seconds;
        // Years that this calendar had long ago are those of the other one now.
        const QDate day = date->seconds ? dayOfEpoch(*date->seconds) : QDate();
        if (day.isValid() && day.year() >= 1300 && day.year() < 1600) {
            lines.append(tr("This year is one of the Hijri calendar: choose that calendar if it is meant."));
            isDoubtful = true;
        }
    }
    if (const std::optional<Import::NumberReading> number = Import::numberReading(*m_plan)) {
        const QString cell = NumberFormat::isolate(number->cell);
        lines.append(number->value ? tr("%1 is read as %2.").arg(cell, format.decimal(*number->value, 2))
                                   : tr("%1 is no number with this decimal mark.").arg(cell));
        isDoubtful = isDoubtful || !number->value;
    }
    m_reading->setText(lines.join(u'\n'));
    m_reading->setToken(isDoubtful ? "warn" : "text2");
}
