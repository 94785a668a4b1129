#pragma once
/// \file
/// A benchmark's main that ends with ratios: every figure against the limit measured in the same run, because on a
/// shared machine only such ratios mean anything. Refuses to measure a debug build.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// Prints as usual and remembers the median time of each benchmark.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs)
      if (run.aggregate_name == "median") medians_[run.run_name.function_name] = time_of(run);
  }

  void print_ratios(const std::string& limit) const {
    const auto base = medians_.find(limit);
    if (base == medians_.end()) return;
    std::printf("\nmedian time, relative to %s:\n", limit.c_str());
    for (const auto& [name, time] : medians_) std::printf("  %-24s %6.2f\n", name.c_str(), time / base->second);
  }

 private:
  /// CPU time, but of what waits for a disk the time that passes.
  static double time_of(const Run& run) {
    return run.run_name.time_type == "real_time" ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
  }

  std::map<std::string, double> medians_;
};

/// Runs all benchmarks, interleaved, and prints each one's ratio to `limit`.
inline int run([[maybe_unused]] int argc, [[maybe_unused]] char** argv, [[maybe_unused]] const std::string& limit) {
#ifndef NDEBUG
  std::fputs("a debug build measures nothing; configure with --preset bench\n", stderr);
  return 2;
#else
  std::vector<std::string> words(argv, argv + argc);
  words.insert(words.begin() + 1, {"--benchmark_repetitions=9", "--benchmark_enable_random_interleaving=true",
                                   "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.1"});
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print_ratios(limit);
  return 0;
#endif
}

}  // namespace bench
