#include "models/segments/clustering.h"

#include "models/numerics/parallel.h"
#include "models/numerics/random.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

constexpr int beginnings = 10;
constexpr int mostIterations = 300;
constexpr std::size_t mostTried = 20'000;
constexpr std::size_t mostCompared = 2'000;
constexpr std::size_t blockSize = 8'192;

double squaredDistance(const double *a, const double *b, std::size_t features)
{
    double sum = 0;
    for (std::size_t i = 0; i < features; ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// Every n-th point so that at most \a most are left.
Points thinned(const Points &points, std::size_t most)
{
    const std::size_t step = (points.size() + most - 1) / most;
    if (step <= 1)
        return points;
    Points few{points.features, {}};
    for (std::size_t i = 0; i < points.size(); i += step)
        few.values.insert(few.values.end(), points.row(i), points.row(i) + points.features);
    return few;
}

/// Centres drawn one after the other, each with a chance that grows with the squared distance to
/// the nearest one before.
std::vector<double> drawCentres(const Points &points, int clusters, Numerics::Random &random)
{
    const std::size_t features = points.features;
    std::vector<double> centres;
    std::vector<double> nearest(points.size(), std::numeric_limits<double>::infinity());
    auto chosen = std::size_t(random.integer(0, std::int64_t(points.size()) - 1));
    while (true) {
        centres.insert(centres.end(), points.row(chosen), points.row(chosen) + features);
        if (centres.size() == std::size_t(clusters) * features)
            return centres;
        const double *newest = centres.data() + centres.size() - features;
        double sum = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            nearest[i] = std::min(nearest[i], squaredDistance(points.row(i), newest, features));
            sum += nearest[i];
        }
        double left = random.uniform() * sum;
        chosen = points.size() - 1;
        for (std::size_t i = 0; i < points.size(); ++i) {
            left -= nearest[i];
            if (left <= 0 && nearest[i] > 0) {
                chosen = i;
                break;
            }
        }
    }
}

/// Sums of one block of points.
struct Sums
{
    std::vector<double> of;
    std::vector<qint64> count;
    double inertia = 0;
    qint64 moved = 0;
};

/// One step of Lloyd: every point to its nearest centre. Sums are added block by block, so that the
/// digits do not depend on the number of processors.
Sums assign(const Points &points, Partition &partition)
{
    const std::size_t features = points.features;
    const auto clusters = std::size_t(partition.clusters);
    std::vector<Sums> ofBlock(Numerics::blockCount(points.size(), blockSize));
    Numerics::forBlocks(points.size(), blockSize,
                        [&](std::size_t block, std::size_t from, std::size_t until) {
        Sums &sums = ofBlock[block];
        sums.of.assign(clusters * features, 0);
        sums.count.assign(clusters, 0);
        for (std::size_t i = from; i < until; ++i) {
            std::size_t best = 0;
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
                const double distance = squaredDistance(
                    points.row(i), partition.centres.data() + cluster * features, features);
                if (distance < least) {
                    least = distance;
                    best = cluster;
                }
            }
            sums.moved += partition.of[i] != best;
            partition.of[i] = std::uint8_t(best);
            sums.inertia += least;
            ++sums.count[best];
            for (std::size_t f = 0; f < features; ++f)
                sums.of[best * features + f] += points.row(i)[f];
        }
    });
    Sums all{std::vector<double>(clusters * features, 0), std::vector<qint64>(clusters, 0)};
    for (const Sums &sums : ofBlock) {
        for (std::size_t i = 0; i < all.of.size(); ++i)
            all.of[i] += sums.of[i];
        for (std::size_t i = 0; i < clusters; ++i)
            all.count[i] += sums.count[i];
        all.inertia += sums.inertia;
        all.moved += sums.moved;
    }
    return all;
}

/// Lloyd's iterations from \a centres until no point moves.
Partition settle(const Points &points, int clusters, std::vector<double> centres,
                 const Progress &progress)
{
    Partition partition{clusters, std::vector<std::uint8_t>(points.size(), 255), std::move(centres), 0};
    for (int iteration = 0; iteration < mostIterations && !progress.isCancelled(); ++iteration) {
        const Sums sums = assign(points, partition);
        partition.inertia = sums.inertia;
        if (sums.moved == 0)
            break;
        for (std::size_t cluster = 0; cluster < std::size_t(clusters); ++cluster) {
            if (sums.count[cluster] == 0)
                continue; // keeps its place; it may get points again
            for (std::size_t f = 0; f < points.features; ++f) {
                partition.centres[cluster * points.features + f] =
                    sums.of[cluster * points.features + f] / double(sums.count[cluster]);
            }
        }
    }
    return partition;
}

