#pragma once

#include <QFrame>

#include <functional>

class Button;
class Display;
class QLabel;
class QPlainTextEdit;
class TextLabel;
struct Error;

/// One message above a page: cause in plain words, a working alternative as the action, details
/// behind "Show details" with Copy. A newer message replaces the older. Words come as functions, so
/// that a message on screen follows a change of language and digits.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Good, Warn, Error };
    using Text = std::function<QString()>;

    explicit MessageBar(Display &display, QWidget *parent = nullptr);

    /// Shows the bar. Without \a actionText no action button, without \a details no details button.
    void showMessage(Level level, Text text, Text actionText = {}, Text details = {});
    /// Shows the error's sentence, in the language it was written in; file, line and column go to
    /// the details. A cancellation shows nothing.
    void showError(const ::Error &error, Text actionText = {});
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
    void renewWords();
    void applyDisplay();

    Display &m_display;
    Level m_level = Level::Info;
    Text m_words;
    Text m_actionWords;
    Text m_detailWords;
    QLabel *m_icon;
    TextLabel *m_text;
    Button *m_action;
    Button *m_detailsButton;
    Button *m_copy;
    Button *m_close;
    QPlainTextEdit *m_details;
};
