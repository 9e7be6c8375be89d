#pragma once

#include "models/clv/clvresult.h"
#include "models/core/currency.h"
#include "ui/charts/chart.h"

#include <QElapsedTimer>

#include <optional>

class QCPBars;

/// Customers by lifetime value, on a logarithmic or linear axis, mean and median marked. Dragging
/// selects a range with two handles; the rest turns mute.
class ClvHistogramChart final : public Chart
{
    Q_OBJECT

public:
    /// What the brush holds.
    struct Selection
    {
        double low = 0; ///< major units
        double high = 0;
        qint64 customers = 0;
        double total = 0; ///< their CLV together
        double share = 0; ///< of all CLV
    };

    explicit ClvHistogramChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::ClvResult &result, const Currency &currency);
    void setLogScale(bool logScale);
    [[nodiscard]] bool isLogScale() const { return m_log; }
    /// Sets the brush; without signal.
    void setRange(double low, double high);
    [[nodiscard]] std::optional<Selection> selection() const { return m_selection; }
    [[nodiscard]] QList<QStringList> dataTable() const override;

public slots:
    void clearRange(); ///< emits rangeCleared() when there was one

signals:
    /// While dragging at most every 60 ms, and at its end.
    void rangeSelected(double low, double high);
    void rangeCleared();

protected:
    void retranslate() override;
    void applyStyle() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawUnder(QCPPainter *painter) const override;
    void drawOver(QCPPainter *painter) const override;
    void drawOverlay(QCPPainter *painter) const override;
    bool pressed(const QPointF &position, Qt::MouseButton button,
                 Qt::KeyboardModifiers modifiers) override;
    bool moved(const QPointF &position, Qt::MouseButtons buttons) override;
    bool released(const QPointF &position, Qt::MouseButton button) override;
    bool keyPressed(Qt::Key key, Qt::KeyboardModifiers modifiers) override;
    bool doubleClicked(const QPointF &position) override;

private:
    enum class Drag { None, Pending, New, Low, High };
    struct Bin
    {
        double low = 0;
        double high = 0;
        qint64 count = 0;
    };

    void binValues();
    void brush(double low, double high, bool tell);
    void colourBars();
    void tellRange();
    [[nodiscard]] double axisValue(double clv) const; ///< position on the axis
    [[nodiscard]] double clvAt(double axisPosition) const;
    [[nodiscard]] double valueAt(const QPointF &position) const; ///< CLV under the pixel
    [[nodiscard]] double pixelOf(double clv) const;
    [[nodiscard]] int binAt(const QPointF &position) const;
    void brushBins(int first, int last);
    [[nodiscard]] QString binName(int bin) const;
    [[nodiscard]] double shareOfTop(double topShare) const;
    /// Where the label stands; it keeps clear of \a taken, another label.
    QRectF drawMarker(QCPPainter *painter, double clv, const QString &text, bool atLeft,
                      const QRectF &taken = {}) const;

    std::vector<double> m_sorted;     ///< CLV ascending
    std::vector<double> m_cumulative; ///< sums of m_sorted
    QList<Bin> m_bins;
    Currency m_currency;
    double m_mean = 0;
    double m_median = 0;
    bool m_log = true;
    std::optional<Selection> m_selection;
    Drag m_drag = Drag::None;
    bool m_extends = false;
    double m_dragStart = 0; ///< CLV at the other end
    QPointF m_dragPixel;
    QElapsedTimer m_sinceTold;
    int m_keyAnchor = -1;
    QCPBars *m_bars;
    QCPBars *m_selected;
};
