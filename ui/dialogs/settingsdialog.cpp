#include "ui/dialogs/settingsdialog.h"

#include "models/clv/clvresult.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array scales{0.8, 0.9, 1.0, 1.1, 1.25, 1.5};
constexpr std::array models{Clv::Model::BgNbd, Clv::Model::ParetoNbd, Clv::Model::MbgNbd};
constexpr std::array weekStarts{Qt::Sunday, Qt::Monday, Qt::Saturday};
const QStringList currencies{u"SAR"_s, u"AED"_s, u"EGP"_s, u"JOD"_s, u"KWD"_s, u"BHD"_s, u"OMR"_s, u"QAR"_s,
                             u"MAD"_s, u"TND"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"CHF"_s, u"JPY"_s};

} // namespace

SettingsDialog::SettingsDialog(Display &display, const AppearanceChoices &appearance,
                               const std::optional<WorkspaceSettings> &workspace, bool readOnly, QWidget *parent)
    : Dialog(display, parent)
    , m_appearance(appearance)
    , m_workspace(workspace)
    , m_readOnly(readOnly)
    , m_form(new QFormLayout)
    , m_note(new TextLabel(display, Theme::TextRole::Table, "text2", this))
{
    setObjectName(u"settingsDialog"_s);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    body()->addLayout(m_form);
    buildAppearance();
    if (m_workspace)
        buildWorkspace();
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
    setMinimumWidth(520);
    retranslate();
}

QWidget *SettingsDialog::addRow(TextLabel *&label, QWidget *field)
{
    label = new TextLabel(display(), Theme::TextRole::Body, "text2", this);
    label->setBuddy(field);
    m_form->addRow(label, field);
    return field;
}

void SettingsDialog::buildAppearance()
{
    m_programTitle = new TextLabel(display(), Theme::TextRole::CardTitle, "text", this);
    m_form->addRow(m_programTitle);
    addRow(m_languageLabel, m_language = new SegmentedControl(display(), this));
    addRow(m_digitsLabel, m_digits = new SegmentedControl(display(), this));
    addRow(m_themeLabel, m_theme = new SegmentedControl(display(), this));
    addRow(m_scaleLabel, m_scale = new QComboBox(this));
    m_language->setObjectName(u"languageChoice"_s);
    m_digits->setObjectName(u"digitsChoice"_s);
    m_theme->setObjectName(u"themeChoice"_s);
    m_scale->setObjectName(u"scaleChoice"_s);
    connect(m_language, &SegmentedControl::chosen, this, [this](int index) {
        m_appearance.language = index == 1 ? Language::Arabic : Language::English;
        emit appearanceEdited(m_appearance);
    });
    connect(m_digits, &SegmentedControl::chosen, this, [this](int index) {
        m_appearance.digits = Digits(index);
        emit appearanceEdited(m_appearance);
    });
    connect(m_theme, &SegmentedControl::chosen, this, [this](int index) {
        m_appearance.theme = AppearanceChoices::ThemeChoice(index);
        emit appearanceEdited(m_appearance);
    });
    connect(m_scale, &QComboBox::activated, this, [this](int index) {
        m_appearance.textScale = scales[std::size_t(index)];
        emit appearanceEdited(m_appearance);
    });
}

void SettingsDialog::buildWorkspace()
{
    m_workspaceTitle = new TextLabel(display(), Theme::TextRole::CardTitle, "text", this);
    m_workspaceTitle->setContentsMargins(0, 12, 0, 0);
    m_form->addRow(m_workspaceTitle);
    addRow(m_nameEnglishLabel, m_nameEnglish = new QLineEdit(m_workspace->nameEnglish, this));
    addRow(m_nameArabicLabel, m_nameArabic = new QLineEdit(m_workspace->nameArabic, this));
    addRow(m_currencyLabel, m_currency = new QComboBox(this));
    addRow(m_marginLabel, m_margin = new NumberField(display(), this));
    addRow(m_discountLabel, m_discount = new NumberField(display(), this));
    addRow(m_horizonLabel, m_horizon = new NumberField(display(), this));
    addRow(m_modelLabel, m_model = new QComboBox(this));
    addRow(m_weekLabel, m_week = new QComboBox(this));
    m_nameEnglish->setObjectName(u"nameEnglish"_s);
    m_nameArabic->setObjectName(u"nameArabic"_s);
    m_currency->setObjectName(u"currency"_s);
    m_margin->setObjectName(u"margin"_s);
    m_discount->setObjectName(u"discount"_s);
    m_horizon->setObjectName(u"horizon"_s);
    m_model->setObjectName(u"model"_s);
    m_week->setObjectName(u"weekStart"_s);

    QStringList codes = currencies;
    if (!codes.contains(m_workspace->currency.code))
        codes.prepend(m_workspace->currency.code);
    m_currency->addItems(codes);
    m_currency->setCurrentText(m_workspace->currency.code);
    m_margin->setRange(0.1, 100);
    m_margin->setDecimals(1);
    m_margin->setValue(m_workspace->margin * 100);
    m_discount->setRange(-99, 1000);
    m_discount->setDecimals(1);
    m_discount->setValue(m_workspace->annualDiscountRate * 100);
    m_horizon->setRange(0, 1200);
    m_horizon->setDecimals(0);
    m_horizon->setValue(m_workspace->horizonMonths);
    for (const Clv::Model model : models)
        m_model->addItem(Clv::modelTitle(model), Clv::modelName(model));
    if (const int at = m_model->findData(m_workspace->clvModel); at >= 0) {
        m_model->setCurrentIndex(at);
    } else {
        const std::optional<Clv::Model> own = Clv::modelFromName(m_workspace->clvModel);
        m_model->addItem(own ? Clv::modelTitle(*own) : m_workspace->clvModel, m_workspace->clvModel);
        m_model->setCurrentIndex(m_model->count() - 1);
    }
    for (const Qt::DayOfWeek day : weekStarts)
        m_week->addItem(QString(), int(day));
    m_week->setCurrentIndex(std::max(0, m_week->findData(int(m_workspace->weekStart))));
    for (QWidget *field : QList<QWidget *>{m_nameEnglish, m_nameArabic, m_currency, m_margin, m_discount, m_horizon,
                                           m_model, m_week})
        field->setEnabled(!m_readOnly);
}

