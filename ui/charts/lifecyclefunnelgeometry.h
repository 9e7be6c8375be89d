#pragma once

#include "ui/charts/lifecyclefunnelchart.h"

/// Where everything is, in plot pixels; columns in order of stages, mirrored already.
struct LifecycleFunnelChart::Geometry
{
    QRectF all;
    QRectF bars; ///< between the stage names and the base line
    double nameTop = 0;
    double rowsTop = 0;
    double rowHeight = 0;
    double column = 0;
    double gap = 0;
    bool mirrored = false;
    QList<QRectF> columns; ///< full height of the bars
    QList<double> tops;    ///< of each column

    static constexpr double ownerHeight = 24;

    [[nodiscard]] double gapCenter(qsizetype before) const
    {
        return mirrored ? columns[before].right() + gap / 2 : columns[before].left() - gap / 2;
    }
    [[nodiscard]] QRectF bar(qsizetype i) const
    {
        return {columns[i].left(), tops[i], columns[i].width(), bars.bottom() - tops[i]};
    }
};
