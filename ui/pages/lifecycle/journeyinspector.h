#pragma once

#include "ui/charts/journeyflowchart.h"

#include <QWidget>

class Button;
class NumberField;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;
class QSlider;
class SegmentedControl;
class TextLabel;

/// What is chosen in the flow, and how the flow is drawn. Its window title names the choice.
class JourneyInspector final : public QWidget
{
    Q_OBJECT

public:
    struct Figure
    {
        QString label;
        QString value;
    };

    explicit JourneyInspector(Display &display, QWidget *parent = nullptr);

    /// The chosen link or path: its name, figures, and the owners along it with their days. An empty
    /// \a title: nothing is chosen.
    void setChoice(const QString &title, const QList<Figure> &figures, const QList<Figure> &owners);
    void setOptions(const JourneyFlowChart::Options &options, const Journeys::JourneyQuery &query,
                    int stages, qint64 mostContacts);
    void setSources(const QList<std::pair<QString, QString>> &sources); ///< field, title
    void renewTexts();

signals:
    void optionsEdited(const JourneyFlowChart::Options &options);
    void queryEdited(const Journeys::JourneyQuery &query); ///< source, silence, returns
    void contactsWanted();
    void segmentWanted();

private:
    void edit();
    void renewNotes();
    void fill(QGridLayout *grid, const QList<Figure> &figures);

    Display &m_display;
    JourneyFlowChart::Options m_options;
    Journeys::JourneyQuery m_query;
    int m_stages = 1;
    bool m_filling = false;

    TextLabel *m_title;
    TextLabel *m_hint;
    QGridLayout *m_figures;
    TextLabel *m_ownersLabel;
    QGridLayout *m_owners;
    Button *m_segment;
    Button *m_show;
    TextLabel *m_showLabel;
    QCheckBox *m_still;
    QCheckBox *m_left;
    QCheckBox *m_returns;
    TextLabel *m_leastLabel;
    QSlider *m_least;
    TextLabel *m_leastNote;
    TextLabel *m_depthLabel;
    QSlider *m_depth;
    TextLabel *m_depthNote;
    TextLabel *m_colourLabel;
    SegmentedControl *m_colour;
    TextLabel *m_sourceLabel;
    QComboBox *m_source;
    TextLabel *m_quietLabel;
    NumberField *m_quiet;
};
