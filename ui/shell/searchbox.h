#pragma once

#include "models/core/strongid.h"

#include <QFrame>
#include <QTranslator>

class Actions;
class Display;
class QLineEdit;
class QListWidget;
class QTimer;
class TextLabel;

/// A customer that the search found.
struct CustomerHit
{
    CustomerId id;
    QString ref;
    QString name;
};

/// The search over screens, actions and customers (Ctrl+K): a field and a list above the window.
/// Words are found in English and in Arabic whatever the language shown.
class SearchBox final : public QFrame
{
    Q_OBJECT

public:
    SearchBox(Display &display, const Actions &actions, QWidget *parent);

    void open();
    /// Answers customersWanted(); an answer to older words is dropped.
    void setCustomers(const QString &words, const QList<CustomerHit> &hits);

signals:
    void customersWanted(const QString &words);
    void customerChosen(CustomerId customer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void renewHits();
    void choose();
    [[nodiscard]] bool matches(const QString &english, const QString &shown) const;

    Display &m_display;
    const Actions &m_actions;
    QTranslator m_arabic; ///< not installed: only asked
    QLineEdit *m_field;
    QListWidget *m_list;
    TextLabel *m_note;
    QTimer *m_timer;
    QList<CustomerHit> m_customers;
};
