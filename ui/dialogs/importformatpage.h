#pragma once

#include "models/import/importplan.h"

#include <QWidget>

class Card;
class Display;
class QCheckBox;
class QComboBox;
class QGridLayout;
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

signals:
    void encodingChosen(const QString &encoding);
    void delimiterChosen(char delimiter);
    void headerChosen(bool hasHeader);
    void dateOrderChosen(Import::DateOrder order);
    void decimalChosen(char decimal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTexts();

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    Card *m_formatCard;
    Card *m_sampleCard;
    TextLabel *m_encodingLabel;
    TextLabel *m_delimiterLabel;
    TextLabel *m_datesLabel;
    TextLabel *m_decimalLabel;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_dates;
    QComboBox *m_decimal;
    TextLabel *m_encodingShare;
    TextLabel *m_delimiterShare;
    TextLabel *m_datesNote;
    QCheckBox *m_header;
    QTableWidget *m_sample;
};
