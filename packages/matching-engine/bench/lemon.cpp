// The same transportation problem by LEMON's network simplex, to compare with. Reads the instance as 32-bit numbers
// from standard input (needs, mentors, arcs; places; penalties; arc ends; mentors; weights) and prints, per repeat,
// milliseconds and optimum.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

static std::vector<int32_t> read(size_t count) {
  std::vector<int32_t> values(count);
  if (fread(values.data(), 4, count, stdin) != count) exit(2);
  return values;
}

int main(int argc, char **argv) {
  const int repeats = argc > 1 ? atoi(argv[1]) : 1;
  const auto size = read(3);
  const int n = size[0], m = size[1], arcs = size[2];
  const auto places = read(m), penalty = read(n), ends = read(n), mentor = read(arcs), weight = read(arcs);
  using Graph = lemon::StaticDigraph;
  const int sink = n + m;
  std::vector<std::pair<int, int>> edges;
  std::vector<int64_t> cost, upper;
  int arc = 0;
  for (int i = 0; i < n; i++) {
    for (; arc < ends[i]; arc++) {
      edges.push_back({i, n + mentor[arc]});
      cost.push_back(-weight[arc]);
      upper.push_back(1);
    }
    edges.push_back({i, sink});
    cost.push_back(penalty[i]);
    upper.push_back(1);
  }
  for (int j = 0; j < m; j++) {
    edges.push_back({n + j, sink});
    cost.push_back(0);
    upper.push_back(places[j]);
  }
  Graph graph;
  graph.build(n + m + 1, edges.begin(), edges.end());
  Graph::ArcMap<int64_t> costs(graph), uppers(graph);
  for (size_t e = 0; e < edges.size(); e++) {
    costs[graph.arc(e)] = cost[e];
    uppers[graph.arc(e)] = upper[e];
  }
  Graph::NodeMap<int64_t> supply(graph);
  for (int i = 0; i < n; i++) supply[graph.node(i)] = 1;
  supply[graph.node(sink)] = -n;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const auto from = std::chrono::steady_clock::now();
    lemon::NetworkSimplex<Graph, int64_t, int64_t> simplex(graph);
    simplex.costMap(costs).upperMap(uppers).supplyMap(supply);
    simplex.run();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    printf("%.3f %lld\n", took.count(), -(long long)simplex.totalCost());
  }
}