WorkspaceSettings SettingsDialog::edited() const
{
    WorkspaceSettings settings = *m_workspace;
    settings.nameEnglish = m_nameEnglish->text().trimmed();
    settings.nameArabic = m_nameArabic->text().trimmed();
    settings.currency.code = m_currency->currentText();
    settings.margin = m_margin->value() / 100;
    settings.annualDiscountRate = m_discount->value() / 100;
    settings.horizonMonths = int(m_horizon->value());
    settings.clvModel = m_model->currentData().toString();
    settings.weekStart = Qt::DayOfWeek(m_week->currentData().toInt());
    return settings;
}

void SettingsDialog::accept()
{
    if (m_workspace && !m_readOnly) {
        if (const WorkspaceSettings settings = edited(); settings != *m_workspace)
            emit workspaceEdited(settings);
    }
    Dialog::accept();
}

void SettingsDialog::retranslate()
{
    setHeading(tr("Settings"));
    m_programTitle->setText(tr("On this computer"));
    m_languageLabel->setText(tr("Language"));
    m_digitsLabel->setText(tr("Digits in Arabic text"));
    m_themeLabel->setText(tr("Theme"));
    m_scaleLabel->setText(tr("Text size"));
    m_language->setSegments({u"English"_s, u"العربية"_s});
    m_language->setCurrent(m_appearance.language == Language::Arabic ? 1 : 0);
    m_language->setAccessibleName(tr("Language"));
    m_digits->setSegments({tr("By country"), u"0123"_s, u"٠١٢٣"_s});
    m_digits->setCurrent(int(m_appearance.digits));
    m_digits->setAccessibleName(tr("Digits in Arabic text"));
    m_theme->setSegments({tr("Light"), tr("Dark"), tr("System")});
    m_theme->setCurrent(int(m_appearance.theme));
    m_theme->setAccessibleName(tr("Theme"));
    m_scale->clear();
    for (const double scale : scales)
        m_scale->addItem(display().format().percent(scale));
    const auto *scale = std::ranges::find(scales, m_appearance.textScale);
    m_scale->setCurrentIndex(scale == scales.end() ? 2 : int(scale - scales.begin()));
    m_scale->setAccessibleName(tr("Text size"));
    if (m_workspace) {
        m_workspaceTitle->setText(tr("In this workspace"));
        const std::pair<TextLabel *, QString> labels[] = {
            {m_nameEnglishLabel, tr("Name in English")},
            {m_nameArabicLabel, tr("Name in Arabic")},
            {m_currencyLabel, tr("Currency")},
            {m_marginLabel, tr("Contribution margin, % of revenue")},
            {m_discountLabel, tr("Discount rate, % a year")},
            {m_horizonLabel, tr("Horizon, months (0: lifetime)")},
            {m_modelLabel, tr("Model")},
            {m_weekLabel, tr("Week starts on")}};
        for (const auto &[label, text] : labels) {
            label->setText(text);
            label->buddy()->setAccessibleName(text);
        }
        const QLocale locale = display().format().locale();
        for (int i = 0; i < m_week->count(); ++i)
            m_week->setItemText(i, locale.standaloneDayName(m_week->itemData(i).toInt()));
    }
    m_note->setVisible(m_workspace.has_value());
    m_note->setText(m_readOnly ? tr("The workspace is open for reading only, so its settings cannot be changed.")
                               : tr("Changed workspace settings recompute every screen. Undo takes them back."));
    if (m_workspace && !m_readOnly)
        setButtons(tr("Apply"), tr("Cancel"));
    else
        setButtons({}, tr("Close"));
}
