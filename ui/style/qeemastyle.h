#pragma once

#include <QProxyStyle>

class Display;

/// Fusion with the faults of Qt 6.4 in right-to-left and dark mended, and check boxes and radio
/// buttons drawn from the theme. The application's style; set Theme::styleSheet() above it.
class QeemaStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    /// \a display must outlive the style.
    explicit QeemaStyle(const Display &display);

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;

private:
    const Display &m_display;
};
