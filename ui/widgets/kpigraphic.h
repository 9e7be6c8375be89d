#pragma once

#include <QWidget>

#include <vector>

class Display;

/// The small picture in a KPI tile: nothing, a sparkline (time: never mirrored), a bar with its
/// interval, or a filled track with marks (both mirrored in right-to-left).
class KpiGraphic final : public QWidget
{
    Q_OBJECT

public:
    explicit KpiGraphic(Display &display, QWidget *parent = nullptr);

    void clear();
    void setSparkline(const std::vector<double> &values);
    /// \a low ≤ \a value ≤ \a high on a track from \a from to \a until; equal ends: chosen around
    /// the interval.
    void setInterval(double low, double value, double high, double from = 0, double until = 0);
    /// \a share of the track (0 to 1) filled, vertical marks at \a marks (0 to 1).
    void setBullet(double share, const std::vector<double> &marks = {});

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { None, Sparkline, Interval, Bullet };
    void paintSparkline(QPainter &painter) const;
    void paintInterval(QPainter &painter) const;
    void paintBullet(QPainter &painter) const;
    [[nodiscard]] double
    position(double share) const; ///< pixel of a share of the track, in reading direction

    Display &m_display;
    Kind m_kind = Kind::None;
    std::vector<double> m_values; ///< sparkline, or marks
    double m_low = 0, m_value = 0, m_high = 0;
};
