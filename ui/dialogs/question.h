#pragma once

#include <QString>

#include <functional>

class Display;
class QWidget;

/// A question with two answers. The words of the buttons say what happens.
struct Question
{
    QString title;
    QString text;
    QString accept;  ///< "Undo import"
    QString reject;  ///< "Keep it"
};

/// Asks above \a parent and returns at once; \a accepted runs when the first answer is chosen.
void ask(Display &display, QWidget *parent, const Question &question, std::function<void()> accepted);
