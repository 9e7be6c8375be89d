#include "ui/dialogs/importformatpage.h"

#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
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
    grid->setVerticalSpacing(8);
    int row = 0;
    const auto add = [&](TextLabel *&label, QComboBox *&combo, const char *name, TextLabel *&note) {
        label = new TextLabel(display, Theme::TextRole::Body, "text2", form);
        combo = new QComboBox(form);
        combo->setObjectName(QString::fromLatin1(name));
        note = new TextLabel(display, Theme::TextRole::Table, "good", form);
        label->setBuddy(combo);
        grid->addWidget(label, row, 0);
        grid->addWidget(combo, row, 1);
        grid->addWidget(note, row++, 2);
    };
    TextLabel *none = nullptr;
    add(m_sheetLabel, m_sheet, "sheet", m_sheetNote);
    add(m_encodingLabel, m_encoding, "encoding", m_encodingShare);
    add(m_delimiterLabel, m_delimiter, "delimiter", m_delimiterShare);
    add(m_datesLabel, m_dates, "dateOrder", m_datesNote);
    add(m_decimalLabel, m_decimal, "decimal", none);
    add(m_currencyLabel, m_currency, "currency", none);
    m_datesNote->setToken("warn");
    m_datesNote->setWordWrap(true);
    m_header = new QCheckBox(form);
    m_header->setObjectName(u"header"_s);
    grid->addWidget(m_header, row++, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    m_formatCard->setBody(form);
    m_formatCard->setFixedWidth(430);
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
        {m_datesLabel, m_dates, tr("Dates")},
        {m_decimalLabel, m_decimal, tr("Decimal mark")},
        {m_currencyLabel, m_currency, tr("Currency of the amounts")}};
    for (const auto &[label, combo, text] : rows) {
        label->setText(text);
        combo->setAccessibleName(text);
    }
    m_header->setText(tr("First row holds column names"));
    m_sample->setAccessibleName(tr("First rows of the file"));
    renewTexts();
}

void ImportFormatPage::renewTexts()
{
    if (!m_plan)
        return;
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
    setFocusProxy(isText ? m_encoding : csv.type == Import::SourceType::Xlsx ? m_sheet : m_dates);
    m_delimiter->clear();
    for (const char delimiter : delimiters)
        m_delimiter->addItem(ImportTexts::delimiterTitle(delimiter), int(delimiter));
    if (m_delimiter->findData(int(csv.delimiter)) < 0)
        m_delimiter->addItem(ImportTexts::delimiterTitle(csv.delimiter), int(csv.delimiter));
    m_delimiter->setCurrentIndex(m_delimiter->findData(int(csv.delimiter)));
    m_delimiterShare->setText(tr("%1 sure").arg(format.percent(csv.delimiterConfidence)));
    m_delimiterShare->setToken(csv.delimiterConfidence < 0.8 ? "warn" : "good");

    auto order = Import::DateOrder::YearMonthDay;
    char decimal = '.';
    bool hasDates = false;
    bool hasNumbers = false;
    for (const Import::ColumnPlan &column : m_plan->columns) {
        if (column.found == Import::FoundType::Date && !std::exchange(hasDates, true))
            order = ImportTexts::shownDateOrder(column);
        if (column.found == Import::FoundType::Decimal && !std::exchange(hasNumbers, true))
            decimal = column.numbers.decimal;
    }
    m_dates->clear();
    for (const Import::DateOrder each : orders)
        m_dates->addItem(ImportTexts::dateOrderTitle(each));
    m_dates->setCurrentIndex(int(std::ranges::find(orders, order) - orders.begin()));
    m_dates->setEnabled(hasDates);
    m_datesNote->setText(m_plan->ambiguousDateColumn.isEmpty()
                             ? QString()
                             : tr("%1 fits day first and month first: choose one.")
                                   .arg(NumberFormat::isolate(m_plan->ambiguousDateExample)));
    m_decimal->clear();
    m_decimal->addItem(tr("Point: %1").arg(NumberFormat::isolate(u"1,234.56"_s)));
    m_decimal->addItem(tr("Comma: %1").arg(NumberFormat::isolate(u"1.234,56"_s)));
    m_decimal->setCurrentIndex(decimal == ',' ? 1 : 0);
    m_currency->clear();
    //: the currency of amounts: %1 that of the workspace
    m_currency->addItem(tr("As in the workspace: %1").arg(NumberFormat::isolate(m_workspaceCurrency)), QString());
    for (const char *code : currencies)
        m_currency->addItem(NumberFormat::isolate(QLatin1StringView(code)), QLatin1StringView(code));
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(m_plan->currency)));
    const bool hasMoney = std::ranges::any_of(Import::fieldsOf(m_plan->kind), [](const Import::Field &field) {
        return field.type == Import::FieldType::Money;
    });
    m_currencyLabel->setVisible(hasMoney);
    m_currency->setVisible(hasMoney);
    m_header->setChecked(csv.hasHeader);
    ImportTexts::fillSample(*m_sample, *m_plan, m_display, 20);
}