/// Mean and standard deviation of one feature.
struct Scale
{
    double mean = 0;
    double deviation = 1; ///< 1 where the feature does not vary

    static Scale of(const std::vector<double> &values)
    {
        Scale scale;
        scale.mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
        double sum = 0;
        for (const double value : values)
            sum += (value - scale.mean) * (value - scale.mean);
        const double deviation = std::sqrt(sum / double(values.size()));
        if (deviation > 1e-12)
            scale.deviation = deviation;
        return scale;
    }
};

/// Money below nothing, where refunds outweigh, counts as nothing.
double logOf(double value) { return std::log1p(std::max(value, 0.0)); }

QString suggestedName(double recency, double value, Language language)
{
    struct Name
    {
        QString english;
        QString arabic;
    };
    static const Name names[3][3] = {
        {{u"Active, high value"_s, u"نشطون بقيمة عالية"_s},
         {u"Active, medium value"_s, u"نشطون بقيمة متوسطة"_s},
         {u"Active, low value"_s, u"نشطون بقيمة منخفضة"_s}},
        {{u"Cooling, high value"_s, u"آخذون في الفتور بقيمة عالية"_s},
         {u"Cooling, medium value"_s, u"آخذون في الفتور بقيمة متوسطة"_s},
         {u"Cooling, low value"_s, u"آخذون في الفتور بقيمة منخفضة"_s}},
        {{u"Dormant, high value"_s, u"خاملون بقيمة عالية"_s},
         {u"Dormant, medium value"_s, u"خاملون بقيمة متوسطة"_s},
         {u"Dormant, low value"_s, u"خاملون بقيمة منخفضة"_s}}};
    // A third of a standard deviation from the mean is worth a word.
    constexpr double notable = 1.0 / 3;
    const auto third = [](double score) { return score < -notable ? 0 : score > notable ? 2 : 1; };
    const Name &name = names[third(recency)][third(-value)];
    return language == Language::Arabic ? name.arabic : name.english;
}

/// Clusters with one name get numbers behind it.
void numberRepeatedNames(QList<Cluster> &clusters)
{
    QHash<QString, int> seen;
    const QList<Cluster> before = clusters;
    for (Cluster &cluster : clusters) {
        const QString name = cluster.nameEnglish;
        if (std::ranges::count(before, name, &Cluster::nameEnglish) < 2)
            continue;
        const int number = ++seen[name];
        cluster.nameEnglish = u"%1 %2"_s.arg(name).arg(number);
        cluster.nameArabic = u"%1 %2"_s.arg(cluster.nameArabic,
                                            NumberFormat(Language::Arabic).integer(number));
    }
}

} // namespace

Result<Partition> kMeans(const Points &points, int clusters, std::uint64_t seed,
                         const Progress &progress)
{
    if (clusters < 1 || clusters > mostClusters || points.size() < std::size_t(clusters)) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Segments", "There are %1 buyers, too few for %2 clusters. Ask for fewer, or "
                                     "import more purchases.")
                         .arg(points.size())
                         .arg(clusters)};
    }
    Numerics::Random random(seed);
    const Points few = thinned(points, mostTried);
    Partition best;
    for (int i = 0; i < beginnings; ++i) {
        Partition tried = settle(few, clusters, drawCentres(few, clusters, random), progress);
        if (progress.isCancelled())
            return Error::cancelled();
        if (i == 0 || tried.inertia < best.inertia)
            best = std::move(tried);
    }
    if (few.size() < points.size())
        best = settle(points, clusters, std::move(best.centres), progress);
    if (progress.isCancelled())
        return Error::cancelled();
    return best;
}

