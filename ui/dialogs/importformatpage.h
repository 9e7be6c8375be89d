#pragma once

#include "models/import/importplan.h"

#include <QWidget>

class Card;
class Display;
class QCheckBox;
class QComboBox;
class QTableWidget;
class TextLabel;

/// The second step: how the bytes are to be read, found out and changeable, with the first rows as
/// they come out.
class ImportFormatPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFormatPage(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);
    /// The currency of the workspace, for amounts that name none.
    void setWorkspaceCurrency(const QString &code);

signals:
    void encodingChosen(const QString &encoding);
    void sheetChosen(const QString &sheet);
    void delimiterChosen(char delimiter);
    void headerChosen(bool hasHeader);
    void dateOrderChosen(Import::DateOrder order);
    void calendarChosen(Import::DateStyle::Calendar calendar);
    void wholePeriodsChosen(bool count); ///< as their first day
    void timeZoneChosen(const QString &zone); ///< empty: UTC
    void decimalChosen(char decimal);
    void currencyChosen(const QString &code); ///< empty: the workspace's

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTexts();
    void renewBytes();
    void renewDates();
    void renewNumbers();
    void fillZones();

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    QString m_workspaceCurrency;
    Card *m_formatCard;
    Card *m_sampleCard;
    TextLabel *m_sheetLabel;
    TextLabel *m_encodingLabel;
    TextLabel *m_delimiterLabel;
    TextLabel *m_datesLabel;
    TextLabel *m_calendarLabel;
    TextLabel *m_periodsLabel;
    TextLabel *m_zoneLabel;
    TextLabel *m_decimalLabel;
    TextLabel *m_currencyLabel;
    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_dates;
    QComboBox *m_calendar;
    QComboBox *m_periods;
    QComboBox *m_zone;
    QComboBox *m_decimal;
    QComboBox *m_currency;
    TextLabel *m_sheetNote;
    TextLabel *m_encodingShare;
    TextLabel *m_delimiterShare;
    TextLabel *m_reading; ///< how a date and a number of the file are understood
    QCheckBox *m_header;
    QTableWidget *m_sample;
};
