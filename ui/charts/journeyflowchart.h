#pragma once

#include "models/journeys/journey.h"
#include "ui/charts/chart.h"

/// Customers' ways as a flow: channels at the start, a column a stage, ribbons as wide as the
/// contacts that went there; amber is still in its stage, vermilion has left. Mirrored.
class JourneyFlowChart final : public Chart
{
    Q_OBJECT

public:
    enum class Colour { Phase, Owner };
    struct Options
    {
        int depth = 0;           ///< stages shown; 0: all
        qint64 leastContacts = 0; ///< ribbons of fewer are left out
        bool still = true;
        bool left = true;
        bool returns = true; ///< where the journey has them
        Colour colour = Colour::Phase;
        bool operator==(const Options &) const = default;
    };

    explicit JourneyFlowChart(Display &display, QWidget *parent = nullptr);

    void setData(const Journeys::Journey &journey);
    void setOptions(const Options &options);
    [[nodiscard]] const Options &options() const { return m_options; }
    /// Emphasises the ribbons of one path or one link; none: all alike.
    void setSelection(const std::optional<Journeys::Path> &path);
    void setSelectedLink(const std::optional<Journeys::Link> &link);
    [[nodiscard]] QString nodeName(const Journeys::Node &node) const;
    /// "Referral → Capture → Convert"
    [[nodiscard]] QString pathName(const Journeys::Path &path) const;
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {900, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {480, 320}; }

signals:
    void linkActivated(const Journeys::Link &link);

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    static constexpr int mostSources = 7;

    struct Bar
    {
        QRectF rect;
        QString name;
        QString count;
        bool isSmall = false; ///< name beside it: who is still there, who has left
        QColor colour;
        const char *token = "text";
    };
    struct Ribbon
    {
        Journeys::Link link;
        QPainterPath shape;
        QColor colour;
    };
    struct Layout
    {
        QRectF all;
        QList<Bar> sources;
        QList<Bar> stages;
        QList<Bar> ends;
        QList<Ribbon> ribbons;
        double turnX = -1;
        double legendTop = 0;
        double headTop = 0;
    };
    [[nodiscard]] Layout layOutFlow() const;
    [[nodiscard]] int shownStages() const;
    [[nodiscard]] QColor stageColour(int stage) const;
    [[nodiscard]] bool isShown(const Journeys::Link &link) const;
    [[nodiscard]] bool isEmphasised(const Journeys::Link &link) const;
    void drawBars(QCPPainter *painter, const Layout &layout) const;
    void drawTurningPoint(QCPPainter *painter, const Layout &layout) const;
    void drawLegend(QCPPainter *painter, const Layout &layout) const;

    Journeys::Journey m_journey;
    Options m_options;
    std::optional<Journeys::Path> m_path;
    std::optional<Journeys::Link> m_link;
};