double silhouette(const Points &points, const Partition &partition)
{
    const std::size_t step = std::max<std::size_t>(1, (points.size() + mostCompared - 1) / mostCompared);
    std::vector<std::size_t> chosen;
    std::vector<qint64> count(std::size_t(partition.clusters), 0);
    for (std::size_t i = 0; i < points.size(); i += step) {
        chosen.push_back(i);
        ++count[partition.of[i]];
    }
    if (std::ranges::count_if(count, [](qint64 members) { return members > 0; }) < 2)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    std::vector<double> distance(count.size());
    for (const std::size_t i : chosen) {
        std::ranges::fill(distance, 0.0);
        for (const std::size_t j : chosen) {
            distance[partition.of[j]] +=
                std::sqrt(squaredDistance(points.row(i), points.row(j), points.features));
        }
        const std::size_t own = partition.of[i];
        if (count[own] == 1)
            continue; // 0 by definition
        const double within = distance[own] / double(count[own] - 1);
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t cluster = 0; cluster < count.size(); ++cluster) {
            if (cluster != own && count[cluster] > 0)
                nearest = std::min(nearest, distance[cluster] / double(count[cluster]));
        }
        const double larger = std::max(within, nearest);
        sum += larger > 0 ? (nearest - within) / larger : 0;
    }
    return sum / double(chosen.size());
}

Result<Clustering> clusterBuyers(const RfmMeasures &measures, int clusters, const Progress &progress)
{
    const std::size_t size = measures.size();
    std::array<std::vector<double>, 3> logs;
    const std::array<const std::vector<double> *, 3> sources{
        &measures.recencyDays, &measures.frequency, &measures.monetary};
    for (std::size_t f = 0; f < logs.size(); ++f) {
        logs[f].reserve(size);
        for (const double value : *sources[f])
            logs[f].push_back(logOf(value));
    }
    std::array<Scale, 3> scales;
    Points points{logs.size(), {}};
    if (size > 0) {
        for (std::size_t f = 0; f < logs.size(); ++f)
            scales[f] = Scale::of(logs[f]);
        points.values.reserve(size * logs.size());
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t f = 0; f < logs.size(); ++f)
                points.values.push_back((logs[f][i] - scales[f].mean) / scales[f].deviation);
        }
    }
    const int fewest = clusters > 0 ? clusters : 2;
    const int most = clusters > 0 ? clusters
                                  : std::max(fewest, std::min(mostClustersTried, int(size) - 1));
    Clustering result;
    Partition best;
    for (int count = fewest; count <= most; ++count) {
        const double from = double(count - fewest) / double(most - fewest + 1);
        Result<Partition> tried =
            kMeans(points, count, clusterSeed, progress.part(from, from + 1.0 / (most - fewest + 1)));
        if (!tried)
            return tried.error();
        const double fit = silhouette(points, *tried);
        result.trials.append({count, tried->inertia, fit});
        // Where nothing can be told apart the first one stays.
        if (count == fewest || fit > result.silhouette) {
            best = *std::move(tried);
            result.silhouette = fit;
        }
    }
    result.inertia = best.inertia;
    std::vector<qint64> members(std::size_t(best.clusters), 0);
    for (const std::uint8_t of : best.of)
        ++members[of];
    // Where many buyers are alike some clusters stay empty; they are left out.
    std::vector<std::size_t> order;
    for (std::size_t cluster = 0; cluster < members.size(); ++cluster) {
        if (members[cluster] > 0)
            order.push_back(cluster);
    }
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t cluster) { return best.centres[cluster * 3 + 2]; });
    std::vector<std::uint8_t> position(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double *centre = best.centres.data() + order[i] * 3;
        const auto real = [&](std::size_t f) {
            return std::expm1(centre[f] * scales[f].deviation + scales[f].mean);
        };
        position[order[i]] = std::uint8_t(i);
        Cluster cluster;
        cluster.customers = members[order[i]];
        cluster.share = double(cluster.customers) / double(size);
        cluster.recencyDays = real(0);
        cluster.frequency = real(1);
        cluster.monetary = real(2);
        const double value = (centre[1] + centre[2]) / 2;
        cluster.nameEnglish = suggestedName(centre[0], value, Language::English);
        cluster.nameArabic = suggestedName(centre[0], value, Language::Arabic);
        result.clusters.append(cluster);
    }
    result.of.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        result.of.push_back(position[best.of[i]]);
        result.clusters[result.of.back()].revenue += measures.monetary[i];
    }
    numberRepeatedNames(result.clusters);
    return result;
}

} // namespace Segments
