#pragma once

#include <QFrame>

class Button;
class Display;
class QLabel;
class QPlainTextEdit;
class TextLabel;
struct Error;

/// One message above a page: cause in plain words, a working alternative as the action, details
/// behind "Show details" with Copy. A newer message replaces the older.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Good, Warn, Error };

    explicit MessageBar(Display &display, QWidget *parent = nullptr);

    /// Shows the bar. \a actionText empty: no action button; \a details empty: no details button.
    void showMessage(Level level, const QString &text, const QString &actionText = {},
                     const QString &details = {});
    /// Shows the error's sentence; file, line and column go to the details. A cancellation shows
    /// nothing.
    void showError(const ::Error &error, const QString &actionText = {});
    void dismiss();
    [[nodiscard]] QString message() const;
    [[nodiscard]] Level level() const { return m_level; }

signals:
    void actionTriggered();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void applyDisplay();

    Display &m_display;
    Level m_level = Level::Info;
    QLabel *m_icon;
    TextLabel *m_text;
    Button *m_action;
    Button *m_detailsButton;
    Button *m_copy;
    Button *m_close;
    QPlainTextEdit *m_details;
};
