#include "numpy.hpp"

#include <pybind11/numpy.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace detente::python {
namespace {

namespace py = pybind11;

/// An array over memory of the table, which lives as long as the array does.
template <class Value>
py::array view_of(const SharedTable& table, const std::vector<Value>& values) {
  const py::capsule owner(new SharedTable(table), [](void* held) { delete static_cast<SharedTable*>(held); });
  py::array_t<Value> out(static_cast<py::ssize_t>(values.size()), values.data(), owner);
  out.attr("setflags")(py::arg("write") = false);
  return out;
}

py::array_t<bool> array_of(const Bits& bits, bool turned = false) {
  py::array_t<bool> out(static_cast<py::ssize_t>(bits.size()));
  auto places = out.mutable_unchecked<1>();
  for (std::size_t i = 0; i < bits.size(); ++i) places(static_cast<py::ssize_t>(i)) = bits.at(i) != turned;
  return out;
}

py::object masked(const py::array& values, const Column& column) {
  if (column.missing() == 0) return values;
  return py::module_::import("numpy.ma").attr("array")(values, py::arg("mask") = array_of(column.present(), true));
}

py::object days_of(const Column& column) {
  py::array_t<std::int64_t> out(static_cast<py::ssize_t>(column.size()));
  auto places = out.mutable_unchecked<1>();
  for (std::size_t i = 0; i < column.size(); ++i)  // NumPy's "not a time" is the least number
    places(static_cast<py::ssize_t>(i)) =
        column.present().at(i) ? column.days()[i] : std::numeric_limits<std::int64_t>::min();
  return out.attr("view")("datetime64[D]");
}

py::object texts_of(const Column& column) {
  const py::list out(column.size());
  for (std::size_t i = 0; i < column.size(); ++i)
    out[i] = column.present().at(i) ? py::object(py::str(std::string(column.text_at(i)))) : py::object(py::none());
  return py::module_::import("numpy").attr("array")(out, py::arg("dtype") = "object");
}

}  // namespace

py::object numpy_array(const SharedTable& table, const Column& column) {
  switch (column.type()) {
    case ColumnType::number: return view_of(table, column.numbers());
    case ColumnType::whole: return masked(view_of(table, column.wholes()), column);
    case ColumnType::truth: return masked(array_of(column.truths()), column);
    case ColumnType::day: return days_of(column);
    case ColumnType::text: break;
  }
  return texts_of(column);
}

}  // namespace detente::python
