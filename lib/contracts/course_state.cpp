#include "contracts/course_state.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {

void merge(std::vector<Course>& courses) {
  if (courses.size() < 2) return;
  std::sort(courses.begin(), courses.end(), [](const Course& a, const Course& b) { return a.order() < b.order(); });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < courses.size(); ++i) {
    if (courses[i].order() == courses[kept].order())
      courses[kept].mass += courses[i].mass;
    else if (++kept != i)
      courses[kept] = std::move(courses[i]);
  }
  courses.resize(kept + 1);
}

}  // namespace detente::detail
