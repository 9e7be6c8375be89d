#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/segments/rfm.h"

namespace Segments {

inline constexpr int mostClusters = 20;
/// "auto" tries 2 up to this many.
inline constexpr int mostClustersTried = 8;
inline constexpr std::uint64_t clusterSeed = 20250630; ///< the same data give the same clusters

/// Points in a space of features, one row a point.
struct Points
{
    std::size_t features = 0;
    std::vector<double> values; ///< row by row

    [[nodiscard]] std::size_t size() const { return features == 0 ? 0 : values.size() / features; }
    [[nodiscard]] const double *row(std::size_t i) const { return values.data() + i * features; }
};

/// What k-means found.
struct Partition
{
    int clusters = 0;
    std::vector<std::uint8_t> of;   ///< per point
    std::vector<double> centres;    ///< row by row
    double inertia = 0;             ///< sum of squared distances to the own centre
};

/// k-means: Lloyd's iterations from k-means++ beginnings (Arthur & Vassilvitskii 2007), the best of
/// ten by inertia. Beginnings are tried on at most 20,000 points, the best one then runs over all.
Result<Partition> kMeans(const Points &points, int clusters, std::uint64_t seed = clusterSeed,
                         const Progress &progress = {});
/// Mean silhouette (Rousseeuw 1987) of at most 2,000 evenly chosen points, −1 to 1; NaN with fewer
/// than two clusters that have points.
[[nodiscard]] double silhouette(const Points &points, const Partition &partition);

/// A cluster of buyers in real units: the centre taken back from logarithms.
struct Cluster
{
    QString nameEnglish; ///< suggested, such as "Active, high value"
    QString nameArabic;
    qint64 customers = 0;
    double share = 0;
    double recencyDays = 0;
    double frequency = 0;
    double monetary = 0;
    double revenue = 0; ///< of all of them, major units
};

/// How well one number of clusters does.
struct ClusterTrial
{
    int clusters = 0;
    double inertia = 0;
    double silhouette = 0;
};

struct Clustering
{
    QList<Cluster> clusters;         ///< highest monetary centre first
    std::vector<std::uint8_t> of;    ///< per buyer of the measures: position in clusters
    double inertia = 0;
    double silhouette = 0;
    QList<ClusterTrial> trials;      ///< what "auto" tried, for the elbow; else the one
};

/// Clusters of buyers by the logarithms of recency, frequency and monetary value, each standardised.
/// \a clusters 0: the number with the best silhouette. Refuses fewer buyers than clusters.
Result<Clustering> clusterBuyers(const RfmMeasures &measures, int clusters,
                                 const Progress &progress = {});

} // namespace Segments
