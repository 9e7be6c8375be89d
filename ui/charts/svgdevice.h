#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

class SvgEngine;

/// A paint device that writes SVG: shapes stay shapes, text becomes outlines (any viewer draws
/// Arabic right), clipping is kept. QSvgGenerator of Qt 6.4 ignores clips and breaks Arabic.
class SvgDevice final : public QPaintDevice
{
public:
    /// \a title and \a description become <title> and <desc>.
    SvgDevice(const QSizeF &size, const QString &title, const QString &description);
    ~SvgDevice() override;

    /// The whole document; painting must have ended.
    [[nodiscard]] QByteArray document() const;

    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    QString m_title;
    QString m_description;
    std::unique_ptr<SvgEngine> m_engine;
};
