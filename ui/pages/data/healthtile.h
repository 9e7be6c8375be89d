#pragma once

#include <QAbstractButton>

class Display;

/// One aspect of data health: its name, a figure, a note. Checked, it filters the findings.
class HealthTile final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit HealthTile(Display &display, QWidget *parent = nullptr);

    /// \a token colours the figure: "good", "warn", "bad" or "text".
    void setFigure(const QString &title, const QString &value, const QString &note, const char *token);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Display &m_display;
    QString m_value;
    QString m_note;
    QByteArray m_token = "text";
};
